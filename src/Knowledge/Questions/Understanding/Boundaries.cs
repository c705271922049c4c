using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Understanding;

/// <summary>A kind of message that is not a question for the papers: danger, small talk, or something we do not answer.</summary>
/// <param name="Everyday">True if its words may also stand in a question of the field ("my bit of the light bill"); such a question is answered.</param>
internal sealed record Boundary(string Id, Outcome Outcome, IReadOnlyList<Regex> When, IReadOnlyList<Regex> Unless, string Says, IReadOnlyList<Choice> Choices, bool Everyday)
{
    public bool Fits(string plain) => When.Any(r => r.IsMatch(plain)) && !Unless.Any(r => r.IsMatch(plain));
}

/// <summary>The boundaries in the order of the file: the first that fits is taken, so danger stands first.</summary>
internal sealed class Boundaries(IReadOnlyList<Boundary> all)
{
    private sealed class Fields
    {
        public string? Id { get; set; }
        public string? Outcome { get; set; }
        public List<string> When { get; set; } = [];
        public List<string> Unless { get; set; } = [];
        public string? Says { get; set; }
        public bool Everyday { get; set; }
        public Dictionary<string, string> Choices { get; set; } = [];
    }

    /// <param name="text">The message.</param>
    /// <param name="isOfTheField">True if it plainly asks about grants, contracts and the like.</param>
    public Boundary? Of(string text, Func<bool> isOfTheField)
    {
        var plain = Plain(text);
        return all.FirstOrDefault(b => b.Fits(plain) && !(b.Everyday && isOfTheField()));
    }

    public IReadOnlyList<Boundary> All => all;

    public Boundary Named(string id) => all.First(b => b.Id == id);

    /// <summary>Folded words with single spaces, apostrophes joined and other signs gone: what the patterns are written for.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Words.Fold(text))
        {
            if (c == '\'') continue;
            if (char.IsLetterOrDigit(c) || c == '£') plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }

    public static Boundaries Read(string file, string yaml) => new([.. Yaml.Read<List<Fields>>(file, yaml).Select(f =>
    {
        var place = $"{file}, {f.Id}";
        if (f.Id is null || string.IsNullOrWhiteSpace(f.Says)) throw new ContentException(place, "id or says is missing");
        if (!Enum.TryParse<Outcome>(f.Outcome, ignoreCase: true, out var outcome) || outcome is Outcome.Answered or Outcome.Partly)
            throw new ContentException(place, $"outcome is \"{f.Outcome}\", not one that states no facts");
        return new Boundary(f.Id, outcome, [.. f.When.Select(p => Pattern(place, p))], [.. f.Unless.Select(p => Pattern(place, p))],
            f.Says.Trim(), [.. f.Choices.Select(c => new Choice(c.Key, c.Value))], f.Everyday);
    })]);

    private static Regex Pattern(string place, string pattern)
    {
        try
        {
            // The patterns repeat nothing inside a repeat and texts are short, so backtracking stays cheap; as non-backtracking ones they held 130 MB.
            return new Regex(pattern, RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ContentException(place, $"\"{pattern}\" is no pattern", e);
        }
    }
}
