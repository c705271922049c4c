using System.Globalization;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Documents;

/// <summary>A passage that may answer.</summary>
/// <param name="Score">For putting passages in order; it says nothing beside another question's.</param>
/// <param name="Coverage">The share of what the question tells that the passage and its headings speak of; words that no document knows count in full.</param>
public sealed record FoundPassage(LocalDocument Document, int Number, float Score, float Coverage)
{
    public Passage Passage => Document.Passages[Number];

    /// <summary>What a conversation remembers it by.</summary>
    public string Key => FormattableString.Invariant($"{Document.Id}#{Number}");

    /// <summary>Its words.</summary>
    public int Length => Passage.Text.AsSpan().Count(' ') + 1;
}

/// <summary>Finds the passages of the local documents that a question is about. Immutable; safe for any number of readers.</summary>
public sealed class PassageIndex
{
    private const float SectionWeight = 2f;
    private const float TitleWeight = 0.3f;
    private const float NeighbourWeight = 0.25f;
    private const float ConceptWeight = 1;
    private const float PlaceWeight = 0.6f;
    private const float NearShare = 0.35f;
    private const float LeaningCoverage = 0.3f;
    private const int Looked = 60;
    private const int MostIdeas = 60;

    private readonly WordLists words;
    private readonly QuestionReader reader;
    private readonly List<FoundPassage> passages = [];
    private readonly SearchIndex index;

    public PassageIndex(ContentLibrary library, IReadOnlyList<LocalDocument> documents)
    {
        words = library.Words;
        Documents = documents;
        var builder = new SearchIndex.Builder();
        foreach (var document in documents)
        {
            for (var i = 0; i < document.Passages.Count; i++)
            {
                var passage = document.Passages[i];
                builder.Add(
                    (words.Concepts.Expand(passage.Text), 1), (words.Concepts.Expand(passage.Section), SectionWeight), (words.Concepts.Expand(document.Title), TitleWeight),
                    (words.Concepts.Expand(Beside(document, i, -1) + " " + Beside(document, i, 1)), NeighbourWeight));
                passages.Add(new FoundPassage(document, i, 0, 0));
            }
        }
        index = builder.Build();
        reader = new QuestionReader(library, documents.SelectMany(d => d.Passages.SelectMany(p => new[] { p.Section, p.Text }).Prepend(d.Title)));
    }

    public IReadOnlyList<LocalDocument> Documents { get; }

    /// <summary>The question taken apart; slips are mended by what the documents say, too.</summary>
    internal Understood Read(string question) => reader.Read(question);

    /// <summary>Those that fit best, best first. A question about several places gets the best passage of each, then the rest.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="context">What was said before; a question that leans on it is about what stands near that.</param>
    public IReadOnlyList<FoundPassage> Find(string question, int top, AnswerContext? context = null)
    {
        var understood = reader.Read(question);
        var near = (context?.Entries ?? []).Select(Known).OfType<FoundPassage>().ToList();
        var places = understood.Places.Concat(understood.Elsewhere.Select(p => p.Name)).ToList();
        if (places.Count < 2) return Find(understood, question, places, near, top);
        var each = places.ConvertAll(p => Find(understood, question, [p], near, top));
        return [.. Enumerable.Range(0, top).SelectMany(i => each.Where(f => i < f.Count).Select(f => f[i])).DistinctBy(f => (f.Document.Id, f.Number)).Take(top)];
    }

