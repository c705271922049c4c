using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Documents;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports.Documents;

/// <summary>A broken or hostile file is refused with its reason, and the good one beside it is taken over all the same.</summary>
public sealed class RefusingDocuments : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly ContentLibrary Library = ContentLibrary.Load();

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;
    private readonly string papers;

    public RefusingDocuments()
    {
        store = new SqliteKnowledgeStore(folder.File("knowledge.db"));
        papers = Directory.CreateDirectory(folder.File("papers")).FullName;
        File.WriteAllText(Path.Combine(papers, "good.md"), MadeUpFiles.Markdown);
    }

    public void Dispose() => folder.Dispose();

    private ImportResult Import(DocumentDetails? details = null, string pdf = "pdftotext") => new ImportDocuments(store, Library, pdf).Run(papers, new ImportOptions(Now), details);

    private void IsRefused(string name, string because, string pdf = "pdftotext")
    {
        var result = Import(pdf: pdf);
        Assert.Equal(ImportOutcome.DoneWithRefusals, result.Outcome);
        var refusal = Assert.Single(result.Refusals);
        Assert.Equal(name, refusal.Place);
        Assert.Contains(because, refusal.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("good.md", Assert.Single(store.Documents()).File);
    }

    private void IsRefused(string name, byte[] bytes, string because, string pdf = "pdftotext")
    {
        File.WriteAllBytes(Path.Combine(papers, name), bytes);
        IsRefused(name, because, pdf);
    }

    [Fact]
    public void A_Word_document_that_is_cut_off() => IsRefused("cut.docx", MadeUpFiles.Word()[..^200], "cut off");

    [Fact]
    public void A_Word_document_that_unpacks_to_far_too_much() => IsRefused("bomb.docx", MadeUpFiles.Bomb(), "more than 100 MB");

    [Fact]
    public void A_Word_document_with_entities() => IsRefused(
        "entities.docx", MadeUpFiles.Word("<w:p><w:r><w:t>&xxe;</w:t></w:r></w:p>", "<!DOCTYPE d [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>"), "damaged inside");

    [Fact]
    public void A_Word_document_that_is_nested_without_end() => IsRefused(
        "deep.docx", MadeUpFiles.Word(string.Concat(Enumerable.Repeat("<w:sdt>", 2000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 2000))), "nested too deeply");

    [Fact]
    public void A_packed_file_that_is_no_Word_document() => IsRefused("other.docx", MadeUpFiles.Zip(("a.txt", "x")), "no text part");

    [Fact]
    public void A_program_that_calls_itself_text() => IsRefused("program.txt", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "a program under another name");

    [Fact]
    public void Bytes_that_call_themselves_text() => IsRefused("noise.txt", [1, 2, 3, 0, 5, 200, 201, 7], "not a text file");

    [Fact]
    public void A_kind_of_file_that_is_not_read() => IsRefused("sheet.xlsx", [1, 2, 3], "what is: .md");

    [Fact]
    public void An_old_Word_file() => IsRefused("old.doc", [0xD0, 0xCF], "save it as a Word document");

    [Fact]
    public void A_file_with_nothing_in_it() => IsRefused("empty.txt", [], "empty");

    [Fact]
    public void A_page_with_no_words() => IsRefused("blank.html", "<html><body><script>x</script></body></html>"u8.ToArray(), "no words");

    [Fact]
    public void A_page_that_is_nested_without_end() =>
        IsRefused("deep.html", System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "words"), "nested too deeply");

    [Fact]
    public void Markdown_that_is_nested_without_end() => IsRefused("deep.md", System.Text.Encoding.UTF8.GetBytes(new string('>', 5000) + " words"), "damaged");

    [Fact]
    public void A_file_of_200_MB()
    {
        using (var file = File.Create(Path.Combine(papers, "huge.txt"))) file.SetLength(200L * 1024 * 1024);
        IsRefused("huge.txt", "larger than 20 MB");
    }

    [Fact]
    public void A_link_to_another_place()
    {
        File.CreateSymbolicLink(Path.Combine(papers, "link.txt"), folder.Write("outside.txt", "secret words"));
        IsRefused("link.txt", "links are not followed");
    }

    [Fact]
    public void A_PDF_where_no_program_reads_it() => IsRefused("a.pdf", MadeUpFiles.Pdf("words"), "poppler-utils", pdf: "no-such-program");

    [SkippableFact]
    public void A_PDF_that_is_damaged()
    {
        Skip.IfNot(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed.");
        IsRefused("broken.pdf", "%PDF-1.4 and nothing more"u8.ToArray(), "cannot read it");
    }

    /// <summary>None of these is refused; a reader that goes over them again and again would not come to an end.</summary>
    [Theory]
    [InlineData("*")]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("| ")]
    [InlineData("¹ x\n")]
    [InlineData("a | b | c\n")]
    [InlineData("1. A\n\n")]
    public void Text_that_repeats_itself_two_hundred_thousand_times_is_read_to_its_end(string again)
    {
        File.WriteAllText(Path.Combine(papers, "again.txt"), "Words at first. " + string.Concat(Enumerable.Repeat(again, 200_000)));
        Assert.NotEqual(ImportOutcome.NotDone, Import().Outcome);
        Assert.Contains(store.Documents(), d => d.File == "good.md");
    }

    [Theory]
    [InlineData("procurement-act-2023", "belongs to a rule")]
    [InlineData("current-rules", "belongs to a rule")]
    [InlineData("../../etc", "small letters")]
    public void An_id_that_is_a_laws_or_none(string id, string because) => IsRefused("law.md", System.Text.Encoding.UTF8.GetBytes($"---\nid: {id}\n---\n\nWords."), because);

    [Fact]
    public void A_second_document_of_the_same_title() => IsRefused("other.md", System.Text.Encoding.UTF8.GetBytes("---\ntitle: Fernlea compact\n---\n\nOther words."), "same title as good.md");

    [Fact]
    public void A_title_for_a_whole_folder_is_not_understood() => Assert.Equal(ImportOutcome.NotDone, Import(new DocumentDetails(Title: "All of them")).Outcome);

    [Fact]
    public void Nothing_at_the_path_is_not_done() =>
        Assert.Equal(ImportOutcome.NotDone, new ImportDocuments(store, Library).Run(folder.File("nowhere"), new ImportOptions(Now)).Outcome);

    [Fact]
    public void A_dry_run_names_what_would_be_refused_and_changes_nothing()
    {
        File.WriteAllText(Path.Combine(papers, "empty.txt"), "");
        var result = new ImportDocuments(store, Library).Run(papers, new ImportOptions(Now, DryRun: true));
        Assert.Equal((ImportOutcome.DoneWithRefusals, 2, 1), (result.Outcome, result.Rows, result.Named));
        Assert.Equal(0, store.DataVersion);
        Assert.Empty(store.Documents());
    }
}
