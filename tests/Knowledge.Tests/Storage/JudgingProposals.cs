using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Storage;

/// <summary>What a person says of a proposed pair holds over every import, and can be taken back.</summary>
public sealed class JudgingProposals : IDisposable
{
    private const string Charity = "GB-CHC-1000001";
    private const string Own = "own-1";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;
    private int digests;

    public JudgingProposals()
    {
        store = new SqliteKnowledgeStore(folder.File("knowledge.db"));
        ImportList();
        ImportRegister();
    }

    private void ImportList() => Import("our list", Row(Own, "The Fernlea Club Ltd.", "lunches"), Row("own-2", "Moor Singers", "songs"));

    private void ImportRegister() => Import("register", Row(Charity, "FERNLEA CLUB LIMITED", "objects", website: null));

    private void Import(string dataSet, params ImportedRow[] rows) =>
        store.Import(new ImportSource("providers", dataSet, "CC BY 4.0", $"{++digests}", Authority: dataSet == "register" ? 3 : 1), rows, Now.AddDays(digests));

    private static ImportedRow Row(string id, string name, string text, string? website = "https://fernlea.example", string[]? further = null) => new(
        new Provider
        {
            Id = id, Name = name, Outward = "BL3", Website = website, DataSet = "any", Licence = "any", LastSeen = new DateOnly(2026, 11, 20),
            Texts = [new ProviderText(text, text, "a list", null, null)],
        },
        null,
        new ProviderFacts { Identifiers = further ?? [] });

    private JudgedJoin? Judge(JoinDecision decision, string one = Own, string other = Charity, int minutes = 0) =>
        store.Judge(new JudgedJoin(one, other, decision, "rang them", "pat", Now.AddMinutes(minutes)));

    [Fact]
    public void A_confirmed_pair_is_one_provider_under_the_better_register_with_what_both_say()
    {
        var before = store.DataVersion;
        Assert.NotNull(Judge(JoinDecision.Confirmed));
        Assert.Equal([Charity, "own-2"], store.Providers().Select(p => p.Id));
        var one = store.FindProvider(Own)!;
        Assert.Equal((Charity, "FERNLEA CLUB LIMITED", "https://fernlea.example"), (one.Id, one.Name, one.Website));
        Assert.Equal(["lunches", "objects"], one.Texts.Select(t => t.Text));
        Assert.Equal(["our list", "register"], store.SourcesOf(Charity).Select(s => s.DataSet).Order());
        Assert.Equal(Charity, store.Identifiers()[Own]);
        Assert.Empty(store.Proposals());
        Assert.True(store.DataVersion > before);
    }

    [Fact]
    public void The_search_finds_it_once_and_under_both_identifiers()
    {
        Judge(JoinDecision.Confirmed);
        var index = new CurrentProviders(store).Index;
        var find = new FindProviders(index);
        Assert.Equal([Charity], find.Find(new ProviderQuery { Words = ["fernlea"] }, 1).Matches.Select(m => m.Id));
        Assert.Equal([Charity], find.Find(new ProviderQuery { Number = Own }, 1).Matches.Select(m => m.Id));
    }

    [Theory]
    [InlineData(JoinDecision.Confirmed, 2)]
    [InlineData(JoinDecision.Refused, 3)]
    public void A_decision_outlives_every_import_and_the_pair_is_not_proposed_again(JoinDecision decision, int providers)
    {
        Judge(decision);
        ImportList();
        ImportRegister();
        Import("a third list", Row("own-3", "Fernlea Club", "walks"));
        Assert.DoesNotContain(store.Proposals(), p => (p.One, p.Other) == (Charity, Own));
        Assert.Equal(providers + 1, store.Providers().Count());
        Assert.Contains(store.Proposals(), p => p.Other == "own-3");
    }

    [Fact]
    public void The_same_decision_again_changes_nothing_and_gives_the_one_that_stands()
    {
        Judge(JoinDecision.Confirmed);
        var version = store.DataVersion;
        Assert.Equal(Now, Judge(JoinDecision.Confirmed, Charity, Own, minutes: 5)!.At);
        Assert.Equal(version, store.DataVersion);
    }

    [Fact]
    public void A_decision_can_be_taken_back_and_made_anew()
    {
        Judge(JoinDecision.Confirmed);
        Judge(JoinDecision.Undone, minutes: 1);
        Assert.Equal([Charity, Own, "own-2"], store.Providers().Select(p => p.Id));
        Assert.Equal(["lunches"], store.FindProvider(Own)!.Texts.Select(t => t.Text));
        Assert.Single(store.Proposals());
        Judge(JoinDecision.Refused, minutes: 2);
        Assert.Empty(store.Proposals());
        Assert.Equal((JoinDecision.Refused, "rang them", "pat", Now.AddMinutes(2)), Assert.Single(store.JudgedJoins()) is var j ? (j.Decision, j.Why, j.By, j.At) : default);
    }

    [Fact]
    public void Only_what_an_import_proposed_is_decided_on()
    {
        Assert.Null(Judge(JoinDecision.Confirmed, Own, "own-2"));
        Assert.Null(Judge(JoinDecision.Confirmed, Own, "GB-CHC-9999999"));
        Assert.Null(Judge(JoinDecision.Undone));
        Assert.Equal(3, store.Providers().Count());
    }

    [Fact]
    public void A_decision_follows_an_organisation_that_turns_up_in_a_register_later()
    {
        Judge(JoinDecision.Confirmed);
        Import("contracts", Row("GB-COH-01234567", "Fernlea Club", "contract", further: [Own]));
        Assert.Equal([Charity, "own-2"], store.Providers().Select(p => p.Id));
        Assert.Equal(["contract", "lunches", "objects"], store.FindProvider("GB-COH-01234567")!.Texts.Select(t => t.Text));
        Assert.Empty(store.Proposals());
    }

    [Fact]
    public void Versions_of_imports_and_decisions_are_one_row()
    {
        Judge(JoinDecision.Confirmed);
        var decided = store.DataVersion;
        ImportList();
        Assert.Equal(decided + 1, store.DataVersion);
        Assert.Equal(store.DataVersion, store.Imports()[0].Version);
    }

    public void Dispose() => folder.Dispose();
}
