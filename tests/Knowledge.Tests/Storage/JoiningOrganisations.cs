using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Storage;

/// <summary>One organisation met in several data sets, and what happens when one of them drops it.</summary>
public sealed class JoiningOrganisations : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;
    private int digests;

    public JoiningOrganisations() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    private ImportRecord Import(string dataSet, IEnumerable<ImportedRow> rows, bool complete = true, int authority = 1, int days = 0) =>
        store.Import(new ImportSource("providers", dataSet, "CC BY 4.0", $"{++digests}", Complete: complete, Authority: authority), rows, Now.AddDays(days));

    private static ImportedRow Row(string id, string name = "Fernlea Club", string? outward = "BL3", string[]? further = null, string? text = null) => new(
        new Provider
        {
            Id = id, Name = name, Outward = outward, DataSet = "any", Licence = "any", LastSeen = new DateOnly(2026, 11, 20),
            Texts = text is null ? [] : [new ProviderText(text, text, "a list", null, null)],
        },
        null,
        new ProviderFacts { Identifiers = further ?? [] });

    [Fact]
    public void An_identifier_that_both_have_joins_two_whichever_came_first()
    {
        Import("contracts", [Row("GB-COH-01234567", text: "contract")]);
        var record = Import("register", [Row("GB-CHC-1000001", further: ["GB-COH-01234567"], text: "objects")], authority: 3);
        var provider = Assert.Single(store.Providers());
        Assert.Equal(("GB-CHC-1000001", 2, 1), (provider.Id, provider.Texts.Count, record.Joined));
        Assert.Equal("GB-CHC-1000001", store.FindProvider("GB-COH-01234567")!.Id);

        Import("more contracts", [Row("GB-PPON-PBTM-5917-ZXVM", further: ["GB-COH-01234567"], text: "second contract")]);
        Assert.Equal(3, Assert.Single(store.Providers()).Texts.Count);
        Assert.Equal("GB-CHC-1000001", store.FindProvider("GB-PPON-PBTM-5917-ZXVM")!.Id);
        Assert.Equal(["contracts", "more contracts", "register"], store.SourcesOf("GB-COH-01234567").Select(s => s.DataSet).Order());
    }

    [Fact]
    public void The_same_name_joins_nobody_and_is_proposed_only_with_the_place()
    {
        Import("our list", [Row("own-1", "The Fernlea Club Ltd."), Row("own-2", "Moor Singers", "BL9")]);
        var record = Import("register", [Row("GB-CHC-1000001", "FERNLEA CLUB LIMITED"), Row("GB-CHC-1000002", "Moor Singers", "WR1")]);
        Assert.Equal(4, store.Providers().Count());
        Assert.Equal(1, record.Proposed);
        var proposal = Assert.Single(store.Proposals());
        Assert.Equal(("GB-CHC-1000001", "own-1"), (proposal.One, proposal.Other));
    }

    [Fact]
    public void Two_charities_with_one_company_number_stay_two_and_are_proposed()
    {
        Import("register", [Row("GB-CHC-1000001", "One", further: ["GB-COH-01234567"]), Row("GB-CHC-1000002", "Two", further: ["GB-COH-01234567"])]);
        Assert.Equal(2, store.Providers().Count());
        Assert.Contains("share an identifier", Assert.Single(store.Proposals()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_names_an_organisation_before_an_old_grant_does()
    {
        Import("register", [Row("GB-CHC-1000001", "New Name", "BL1")], authority: 3);
        Import("grants", [Row("GB-CHC-1000001", "Old Name", "BL9")]);
        Assert.Equal(("New Name", "BL1"), (store.FindProvider("GB-CHC-1000001")!.Name, store.FindProvider("GB-CHC-1000001")!.Outward));
    }

    [Fact]
    public void What_has_gone_from_its_data_set_is_marked_and_comes_back()
    {
        Import("list", [Row("GB-CHC-1", text: "a"), Row("GB-CHC-2", text: "b")]);
        Import("other", [Row("GB-CHC-2", text: "c")]);
        var record = Import("list", [], days: 30);
        Assert.Equal(2, record.Gone);
        Assert.Equal(2, store.Providers().Count());
        Assert.Equal(new DateOnly(2026, 12, 20), store.FindProvider("GB-CHC-1")!.GoneSince);
        Assert.Null(store.FindProvider("GB-CHC-2")!.GoneSince);
        Assert.Equal(["b"], store.FindProvider("GB-CHC-2")!.Texts.Where(t => t.GoneSince is not null).Select(t => t.Text));
        Import("list", [Row("GB-CHC-1", text: "a")], days: 60);
        Assert.Null(store.FindProvider("GB-CHC-1")!.GoneSince);
        Assert.Null(Assert.Single(store.FindProvider("GB-CHC-1")!.Texts).GoneSince);
    }

    [Fact]
    public void A_part_of_a_data_set_marks_nothing()
    {
        Import("list", [Row("GB-CHC-1")]);
        Assert.Equal(0, Import("list", [Row("GB-CHC-2")], complete: false).Gone);
        Assert.Null(store.FindProvider("GB-CHC-1")!.GoneSince);
    }

    [Fact]
    public void A_part_that_was_taken_over_before_another_part_changes_nothing_again()
    {
        ImportRecord Part(string digest, bool complete = false) => store.Import(new ImportSource("ocds", "notices", "OGL", digest, Complete: complete), [Row("GB-CHC-1")], Now);
        var first = Part("aa");
        Part("bb");
        Assert.Equal(first.Version, Part("aa").Version);
        Assert.Equal(3, Part("aa", complete: true).Version);
    }

    [Fact]
    public void Facts_come_back_with_their_data_set_and_licence()
    {
        var facts = new ProviderFacts { Income = 12345.67m, YearEnd = new DateOnly(2025, 3, 31), Policies = ["Safeguarding"], WorksIn = ["Bolton", "Bury"], Identifiers = ["GB-COH-1"] };
        Import("register", [Row("GB-CHC-1") with { Facts = facts }]);
        var source = Assert.Single(store.SourcesOf("GB-CHC-1"));
        Assert.Equal(("register", "CC BY 4.0", new DateOnly(2026, 11, 20)), (source.DataSet, source.Licence, source.LastSeen));
        Assert.Equal((12345.67m, new DateOnly(2025, 3, 31)), (source.Facts!.Income!.Value, source.Facts.YearEnd!.Value));
        Assert.Equal(["Bolton", "Bury"], source.Facts.WorksIn);
        Assert.Empty(source.Facts.QualityMarks);
    }

    [Fact]
    public void Notices_of_one_procurement_are_one_opportunity_in_whatever_order_they_come()
    {
        var tender = new Opportunity { Ocid = "ocds-1", Title = "Lunch club", Stage = OpportunityStage.Advertised, Published = Now, Deadline = Now.AddDays(20), WhereToBid = "https://example.org/bids" };
        var award = new Opportunity { Ocid = "ocds-1", Title = "Lunch club", Stage = OpportunityStage.Awarded, Published = Now.AddDays(40) };
        Import("notices", [new(null, null, Opportunity: award)], complete: false);
        Import("notices", [new(null, null, Opportunity: tender)], complete: false);
        var whole = Assert.Single(store.Opportunities());
        Assert.Equal((OpportunityStage.Awarded, tender.Deadline, tender.WhereToBid), (whole.Stage, whole.Deadline, whole.WhereToBid));
    }

    [Fact]
    public void A_store_of_the_first_release_is_carried_over_with_its_providers()
    {
        var old = folder.File("old.db");
        using (var connection = SqliteLibrary.Open(old))
        {
            foreach (var script in Schema.Scripts("knowledge").Take(2))
            {
                using var text = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(script)!);
                connection.Execute(text.ReadToEnd());
            }
            connection.Execute("INSERT INTO import VALUES (1, 'providers', 'list', 'CC BY 4.0', 'aa', 0, '2026-11-01T00:00:00.0000000+00:00', 1, 1, 0)");
            connection.Execute("INSERT INTO provider VALUES ('GB-CHC-1', 'Fernlea', 'Bolton', 'BL3', NULL, NULL, NULL, NULL, 'list', 'CC BY 4.0', '2026-11-01', 0)");
            connection.Execute("PRAGMA user_version = 2");
        }
        var carried = new SqliteKnowledgeStore(old);
        Assert.Equal("Fernlea", carried.FindProvider("GB-CHC-1")!.Name);
        Assert.Equal("list", Assert.Single(carried.SourcesOf("GB-CHC-1")).DataSet);
    }

    public void Dispose() => folder.Dispose();
}
