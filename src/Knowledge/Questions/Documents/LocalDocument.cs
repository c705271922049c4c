namespace CommissioningBot.Knowledge.Questions.Documents;

/// <summary>A paper of a council or a CVS that whoever runs this copy imported. It is quoted, never retold, and never law.</summary>
public sealed record LocalDocument
{
    /// <summary>What citations call it; stays the same when the document is imported again.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Its date in words; where it states none, the words say that and name the day of the file.</summary>
    public required string Date { get; init; }

    /// <summary>Places that it is about, as the lists of places name them; empty if that is not known.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public required string DataSet { get; init; }

    public required string Licence { get; init; }

    /// <summary>Its path inside what was imported.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file's bytes, in lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Its text in order.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }
}

/// <summary>Some sentences of a document, word for word.</summary>
/// <param name="Section">The headings above it, outermost first, parted by <see cref="Parting"/>; empty before the first heading.</param>
/// <param name="Text">Paragraphs and list items, each a line; list items begin with "- ".</param>
public sealed record Passage(string Section, string Text)
{
    public const string Parting = " › ";
}
