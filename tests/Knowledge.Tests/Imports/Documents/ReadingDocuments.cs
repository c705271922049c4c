using System.Text;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Documents;
using CommissioningBot.Knowledge.Questions.Documents;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports.Documents;

/// <summary>What each kind of file comes to.</summary>
public sealed class ReadingDocuments : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly ContentLibrary Library = ContentLibrary.Load();

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public ReadingDocuments() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    public void Dispose() => folder.Dispose();

    private LocalDocument Read(string name, byte[] bytes, DocumentDetails? details = null)
    {
        var result = new ImportDocuments(store, Library).Run(folder.Write(name, bytes), new ImportOptions(Now), details);
        Assert.Equal(("", ImportOutcome.Done), (string.Join(' ', result.Refusals.Select(r => r.Reason).Prepend(result.Reason)).Trim(), result.Outcome));
        return Assert.Single(store.Documents());
    }

    private LocalDocument Read(string name, string text, DocumentDetails? details = null) => Read(name, Encoding.UTF8.GetBytes(text), details);

    [Fact]
    public void Markdown_says_title_date_and_place_at_its_top_and_its_headings_are_sections()
    {
        var document = Read("compact.md", MadeUpFiles.Markdown);
        Assert.Equal(("doc-fernlea-compact", "Fernlea Compact", "31 March 2019", "Fernlea"), (document.Id, document.Title, document.Date, Assert.Single(document.Places)));
        Assert.Equal(["", "Paying on time", "Meeting"], document.Passages.Select(p => p.Section));
        Assert.Equal(MadeUpFiles.Payment + " A group that waits for longer may ring the Compact officer.", document.Passages[1].Text);
        Assert.Equal("The compact forum meets:\n- in March, at the town hall; and\n- in October, at the library.", document.Passages[2].Text);
    }

    [Fact]
    public void Of_a_web_page_the_main_text_is_read_and_nothing_that_is_hidden_or_run()
    {
        var document = Read("compact.html", MadeUpFiles.Html);
        Assert.Equal(("Compact", "31 March 2019"), (document.Title, document.Date));
        Assert.Equal("Compact › Paying on time", document.Passages[^1].Section);
        Assert.Equal(MadeUpFiles.Payment + " Read more", document.Passages[^1].Text);
        Assert.DoesNotContain(document.Passages, p => p.Text.Contains("script", StringComparison.Ordinal) || p.Text.Contains("hidden", StringComparison.Ordinal) || p.Text.Contains("Footer", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_Word_document_headings_words_and_table_rows_are_read_and_nothing_that_was_deleted()
    {
        var document = Read("compact.docx", MadeUpFiles.Word());
        Assert.Equal("Fernlea Compact", document.Title);
        Assert.Equal(new Passage("Paying on time", MadeUpFiles.Payment + "\n- Small grant · up to £500"), Assert.Single(document.Passages));
    }

    [SkippableFact]
    public void A_PDF_is_read_where_pdftotext_is()
    {
        Skip.IfNot(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed.");
        Assert.Equal(MadeUpFiles.Payment, Assert.Single(Read("compact.pdf", MadeUpFiles.Pdf(MadeUpFiles.Payment)).Passages).Text);
    }

    [Fact]
    public void Text_without_marks_has_its_headings_found_and_its_broken_lines_joined()
    {
        var document = Read("compact-2019.txt", "FERNLEA\n\nMarch 2019\n\n1. PAYING\n\n<p>The council pays an invoice\nfrom a group within</p>\n\n\f4\n\n¹ A footnote of the page.\n\nfifteen working days.\n\n1.1 Waiting\n\n• ring the officer\n• write to the chair\n\nAppendix 2: Who is who\n\nThe officer is at the town hall.\n");
        Assert.Equal(("doc-file-compact-2019-txt", "file compact-2019.txt", "March 2019"), (document.Id, document.Title, document.Date));
        Assert.Equal(["FERNLEA", "1. PAYING", "1. PAYING › 1.1 Waiting", "Appendix 2: Who is who"], document.Passages.Select(p => p.Section));
        Assert.StartsWith("The council pays an invoice from a group within fifteen working days.", document.Passages[1].Text, StringComparison.Ordinal);
        Assert.Equal("- ring the officer\n- write to the chair", document.Passages[2].Text);
    }

    [Fact]
    public void What_states_no_date_says_so_with_the_day_of_the_file()
    {
        var path = folder.Write("notes.txt", "We met and agreed on nothing much.");
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 5, 3, 0, 0, 0, DateTimeKind.Utc));
        new ImportDocuments(store, Library).Run(path, new ImportOptions(Now));
        Assert.Equal("no date stated, file of 3 May 2020", Assert.Single(store.Documents()).Date);
    }

    [Fact]
    public void What_the_operator_says_goes_before_what_the_file_says()
    {
        var document = Read("compact.md", MadeUpFiles.Markdown, new DocumentDetails("fernlea-2019", "The Compact", "spring 2019", "Bolton, Fernlea"));
        Assert.Equal(("fernlea-2019", "The Compact", "Spring 2019"), (document.Id, document.Title, document.Date));
        Assert.Equal(["Bolton", "Fernlea"], document.Places);
    }

    [Fact]
    public void A_file_of_the_Windows_alphabet_is_read_with_its_pounds_and_quotes()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("A grant of £500 – the ‘small’ one.");
        Assert.Equal("A grant of £500 – the ‘small’ one.", Assert.Single(Read("grant.txt", bytes).Passages).Text);
    }

    [Fact]
    public void Passages_end_with_sentences_and_lose_no_word()
    {
        var text = string.Join(' ', Enumerable.Range(1, 60).Select(i => FormattableString.Invariant($"Sentence {i} says a little about e.g. grants for No. {i} High Street.")));
        var document = Read("long.txt", text);
        Assert.True(document.Passages.Count > 3);
        Assert.All(document.Passages, p => Assert.True(p.Text.EndsWith("Street.", StringComparison.Ordinal) && p.Text.Split(' ').Length <= 120));
        Assert.Equal(text, string.Join(' ', document.Passages.Select(p => p.Text)));
    }

    [Fact]
    public void Addresses_and_numbers_of_people_are_left_out() =>
        Assert.Equal("Ring [telephone number left out] or write to [e-mail address left out].", Assert.Single(Read("contact.txt", "Ring 0151-606 2130 or write to jo@example.org.").Passages).Text);
}
