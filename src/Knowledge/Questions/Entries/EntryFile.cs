using CommissioningBot.Knowledge.Citations;

namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>
/// Reads a file of entries: YAML between two lines of <c>---</c>, then the text in Markdown, again and again. A first block without an id
/// holds what all entries of the file share. A line of <c>+++</c> parts the short text from the rest.
/// </summary>
internal static class EntryFile
{
    private sealed class Fields
    {
        public string? Id { get; set; }
        public string? Title { get; set; }
        public List<string>? Place { get; set; }
        public string? Period { get; set; }
        public string? Currency { get; set; }
        public string? ValidFrom { get; set; }
        public string? ValidTo { get; set; }
        public string? CheckedOn { get; set; }
        public string? ReviewBy { get; set; }
        public string? Confidence { get; set; }
        public List<string>? Sources { get; set; }
        public List<string>? Asks { get; set; }
        public List<string>? SeeAlso { get; set; }
        public string? ReplacedBy { get; set; }
        public List<BranchFields>? Branches { get; set; }
    }

    private sealed class BranchFields
    {
        public string? Label { get; set; }
        public string? Entry { get; set; }
        public string? From { get; set; }
        public string? To { get; set; }
    }

    public static IEnumerable<Entry> Read(string file, string content)
    {
        var shared = new Fields();
        foreach (var (yaml, text) in Blocks(file, content))
        {
            var fields = Yaml.Read<Fields>(file, yaml);
            if (fields.Id is null)
            {
                if (text.Length > 0) throw new ContentException(file, $"id is missing above \"{text[..Math.Min(40, text.Length)]}\"");
                shared = fields;
                continue;
            }
            yield return Make(file, fields, shared, text);
        }
    }

    private static IEnumerable<(string Yaml, string Text)> Blocks(string file, string content)
    {
        var parts = content.ReplaceLineEndings("\n").Split("\n---\n");
        if (!parts[0].StartsWith("---\n", StringComparison.Ordinal)) throw new ContentException(file, "does not begin with a line of ---");
        parts[0] = parts[0][4..];
        if (parts.Length % 2 != 0) throw new ContentException(file, "has a line of --- without its other half");
        for (var i = 0; i < parts.Length; i += 2) yield return (parts[i], parts[i + 1].Trim());
    }

    private static Entry Make(string file, Fields own, Fields shared, string text)
    {
        var place = $"{file}, {own.Id}";
        var parts = text.Split("\n+++\n");
        var confidence = OneOf<Confidence>(place, "confidence", own.Confidence ?? shared.Confidence);
        return new Entry
        {
            Id = own.Id!,
            Topic = Path.GetFileNameWithoutExtension(file),
            Title = Needed(place, "title", own.Title),
            Places = own.Place ?? shared.Place ?? [],
            Period = own.Period ?? shared.Period ?? "",
            Currency = CurrencyOf(place, own.Currency ?? shared.Currency),
            ValidFrom = Yaml.Date(place, "valid_from", own.ValidFrom ?? shared.ValidFrom),
            ValidTo = Yaml.Date(place, "valid_to", own.ValidTo ?? shared.ValidTo),
            CheckedOn = Yaml.Date(place, "checked_on", Needed(place, "checked_on", own.CheckedOn ?? shared.CheckedOn))!.Value,
            ReviewBy = Yaml.Date(place, "review_by", Needed(place, "review_by", own.ReviewBy ?? shared.ReviewBy))!.Value,
            Confidence = confidence,
            Sources = [.. (own.Sources ?? shared.Sources ?? []).Select(s => ReferenceOf(place, s))],
            Asks = own.Asks ?? [],
            SeeAlso = own.SeeAlso ?? [],
            ReplacedBy = own.ReplacedBy,
            Branches = [.. (own.Branches ?? []).Select(b => BranchOf(place, b))],
            Text = parts[0].Trim(),
            More = parts.Length > 1 ? parts[1].Trim() : null,
        };
    }

    private static Branch BranchOf(string place, BranchFields b) => new(
        Needed(place, "label of a branch", b.Label), Needed(place, "entry of a branch", b.Entry), Yaml.Date(place, "from", b.From), Yaml.Date(place, "to", b.To));

    private static Reference ReferenceOf(string place, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? new(text[..colon].Trim(), text[(colon + 1)..].Trim()) : new(Needed(place, "source", text.Trim()), "");
    }

    private static Currency CurrencyOf(string place, string? text) => text switch
    {
        "local paper" => Currency.LocalPaper,
        "in force" => Currency.InForce,
        "announced" => Currency.Announced,
        "closed" => Currency.Closed,
        "unconfirmed" => Currency.Unconfirmed,
        _ => throw new ContentException(place, $"currency is \"{text}\", not local paper, in force, announced, closed or unconfirmed"),
    };

    private static T OneOf<T>(string place, string field, string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) ? value : throw new ContentException(place, $"{field} is \"{text}\", not one of {string.Join(", ", Enum.GetNames<T>())}");

    private static string Needed(string place, string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? throw new ContentException(place, $"{field} is missing") : text;
}
