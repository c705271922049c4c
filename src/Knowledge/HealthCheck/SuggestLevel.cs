using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>
/// Hears in a typed sentence which of an item's four levels it sounds like. It is only ever offered, so it would rather say nothing than
/// guess: questions, hedges and words that pull both ways suggest nothing, and of two levels near each other the lower is taken.
/// </summary>
public static partial class SuggestLevel
{
    private const int MostWords = 40;

    private static readonly Clauses[] Hedges = Phrases("think", "maybe", "probably", "perhaps", "not sure", "unsure", "might", "possibly", "suppose", "depends", "not certain");

    private static readonly Clauses[] Begun = Phrases(
        "draft", "half", "working on", "started", "begun", "progress", "partly", "verbal", "word mouth", "informal", "old", "out date", "expired", "somewhere", "lost",
        "not find", "not know where", "gone missing", "mislaid", "downloaded", "template", "meant", "intend", "still writing", "nearly", "almost",
        "when remember", "when get round", "when have time", "when time", "on and off", "hit miss", "now and again", "now and then", "time time", "sometimes", "occasionally");

    private static readonly Clauses[] Done = Phrases("signed", "written", "agreed", "adopted", "in use", "use it", "up date", "everyone copy", "published", "in writing");

    private static readonly Clauses[] LookedAt = Phrases("reviewed", "review", "looked", "look", "went over", "go over", "went through", "go through", "gone through", "look over", "checked", "check", "update", "updated", "read", "revisit", "renewed", "touched");

    /// <summary>0 to 3, or null if the words do not clearly sound like one of them.</summary>
    public static int? For(Catalogue catalogue, Item item, string text)
    {
        var folded = Words.Fold(text);
        if (LooksLikeQuestion().IsMatch(folded) || IGuess().IsMatch(folded)) return null;
        var said = new Clauses(text);
        if (said.Count is 0 or > MostWords || said.All.All(c => c.Words.All(Clauses.IsNegator)) || Array.Exists(Hedges, h => said.Find(h) is not null)) return null;
        var talk = catalogue.TalkOf(item.Id);

        var own = talk.Says.SelectMany((phrases, level) => phrases.Select(p => (Level: level, Found: said.Find(p)))).Where(f => f.Found is not null).ToList();
        var levels = own.Where(f => !f.Found!.IsNegated).Select(f => f.Level).ToHashSet();
        // A clause in which the item's own words were heard has had its say.
        // But "never done a risk assessment" denies, and says no more.
        var heard = own.Where(f => !f.Found!.IsNegated || f.Level < Need.LawLevel).Select(f => f.Found!.Clause).ToHashSet();

        var looked = said.All.Where(c => Array.Exists(LookedAt, l => said.Find(l) is { } f && f.Clause == c.Clause)).Select(c => c.Clause).ToHashSet();
        var isLongAgo = LongAgo().IsMatch(folded);
        var notLooked = said.All.Any(c => looked.Contains(c.Clause) && c.Words.Any(Clauses.IsNegator)) || isLongAgo;
        var lookedLately = !notLooked && looked.Count > 0 && Lately().IsMatch(folded);
        var named = talk.Also.Concat(["policy", "one"]).Any(a => said.Find(a) is { IsNegated: false });

        if (talk.IsDocument)
        {
            if (IsBegun(said, folded)) levels.Add(1);
            // "Nothing written" is the item's own lowest, not something begun.
            var nothing = own.Where(f => f.Level == 0).Select(f => f.Found!.Clause).ToHashSet();
            foreach (var done in Done.Select(said.Find).OfType<Clauses.Found>().Where(d => !d.IsNegated || !nothing.Contains(d.Clause))) levels.Add(done.IsNegated ? 1 : 2);
            if (lookedLately) levels.Add(3);
            if (levels.Count == 0 && named && notLooked) levels.Add(2);
        }
        else if (levels.Count == 0 && IsBegun(said, folded))
        {
            levels.Add(1);
        }
        var denies = said.All.Any(c => c.Words.Any(Clauses.IsNegator) && !heard.Contains(c.Clause) && !(looked.Contains(c.Clause) && notLooked));
        if (levels.Count == 0 && denies && !(named && said.All.Count() > 1)) levels.Add(0);
        return Weigh(levels) is { } level ? notLooked ? Math.Min(level, 2) : level : null;
    }

    private static bool IsBegun(Clauses said, string folded) => Array.Exists(Begun, b => said.Find(b) is { IsNegated: false }) || GoingTo().IsMatch(folded);

    // What reaches far up and what is missing altogether do not go together; a lower word beside a higher one counts.
    private static int? Weigh(HashSet<int> levels) => levels.Order().ToList() switch
    {
        [] => null,
        [var one] => one,
        [0, 1] => 1,
        [1, 2] => 1,
        [2, 3] => 3,
        _ => null,
    };

    private static Clauses[] Phrases(params string[] phrases) => [.. phrases.Select(p => new Clauses(p))];

    [GeneratedRegex(@"\?\s*$|^(so |and |but |ok )*(what|whats|what's|who|how|when|where|why|which|do you|does|should|could|must|may|explain|tell me)\b")]
    private static partial Regex LooksLikeQuestion();

    [GeneratedRegex(@"(?<!not )\bgoing to\b")]
    private static partial Regex GoingTo();

    [GeneratedRegex(@"\bi (guess|reckon)\b|\b(sort|kind) of\b")]
    private static partial Regex IGuess();

    [GeneratedRegex(@"\bfor (ages|years|a while|a long time|yonks)\b|\bsince (19|20)\d\d\b|\b(long ago|years ago|years old|ages ago|donkey'?s years)\b")]
    private static partial Regex LongAgo();

    [GeneratedRegex(@"\b(this|every|each) (year|term|quarter|spring|summer|autumn|winter)\b|\b(yearly|annually|agm)\b|\blast (month|week|year)\b|\b(in|every|each|last) (january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(every|each|at every|at each) (meeting|month)\b")]
    private static partial Regex Lately();
}
