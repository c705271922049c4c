using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommissioningBot.Bot.Reports.PrintOuts;

/// <summary>How a Word file of ours looks: large plain letters on A4.</summary>
internal static class WordStyles
{
    // Word counts letters in half points and lengths in twentieths of a point.
    private const string BodySize = "24";

    /// <summary>The width of A4 less its margins, in twentieths of a point.</summary>
    public const int TextWidth = 11906 - 2 * 1134;

    /// <summary>How wide a column is that holds so many letters in one line, in twentieths of a point, also where Arial is missing and a wider face stands in.</summary>
    public static int WidthOf(int letters) => 240 + letters * 165;

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = BodySize }, new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Heading(1, "36"), Heading(2, "30"), Heading(3, "26"),
        new Style(new StyleName { Val = "List Paragraph" }, new BasedOn { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "ListParagraph" });

    public static TableProperties TableLook()
    {
        var line = BorderValues.Single;
        return new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = line, Size = 4 }, new LeftBorder { Val = line, Size = 4 }, new BottomBorder { Val = line, Size = 4 },
                new RightBorder { Val = line, Size = 4 }, new InsideHorizontalBorder { Val = line, Size = 4 }, new InsideVerticalBorder { Val = line, Size = 4 }),
            new TableCellMarginDefault(new TopMargin { Width = "60", Type = TableWidthUnitValues.Dxa }, new BottomMargin { Width = "60", Type = TableWidthUnitValues.Dxa }));
    }

    /// <summary>A4 with margins of 2 cm.</summary>
    public static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567 });

    private static Style Heading(int level, string size) => new(
        new StyleName { Val = $"heading {level}" }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" },
        new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "120" }, new OutlineLevel { Val = level - 1 }),
        new StyleRunProperties(new Bold(), new FontSize { Val = size }))
    { Type = StyleValues.Paragraph, StyleId = $"Heading{level}" };
}

/// <summary>The numbering of a file's lists; each numbered list begins at 1.</summary>
internal sealed class WordLists(NumberingDefinitionsPart part)
{
    private readonly List<NumberingInstance> lists = [];

    /// <summary>Begins a list and gives its number.</summary>
    public int Begin(bool isOrdered)
    {
        var instance = new NumberingInstance(new AbstractNumId { Val = isOrdered ? 1 : 0 }) { NumberID = lists.Count + 1 };
        if (isOrdered) instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
        lists.Add(instance);
        return instance.NumberID!;
    }

    public void Save() => part.Numbering = new Numbering((OpenXmlElement[])[Kind(0, NumberFormatValues.Bullet, "•"), Kind(1, NumberFormatValues.Decimal, "%1."), .. lists]);

    private static AbstractNum Kind(int id, NumberFormatValues format, string text) => new(
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "567", Hanging = "425" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };
}
