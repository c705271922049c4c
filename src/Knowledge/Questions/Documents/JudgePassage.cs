using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Documents;

/// <summary>Weighs what counting words does not see: how much of the question a passage speaks of, how near together, of which place, and whether it can hold such an answer.</summary>
internal sealed partial class JudgePassage(WordLists words, IReadOnlyList<Token> ideas, IReadOnlyList<float> weights, IReadOnlyList<string> places, string question)
{
    /// <summary>From here on <see cref="OfPlace"/> says that a passage is about the place.</summary>
    public const float IsThere = 0.8f;

    private const int Near = 6;

    private readonly string plain = Boundaries.Plain(question);

    /// <summary>The factor for a passage's score.</summary>
    public float Weigh(FoundPassage found, float coverage) =>
        (0.5f + 0.5f * coverage) * (1 + Closeness(found.Passage.Text)) * Holds(found.Passage) * Substance(found.Passage);

    // The share of the question's neighbouring ideas that stand near together in the passage.
    private float Closeness(string text)
    {
        if (ideas.Count < 2) return 0;
        var at = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var position = 0;
        foreach (var token in words.Concepts.Read(Words.Split(text)))
        {
            if (token.IsStop) continue;
            if (!at.TryGetValue(token.Key, out var list)) at[token.Key] = list = [];
            list.Add(position++);
        }
        float near = 0, all = 0;
        for (var i = 1; i < ideas.Count; i++)
        {
            var weight = weights[i - 1] + weights[i];
            all += weight;
            if (at.TryGetValue(ideas[i - 1].Key, out var first) && at.TryGetValue(ideas[i].Key, out var second)
                && first.Any(f => second.Any(s => Math.Abs(s - f) <= Near))) near += weight;
        }
        return all == 0 ? 0 : 0.3f * near / all;
    }

    /// <summary>From 1 where the passage is about a place that the question names, or the question names none, down to little where it is about others.</summary>
    public float OfPlace(FoundPassage found)
    {
        if (places.Count == 0) return 1;
        var inSection = Named(found.Passage.Section);
        if (inSection.Overlaps(places)) return 1;
        if (Named(found.Passage.Text).Overlaps(places)) return 0.85f;
        if (found.Document.Places.Any(places.Contains)) return inSection.Count == 0 ? 0.9f : 0.3f;
        return 0.15f;
    }

    private HashSet<string> Named(string text) => words.Places.Read(Words.Split(text)).Places.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);

    // A question that wants a sum is seldom answered where no sum stands.
    private float Holds(Passage passage)
    {
        var factor = 1f;
        if (WantsMoney().IsMatch(plain)) factor *= Money().IsMatch(passage.Text) ? 1.2f : 0.9f;
        else if (WantsNumber().IsMatch(plain)) factor *= Number().IsMatch(passage.Text) ? 1.1f : 0.9f;
        if (WantsTime().IsMatch(plain)) factor *= Time().IsMatch(passage.Text) ? 1.15f : 0.9f;
        if (WantsWho().IsMatch(plain)) factor *= Name().IsMatch(passage.Text) ? 1.1f : 0.9f;
        if (WantsList().IsMatch(plain)) factor *= passage.Text.Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal)) >= 2 ? 1.15f : 1;
        return factor;
    }

    // Lists of references, addresses and lines that say little are seldom answers.
    private static float Substance(Passage passage)
    {
        var count = passage.Text.AsSpan().Count(' ') + 1;
        var addresses = Address().Count(passage.Text);
        return (count < 12 ? 0.7f : 1) * (addresses > 0 && addresses * 14 > count ? 0.6f : 1);
    }

    [GeneratedRegex(@"how much|what.*\b(cost|budget|amount|sum|price)|how big|\b(cash|stump|fee)\b")]
    private static partial Regex WantsMoney();

    [GeneratedRegex(@"how many|what (number|share|percentage|proportion)|\bpercent")]
    private static partial Regex WantsNumber();

    [GeneratedRegex(@"\bwhen\b|what (year|date|day|month)|which (year|date)|how (long|often|soon|late)|since when|from what date|by what date")]
    private static partial Regex WantsTime();

    [GeneratedRegex(@"\bwho\b|\bwhos\b|\bwhom\b|\bwhich (council|firm|group|body|bodies|organisation|department|charit)")]
    private static partial Regex WantsWho();

    [GeneratedRegex(@"\blist\b|\bname the\b|what (sort|kind|kinds|sorts|things|are the|\w+ things|reports|evidence)|\bwhich (firms|things|topics)\b")]
    private static partial Regex WantsList();

    [GeneratedRegex(@"£\s?\d|\d\s?(k|m|million|bn)\b|\d,\d{3}")]
    private static partial Regex Money();

    [GeneratedRegex(@"\d|\b(two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|half|third|quarter)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(19|20)\d\d\b|\b(january|february|march|april|june|july|august|september|october|november|december)\b|\b(months?|years?|weeks?|days?|annual|annually|monthly|weekly|quarterly|yearly)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"\p{Ll},? (the )?\p{Lu}\p{L}+ (of |for |and |& )?\p{Lu}|\b\p{Lu}{3,}\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"https?:|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
