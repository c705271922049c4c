using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Consortia;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports;

/// <summary>A consortium is a provider with members; who they were when it was procured stays, and a change has its reason.</summary>
public sealed class ImportingConsortia : IDisposable
{
    private const string Head = "Consortium,Town,Postcode,What it does,Who for,Procured on,Member,Member charity number,Role,Member when procured,Joined,Left,Reason for change,Due diligence\n";
    private const string First = "Well Being,Bolton,BL1 1AA,Befriending and lunch clubs,Older people,2025-04-01,Fernlea Friends,1000001,Lead,yes,,,,\nWell Being,,,,,,Youth Club of Moor,,Partner,yes,,,,\n";

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public ImportingConsortia() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    private ImportResult Import(string lines) =>
        new ImportConsortia(store).Run(folder.Write("consortia.csv", Head + lines), new ImportOptions(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), DataSet: "our list", Licence: "own"));

    private Consortium Recorded => store.SourcesOf(store.Providers().Single().Id).Single().Facts!.Consortium!;

    [Fact]
    public void A_search_gives_the_consortium_with_its_members_and_their_names_state_no_service()
    {
        Assert.Equal((1, ImportOutcome.Done), (Import(First).Named, Import(First).Outcome));
        var index = new ProviderIndex(1, [.. store.Providers()], []);
        ProviderResult Find(string text) => new FindProviders(index).Find(new UnderstandProviderQuery(index).Run(text), 202647);
        var found = Assert.Single(Find("befriending in Bolton").Matches);
        Assert.Contains("A consortium. Its members: Fernlea Friends (lead); Youth Club of Moor (partner). Procured on 1 April 2025, with the same members.", found.Notes);
        Assert.Empty(Find("youth work in Bolton").Matches);
        Assert.Equal("GB-CHC-1000001", Recorded.Members[0].Id);
    }

    [Fact]
    public void A_change_with_its_reason_and_due_diligence_is_taken_over_and_the_procured_members_are_kept()
    {
        Import(First);
        var result = Import(First.Replace("Youth Club of Moor,,Partner,yes,,,,", "Youth Club of Moor,,Partner,yes,,2026-03-31,It closed,Accounts seen on 20 March 2026", StringComparison.Ordinal)
            + "Well Being,,,,,,Kite Club,,Partner,,2026-04-01,,Took its place,Policies seen on 25 March 2026\n");
        Assert.Equal(ImportOutcome.Done, result.Outcome);
        Assert.Equal(["Fernlea Friends", "Youth Club of Moor"], Recorded.Members.Where(m => m.AsProcured).Select(m => m.Name));
        Assert.Equal(["Fernlea Friends", "Kite Club"], Recorded.Members.Where(m => m.IsNow).Select(m => m.Name));
        Assert.Contains("Youth Club of Moor left on 31 March 2026 (reason: It closed; due diligence: Accounts seen on 20 March 2026). Kite Club joined on 1 April 2026", Recorded.Told(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It closed,")]
    [InlineData(",Accounts seen")]
    [InlineData(",")]
    public void Who_leaves_without_reason_or_due_diligence_stays(string why)
    {
        var result = Import(First.Replace("Youth Club of Moor,,Partner,yes,,,,", "Youth Club of Moor,,Partner,yes,,2026-03-31," + why, StringComparison.Ordinal));
        Assert.Contains("Youth Club of Moor left after the consortium was procured. It was kept as a member.", Assert.Single(result.Refusals).Reason, StringComparison.Ordinal);
        Assert.All(Recorded.Members, m => Assert.True(m.IsNow));
    }

    [Fact]
    public void Who_joins_without_a_reason_is_not_added()
    {
        var result = Import(First + "Well Being,,,,,,Kite Club,,Partner,,2026-04-01,,,\n");
        Assert.Equal(ImportOutcome.DoneWithRefusals, result.Outcome);
        Assert.Equal(2, Recorded.Members.Count);
    }

    [Fact]
    public void Who_is_silently_dropped_or_slipped_in_by_a_later_list_is_told_and_refused()
    {
        Import(First);
        var result = Import(First.Replace("Youth Club of Moor", "Kite Club", StringComparison.Ordinal));
        Assert.Contains(result.Refusals, r => r.WholeRow && r.Reason.StartsWith("Kite Club was not in the consortium when it was procured", StringComparison.Ordinal));
        Assert.Contains(result.Refusals, r => !r.WholeRow && r.Reason.StartsWith("Youth Club of Moor is recorded as a member", StringComparison.Ordinal));
        Assert.Equal(["Fernlea Friends", "Youth Club of Moor"], Recorded.Members.Select(m => m.Name));
    }

    [Fact]
    public void Before_it_is_procured_members_come_and_go_freely()
    {
        Import(First.Replace("2025-04-01", "", StringComparison.Ordinal));
        Assert.Empty(Import("Well Being,Bolton,BL1 1AA,Befriending,,,Kite Club,,Lead,,,,,\n").Refusals);
        Assert.Equal("A consortium. Its members: Kite Club (lead).", Recorded.Told());
    }

    [Fact]
    public void A_list_without_its_columns_or_a_line_without_a_name_is_refused()
    {
        Assert.Equal(ImportOutcome.NotDone, new ImportConsortia(store).Run(folder.Write("x.csv", "Name,Town\nA,B\n"), new ImportOptions(default)).Outcome);
        Assert.Equal(["It names no consortium.", "It names no member."], Import(",Bolton,,,,,Alpha,,,,,,,\nWell Being,,,,,,Beta,,,,,,,\nWell Being,,,,,,,,Lead,,,,,\n").Refusals.Select(r => r.Reason));
    }

    [Fact]
    public void The_template_is_a_list_that_can_be_imported() =>
        Assert.Empty(new ImportConsortia(store).Run(folder.Write("t.csv", ImportConsortia.Template), new ImportOptions(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero))).Refusals);

    public void Dispose() => folder.Dispose();
}
