using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Documents;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports.Documents;

/// <summary>A host imports the same folder again and again.</summary>
public sealed class ImportingAgain : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly ContentLibrary Library = ContentLibrary.Load();

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;
    private readonly string papers;

    public ImportingAgain()
    {
        store = new SqliteKnowledgeStore(folder.File("knowledge.db"));
        papers = Directory.CreateDirectory(folder.File("papers")).FullName;
        Write("a.md", "# Alpha\n\nAlpha pays on Monday.");
        Write("b.md", "# Beta\n\nBeta pays on Tuesday.");
    }

    public void Dispose() => folder.Dispose();

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(papers, name), text);

    private ImportResult Import() => new ImportDocuments(store, Library).Run(papers, new ImportOptions(Now));

    private string Held() => string.Join(" | ", store.Documents().Select(d => $"{d.Id}: {string.Join(' ', d.Passages.Select(p => p.Text))}"));

    [Fact]
    public void The_same_folder_changes_nothing()
    {
        Assert.False(Import().Unchanged);
        var (version, held) = (store.DataVersion, Held());
        Assert.True(Import().Unchanged);
        Assert.Equal((version, held), (store.DataVersion, Held()));
    }

    [Fact]
    public void A_changed_file_replaces_what_it_said()
    {
        Import();
        Write("a.md", "# Alpha\n\nAlpha pays on Friday.");
        Import();
        Assert.Equal("doc-alpha: Alpha pays on Friday. | doc-beta: Beta pays on Tuesday.", Held());
    }

    [Fact]
    public void A_file_that_is_gone_is_quoted_no_longer_and_comes_back_with_its_file()
    {
        Import();
        File.Move(Path.Combine(papers, "b.md"), folder.File("b.md"));
        Import();
        Assert.Equal("doc-alpha: Alpha pays on Monday.", Held());
        File.Move(folder.File("b.md"), Path.Combine(papers, "b.md"));
        Import();
        Assert.Equal("doc-alpha: Alpha pays on Monday. | doc-beta: Beta pays on Tuesday.", Held());
    }

    [Fact]
    public void A_file_that_has_become_unreadable_keeps_what_it_said()
    {
        Import();
        Write("b.md", "");
        Assert.Equal(ImportOutcome.DoneWithRefusals, Import().Outcome);
        Assert.Equal("doc-alpha: Alpha pays on Monday. | doc-beta: Beta pays on Tuesday.", Held());
    }

    [Fact]
    public void The_index_is_swapped_when_it_is_told_and_answers_meanwhile()
    {
        Import();
        var current = new CurrentDocuments(store, Library);
        var before = current.Index;
        Write("a.md", "# Alpha\n\nAlpha pays on Friday.");
        Import();
        Assert.Same(before, current.Index);
        Assert.Equal("Alpha pays on Monday.", before.Find("when does alpha pay", 1)[0].Passage.Text);
        current.Refresh();
        Assert.Equal("Alpha pays on Friday.", current.Index.Find("when does alpha pay", 1)[0].Passage.Text);
        var after = current.Index;
        current.Refresh();
        Assert.Same(after, current.Index);
    }

    [Fact]
    public void Documents_do_not_push_out_the_sample_providers()
    {
        Import();
        CommissioningBot.Knowledge.Imports.Csv.SampleProviders.Seed(store, Now);
        Assert.NotEmpty(store.Providers());
    }
}
