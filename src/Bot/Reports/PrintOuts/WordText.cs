using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax.Inlines;

namespace CommissioningBot.Bot.Reports.PrintOuts;

/// <summary>Words within a paragraph: bold, emphasis, links and breaks.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(ContainerInline? words, MainDocumentPart main, bool isBold = false)
    {
        var paragraph = new Paragraph();
        if (words is not null) Write(words, paragraph, main, isBold, isItalic: false);
        return paragraph;
    }

    private static void Write(ContainerInline words, OpenXmlElement into, MainDocumentPart main, bool isBold, bool isItalic)
    {
        foreach (var inline in words)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    into.Append(Run(literal.Content.ToString(), isBold, isItalic));
                    break;
                case LineBreakInline { IsHard: true }:
                    into.Append(new Run(new Break()));
                    break;
                case LineBreakInline:
                    into.Append(Run(" ", isBold, isItalic));
                    break;
                case EmphasisInline emphasis:
                    Write(emphasis, into, main, isBold || emphasis.DelimiterCount == 2, isItalic || emphasis.DelimiterCount == 1);
                    break;
                case LinkInline { Url: { } url } link when Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https":
                    var hyperlink = new Hyperlink { Id = main.AddHyperlinkRelationship(address, true).Id };
                    Write(link, hyperlink, main, isBold, isItalic);
                    foreach (var run in hyperlink.Elements<Run>()) (run.RunProperties ??= new RunProperties()).Append(new Color { Val = "1D5F8A" }, new Underline { Val = UnderlineValues.Single });
                    into.Append(hyperlink);
                    break;
                case ContainerInline container:
                    Write(container, into, main, isBold, isItalic);
                    break;
                case HtmlEntityInline entity:
                    into.Append(Run(entity.Transcoded.ToString(), isBold, isItalic));
                    break;
            }
        }
    }

    private static Run Run(string text, bool isBold, bool isItalic)
    {
        var look = new RunProperties();
        if (isBold) look.Append(new Bold());
        if (isItalic) look.Append(new Italic());
        return new Run(look, new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    // XML 1.0 cannot carry control characters, and Word refuses a file with one.
    private static string Printable(string text) => string.Concat(text.Where(c => c >= ' ' && c is not ('\uFFFE' or '\uFFFF') || c is '\t'));
}
