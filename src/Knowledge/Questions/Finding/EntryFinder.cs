using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>An entry that may answer, and how well it fits.</summary>
/// <param name="Score">0 to about 1: all signs together, in the place that was asked for.</param>
/// <param name="Coverage">The share of what the question tells that the entry speaks of at all; words that no entry knows count in full.</param>
/// <param name="Fit">The signs that the score is made of.</param>
internal sealed record Found(Entry Entry, float Score, float Coverage, Fit Fit)
{
    /// <summary>How like the question is to the nearest way of asking that the entry was written for.</summary>
    public float Likeness => Fit.Likeness;
}

/// <summary>Finds entries by their words, by words near in meaning, and by the ways of asking they were written for.</summary>
internal sealed class EntryFinder
{
    private const float TitleWeight = 2.5f;
    private const float AsksWeight = 1.5f;
    private const float OneSentence = 0.92f;
    private const int MostIdeas = 60;
    private const int RarerThanAny = 30_000;

    private readonly ContentLibrary library;
    private readonly SearchIndex index;
    private readonly Meanings meanings = new();
    private readonly AskedBefore before;
    private readonly float[] weights;

    public EntryFinder(ContentLibrary library)
    {
        this.library = library;
        var builder = new SearchIndex.Builder();
        var asks = new List<int[][]>();
        var all = new List<int[]>();
        foreach (var entry in library.All)
        {
            var concepts = library.Words.Concepts;
            var text = library.Thresholds.Resolve(entry.Text + " " + entry.More, entry.CheckedOn) ?? entry.Text;
            builder.Add((concepts.Expand(entry.Title), TitleWeight), (concepts.Expand(string.Join(". ", entry.Asks)), AsksWeight), (concepts.Expand(text), 1));
            asks.Add([.. entry.Asks.Append(entry.Title).Select(IdeasOf)]);
            all.Add([.. asks[^1].SelectMany(a => a).Concat(IdeasOf(text)).Distinct()]);
        }
        index = builder.Build();
        meanings.Close();
        weights = [.. meanings.Keys.Select(WeightInAsks)];
        before = new AskedBefore(asks, all, weights, meanings);
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

    private List<Found> FindFor(IReadOnlyList<Token> tokens, Func<Entry, bool> admits)
    {
        var ideas = tokens.DistinctBy(t => t.Key).Take(MostIdeas).ToList();
        var telling = ideas.FindAll(t => !t.IsStop);
        if (telling.Count == 0) return [];
        var asked = new Asked(ideas.ConvertAll(t => (t, WeightInAsks(t.Key), WeightOf(t), StrictWeightOf(t))), before, meanings, weights);
        var hits = index.Find([.. telling.SelectMany(Terms)], int.MaxValue);
        var words = new float[library.All.Count];
        foreach (var hit in hits) words[hit.Document] = hit.Score / hits[0].Score;
        var found = new List<Found>();
        for (var i = 0; i < library.All.Count; i++)
        {
            var entry = library.All[i];
            if (asked.CoverageOf(i) == 0 || !admits(entry)) continue;
            var fit = asked.FitOf(i, words[i], asked.Kind?.IsMatch(entry.Text) is not false);
            found.Add(new Found(entry, fit.Score, asked.CoverageOf(i), fit));
        }
        return found;
    }

    /// <summary>The share of the question's ideas that occur anywhere in the content.</summary>
    public float Familiarity(Understood question)
    {
        var ideas = question.Telling.Where(t => !t.Words.All(w => char.IsAsciiDigit(w.Text[0]))).ToList();
        return ideas.Count == 0 ? 1 : (float)ideas.Count(t => index.Knows(t.Key)) / ideas.Count;
    }

    /// <summary>How much of the question is of this field: words that are commoner here than in English at large.</summary>
    public float OfTheField(Understood question) => question.Telling.Select(FieldOf).DefaultIfEmpty(0).Max();

    /// <summary>How much a question tells: the rarity of its ideas together.</summary>
    public float Told(Understood question) => question.Telling.Sum(WeightOf);

    // By Zipf's law a word's share of English falls with its place. A phrase is of the field if one of its words is.
    private float FieldOf(Token token) => token.Words.Where(w => !w.IsStop)
        .Select(w => (Documents: Math.Max(index.DocumentsWith(w.Stem), index.DocumentsWith(token.Key)), Place: Meanings.English.Place(w.Text) ?? RarerThanAny))
        .Where(w => w.Documents > 0)
        .Select(w => MathF.Log(w.Documents * (w.Place + 100f) / index.Count)).DefaultIfEmpty(0).Max();

    private IEnumerable<QueryTerm> Terms(Token token, int group)
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
        return index.Rarity("") * (token.Words.All(w => char.IsAsciiDigit(w.Text[0])) ? 0.1f : 0.5f);
    }

    private float StrictWeightOf(Token token) =>
        index.Knows(token.Key) || token.Words.All(w => char.IsAsciiDigit(w.Text[0])) ? WeightOf(token) : index.Rarity("");

    private int[] IdeasOf(string text) => [.. library.Words.Concepts.Read(library.Words.Places.Read(Words.Split(text)).Others).Select(meanings.Add).Distinct()];

    // Question words say what kind of answer is wanted, so they count a little here and not at all in the index.
    private float WeightInAsks(string key) => Words.IsStop(key)
        ? key is "who" or "when" or "where" or "why" or "how" ? 0.8f : 0.05f
        : index.Knows(key) ? index.Rarity(key) : index.Rarity("") * 0.4f;
}
