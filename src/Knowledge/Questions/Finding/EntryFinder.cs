using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>An entry that may answer, and how well it fits.</summary>
/// <param name="Score">0 to about 1: the three below together.</param>
/// <param name="Coverage">The share of what the question tells that the entry speaks of at all; words that no entry knows count in full.</param>
/// <param name="Likeness">How like the question is to the nearest way of asking that the entry was written for.</param>
internal sealed record Found(Entry Entry, float Score, float Coverage, float Likeness);

/// <summary>Finds entries by their words and by the ways of asking they were written for.</summary>
internal sealed class EntryFinder
{
    private const float TitleWeight = 2.5f;
    private const float AsksWeight = 1.5f;
    private const float OneSentence = 0.92f;
    private const int Looked = 60;
    private const int MostIdeas = 60;

    private readonly ContentLibrary library;
    private readonly SearchIndex index;
    private readonly List<HashSet<string>[]> asks = [];

    public EntryFinder(ContentLibrary library)
    {
        this.library = library;
        var builder = new SearchIndex.Builder();
        foreach (var entry in library.All)
        {
            var concepts = library.Words.Concepts;
            var text = library.Thresholds.Resolve(entry.Text + " " + entry.More, entry.CheckedOn) ?? entry.Text;
            builder.Add((concepts.Expand(entry.Title), TitleWeight), (concepts.Expand(string.Join(". ", entry.Asks)), AsksWeight), (concepts.Expand(text), 1));
            asks.Add([.. entry.Asks.Append(entry.Title).Select(KeysOf)]);
        }
        index = builder.Build();
    }

    /// <summary>Those that fit best, best first.</summary>
    public List<Found> Find(Understood question, Func<Entry, bool> admits, int top = 8) =>
        [.. question.Readings
            .SelectMany((reading, i) => FindFor(reading, admits).Select(f => i == 0 ? f : f with { Score = f.Score * ShareOf(reading, question) }))
            .GroupBy(f => f.Entry).Select(g => g.MaxBy(f => f.Score)!)
            .OrderByDescending(f => f.Score).ThenBy(f => f.Entry.Id, StringComparer.Ordinal)
            .Take(top)];

    // A sentence that carries little of the question is a weak sign of what it is about.
    private float ShareOf(IReadOnlyList<Token> sentence, Understood question) =>
        OneSentence * (0.75f + 0.25f * Math.Min(1, sentence.Where(t => !t.IsStop).Sum(WeightOf) / Math.Max(1, question.Telling.Sum(WeightOf))));

    private IEnumerable<Found> FindFor(IReadOnlyList<Token> tokens, Func<Entry, bool> admits)
    {
        var ideas = tokens.Where(t => !t.IsStop).DistinctBy(t => t.Key).Take(MostIdeas).ToList();
        if (ideas.Count == 0) return [];
        var weights = ideas.ConvertAll(WeightOf);
        var total = weights.Sum();
        var strict = ideas.Sum(StrictWeightOf);
        var keys = tokens.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var hits = index.Find([.. ideas.SelectMany(Terms)], Looked, d => admits(library.All[d]));
        var best = hits.Count == 0 ? 1 : hits[0].Score;
        return hits.Select(hit =>
        {
            var coverage = ideas.Select((_, i) => hit.Matched(i) ? weights[i] : 0).Sum() / total;
            var likeness = asks[hit.Document].Max(ask => Likeness(keys, ask));
            var score = 0.45f * likeness + 0.35f * coverage + 0.2f * (hit.Score / best) * coverage;
            return new Found(library.All[hit.Document], score, coverage * total / strict, likeness);
        });
    }

    /// <summary>The share of the question's ideas that occur anywhere in the content.</summary>
    public float Familiarity(Understood question)
    {
        var ideas = question.Telling.Where(t => !t.Words.All(w => char.IsAsciiDigit(w.Text[0]))).ToList();
        return ideas.Count == 0 ? 1 : (float)ideas.Count(t => index.Knows(t.Key)) / ideas.Count;
    }

    private static IEnumerable<QueryTerm> Terms(Token token, int group)
    {
        yield return new QueryTerm(token.Key, (token.IsConcept ? 0.9f : 1) * FocusOf(token), group);
        if (!token.IsConcept) yield break;
        var telling = token.Words.Where(w => !w.IsStop).ToList();
        foreach (var word in telling) yield return new QueryTerm(word.Stem, 1f / telling.Count, group);
    }

    // "How long" and "how much" say what is wanted of the subject.
    private static float FocusOf(Token token) => token.Words.Count > 1 && token.Words[0].Text == "how" ? 1.6f : 1;

    // A word that no entry uses is most often a lay word for something else; a figure is the asker's own.
    private float WeightOf(Token token)
    {
        if (index.Knows(token.Key)) return index.Rarity(token.Key) * FocusOf(token);
        return index.Rarity("") * (token.Words.All(w => char.IsAsciiDigit(w.Text[0])) ? 0.1f : 0.35f);
    }

    private float StrictWeightOf(Token token) =>
        index.Knows(token.Key) || token.Words.All(w => char.IsAsciiDigit(w.Text[0])) ? WeightOf(token) : index.Rarity("");

    private HashSet<string> KeysOf(string ask) => library.Words.Concepts.Read(library.Words.Places.Read(Words.Split(ask)).Others)
        .Select(t => t.Key).ToHashSet(StringComparer.Ordinal);

    private float Likeness(HashSet<string> question, HashSet<string> ask)
    {
        float shared = 0, all = 0;
        foreach (var key in question)
        {
            var weight = LikenessWeight(key);
            all += weight;
            if (ask.Contains(key)) shared += weight;
        }
        foreach (var key in ask) all += LikenessWeight(key);
        return all == 0 ? 0 : 2 * shared / all;
    }

    // Question words say what kind of answer is wanted, so they count a little here and not at all in the index.
    private float LikenessWeight(string key) => Words.IsStop(key)
        ? key is "who" or "when" or "where" or "why" or "how" ? 0.8f : 0.05f
        : index.Knows(key) ? index.Rarity(key) : index.Rarity("") * 0.4f;
}
