namespace CommissioningBot.Knowledge.Imports.Documents;

internal enum BlockKind
{
    Heading,
    Paragraph,

    /// <summary>An item of a list, or a row of a table.</summary>
    Item,

    /// <summary>A footnote: it may stand in the middle of a sentence that runs over a page.</summary>
    Note,
}

/// <param name="Level">Of a heading: 0 is the outermost. Of anything else: headings of this level and below do not reach over it; 0 if they do.</param>
internal sealed record Block(BlockKind Kind, string Text, int Level = 0);

/// <summary>A document as its file has it.</summary>
/// <param name="Title">What the file itself calls the document; null if it does not say.</param>
/// <param name="Date">The date that the file itself states, as it stands there; null if it does not say.</param>
/// <param name="Fields">Front matter by lower-case name; empty if there is none.</param>
internal sealed record RawDocument(string? Title, string? Date, IReadOnlyList<Block> Blocks, IReadOnlyDictionary<string, string> Fields)
{
    public static readonly IReadOnlyDictionary<string, string> NoFields = new Dictionary<string, string>();
}
