using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Documents;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>What the operator says of the documents, before what they say of themselves.</summary>
/// <param name="Id">What citations call it; only for a single file.</param>
/// <param name="Title">Only for a single file.</param>
/// <param name="Date">In words or as 2019-03-31.</param>
/// <param name="Place">Where they hold; several are parted by commas.</param>
public sealed record DocumentDetails(string? Id = null, string? Title = null, string? Date = null, string? Place = null)
{
    public static readonly DocumentDetails None = new();
}

/// <summary>Makes a local document of a raw one: its id, title, date and place, and its passages.</summary>
internal sealed partial class DocumentTranslator(ContentLibrary library, DocumentDetails details, string dataSet, string licence)
{
    private const int MostPassages = 20_000;
    private const int LongestTitle = 160;
    private const int LongestDate = 40;

    /// <exception cref="UnreadableFileException">There is nothing in it to quote, too much, or its id is not its own.</exception>
    public LocalDocument Translate(DocumentFile file, RawDocument raw, string digest)
    {
        var passages = PassageCutter.Cut(raw.Blocks).Take(MostPassages + 1).ToList();
        if (passages.Count == 0) throw new UnreadableFileException("there are no words in it");
        if (passages.Count > MostPassages) throw new UnreadableFileException("it is too long: more than 20,000 passages");
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        var known = library.Sources.FirstOrDefault(s => s.IsPaper && s.Id == (details.Id ?? Field(raw, "id") ?? stem.ToLowerInvariant()));
        var title = Cut(details.Title ?? Field(raw, "title") ?? known?.Name ?? ImportedText.WithoutContacts(raw.Title is { Length: > LongestTitle } whole ? whole[..LongestTitle] : raw.Title) ?? $"file {ImportedText.Visible(Path.GetFileName(file.Name))}", LongestTitle);
        return new LocalDocument
        {
            Id = Id(details.Id ?? Field(raw, "id") ?? known?.Id, title),
            Title = title,
            Date = InWords(details.Date ?? Field(raw, "date")) ?? known?.Date ?? InWords(raw.Date)
                ?? string.Create(CultureInfo.InvariantCulture, $"no date stated, file of {file.Saved:d MMMM yyyy}"),
            Places = Places(details.Place ?? Field(raw, "place"), title),
            DataSet = dataSet,
            Licence = licence,
            File = file.Name,
            Digest = digest,
            Passages = passages,
        };
    }

    private static string? Field(RawDocument raw, string name) => raw.Fields.TryGetValue(name, out var value) ? ImportedText.Visible(value) : null;

    private string Id(string? stated, string title)
    {
        if (stated is null) return "doc-" + Slug(title);
        if (!WellFormed().IsMatch(stated)) throw new UnreadableFileException($"its id \"{ImportedText.Shortened(stated)}\" is not made of small letters, figures and hyphens");
        // Under the name of a law a local paper would pass for it.
        return stated is "council-profile" or "current-rules" || library.Sources.Any(s => !s.IsPaper && s.Id == stated)
            ? throw new UnreadableFileException($"the id \"{stated}\" belongs to a rule that is cited already")
            : stated;
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var word in Words.Split(title))
        {
            if (slug.Length + word.Text.Length > 60) break;
            slug.Append(slug.Length > 0 ? "-" : "").Append(word.Text.Where(c => char.IsAsciiLetterOrDigit(c)).ToArray());
        }
        return slug.Length > 0 ? slug.ToString().Trim('-') : "untitled";
    }

    private List<string> Places(string? stated, string title)
    {
        if (stated is null) return [.. library.Words.Places.Read(Words.Split(title)).Places.Where(p => p.Meanings.Count == 0).Select(p => p.Name)];
        return [.. stated.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => library.Words.Places.Read(Words.Split(p)).Places is [{ Meanings.Count: 0 } known] ? known.Name : Cut(p, 60)).Distinct()];
    }

    private static string? InWords(string? date)
    {
        if (ImportedText.Visible(date) is not { } visible) return null;
        return ImportedText.Date(visible) is { } day ? Dates.InWords(day) : Cut(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(visible.ToLowerInvariant()), LongestDate);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 3)] + "...";

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{1,60}$")]
    private static partial Regex WellFormed();
}