    private List<FoundPassage> Find(Understood understood, string question, IReadOnlyList<string> places, List<FoundPassage> near, int top)
    {
        var ideas = understood.Telling.DistinctBy(t => t.Key).Take(MostIdeas).ToList();
        List<QueryTerm> terms = [.. ideas.SelectMany(Terms)];
        // A place counts as a word, too: the only sign of it may be a heading.
        if (ideas.Count < MostIdeas) terms.AddRange(places.SelectMany(p => Words.Split(p)).Where(w => !w.IsStop).Select(w => new QueryTerm(w.Stem, PlaceWeight, ideas.Count)));
        var weights = ideas.ConvertAll(WeightOf);
        var ofPlace = places.Count == 0 ? 0 : weights.DefaultIfEmpty(1).Average();
        var total = Math.Max(0.01f, weights.Sum() + ofPlace);
        var judge = new JudgePassage(words, ideas, weights, places, question);
        var hits = index.Find(terms, Looked).ToList();
        if (understood.Leans) AddNear(hits, near);
        return [.. hits
            .Select(hit =>
            {
                var passage = passages[hit.Document];
                var close = near.Any(n => IsNear(passage, n));
                var place = judge.OfPlace(passage);
                var coverage = (ideas.Select((_, i) => hit.Matched(i) ? weights[i] : 0).Sum() + ofPlace * (place >= JudgePassage.IsThere ? 1 : 0)) / total;
                return passage with { Score = hit.Score * place * judge.Weigh(passage, coverage) * (close ? understood.Leans ? 2 : 1.3f : 1), Coverage = close && understood.Leans ? Math.Max(coverage, LeaningCoverage) : coverage };
            })
            .OrderByDescending(f => f.Score).ThenBy(f => f.Document.Id, StringComparer.Ordinal).ThenBy(f => f.Number)
            .Take(top)];
    }

    // "Who helped them?" may share no word with its answer, which then stands near what was quoted before.
    private void AddNear(List<Hit> hits, List<FoundPassage> near)
    {
        if (near.Count == 0) return;
        var head = hits.Count == 0 ? 1 : hits[0].Score * NearShare;
        for (var i = 0; i < passages.Count; i++)
        {
            if (!near.Any(n => IsNear(passages[i], n))) continue;
            var at = hits.FindIndex(h => h.Document == i);
            if (at >= 0) hits[at] = hits[at] with { Score = hits[at].Score + head };
            else hits.Add(new Hit(i, head, 0));
        }
    }

    private static bool IsNear(FoundPassage passage, FoundPassage last) =>
        passage.Document.Id == last.Document.Id && (passage.Passage.Section == last.Passage.Section || Math.Abs(passage.Number - last.Number) <= 1);

    /// <summary>The passage after one that was quoted; null if it was the last, or is not there any more.</summary>
    public FoundPassage? After(string key) => Known(key) is { } known && known.Number + 1 < known.Document.Passages.Count ? known with { Number = known.Number + 1 } : null;

    /// <summary>The share of what a question tells that a text speaks of, counted as for passages.</summary>
    internal float Coverage(Understood question, string text)
    {
        var keys = words.Concepts.Read(Words.Split(text)).SelectMany(t => t.Words.Select(w => w.Stem).Append(t.Key)).ToHashSet(StringComparer.Ordinal);
        var ideas = question.Telling.DistinctBy(t => t.Key).ToList();
        var total = ideas.Sum(WeightOf);
        return total == 0 ? 0 : ideas.Where(t => keys.Contains(t.Key)).Sum(WeightOf) / total;
    }

    /// <summary>The share of a question's ideas that occur anywhere in the documents.</summary>
    internal float Familiarity(Understood question)
    {
        var ideas = question.Telling.Where(t => !t.Words.All(w => char.IsAsciiDigit(w.Text[0]))).ToList();
        return ideas.Count == 0 ? 1 : (float)ideas.Count(t => index.Knows(t.Key)) / ideas.Count;
    }

    private FoundPassage? Known(string key)
    {
        var at = key.LastIndexOf('#');
        return at > 0 && int.TryParse(key[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Documents.FirstOrDefault(d => d.Id == key[..at]) is { } document && number < document.Passages.Count ? new FoundPassage(document, number, 0, 0) : null;
    }

    private static IEnumerable<QueryTerm> Terms(Token token, int group)
    {
        yield return new QueryTerm(token.Key, token.IsConcept ? ConceptWeight : 1, group);
        if (!token.IsConcept) yield break;
        var telling = token.Words.Where(w => !w.IsStop).ToList();
        foreach (var word in telling) yield return new QueryTerm(word.Stem, 1f / telling.Count, group);
    }

    private float WeightOf(Token token) => index.Knows(token.Key) ? index.Rarity(token.Key) : index.Rarity("") * 0.6f;

    private static string Beside(LocalDocument document, int number, int step)
    {
        var other = number + step;
        return other >= 0 && other < document.Passages.Count && document.Passages[other].Section == document.Passages[number].Section ? document.Passages[other].Text : "";
    }
}
