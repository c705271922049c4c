using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Finding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Understanding;

/// <summary>Takes a question apart: mends slips, finds places and dates, and gathers words into ideas.</summary>
internal sealed partial class QuestionReader
{
    private readonly WordLists lists;
    private readonly Spelling spelling;

    /// <param name="more">Other texts whose words are right as they are.</param>
    public QuestionReader(ContentLibrary library, IEnumerable<string>? more = null)
    {
        lists = library.Words;
        spelling = new Spelling(Vocabulary(library).Concat((more ?? []).SelectMany(Words.Split).Select(w => w.Text)).GroupBy(w => w, StringComparer.Ordinal).Select(g => (g.Key, g.Count())));
    }

    public Understood Read(string text)
    {
        var plain = Boundaries.Plain(text);
        var words = Words.Split(text).Select(Mended).ToList();
        var (places, others) = lists.Places.Read(words);
        return new Understood(
            Tokens(others, mayBeFiller: places.Count == 0),
            Clauses(text),
            [.. places.Where(p => p.Kind == PlaceKind.InPapers).Select(p => p.Name)],
            [.. Elsewhere(text, places)],
            AskerIsThere().IsMatch(plain),
            NamedDate.In(text),
            Leans().IsMatch(plain));
    }

    // Of several sentences, those that only tell a story may name any place of England ("after Jean moved to Devon").
    private List<PlaceName> Elsewhere(string text, List<PlaceName> places)
    {
        var asking = SentenceEnd().Split(text).Where(Asks).ToList();
        var asked = asking.Count == 0 ? places : [.. asking.SelectMany(p => lists.Places.Read(Words.Split(p)).Places)];
        return [.. places.Where(p => p.Kind != PlaceKind.InPapers && (p.Kind != PlaceKind.ElsewhereInEngland || asked.Contains(p)))];
    }

    private static bool Asks(string sentence) => sentence.Contains('?', StringComparison.Ordinal) || AsksSomething().IsMatch(Boundaries.Plain(sentence));

    // Words that carry a sentence and say nothing about its subject.
    private static readonly HashSet<string> Filler = new(StringComparer.Ordinal)
    {
        "thing", "things", "sort", "sorts", "kind", "bit", "lot", "lots", "way", "ways", "want", "wants", "like", "know", "need", "said", "say",
        "says", "think", "thinking", "supposed", "meant", "reckon", "reckoned", "actually", "really", "roughly", "anything", "something", "someone",
        "somebody", "everyone", "anyone", "people", "folk", "ever", "even", "only", "already", "going", "go", "come", "came", "make",
        "makes", "made", "put", "use", "used", "find", "give", "take", "took", "see", "much", "many", "more", "very", "here", "around", "round", "talk",
        "talks", "called", "let", "yet", "before", "after", "point", "plain", "english", "explain", "describe", "name", "list", "please", "mention",
        "mentioned", "anyway", "exactly", "whole", "once", "stuff", "look", "looking", "trying", "try", "new", "hello", "hi", "thanks", "may", "might",
        "wat", "wot", "ur", "u", "r", "plz", "pls", "gonna", "wanna", "cos", "coz", "dunno", "lol", "tho", "bout", "mate",
    };

    private List<Token> Tokens(IReadOnlyList<Word> words, bool mayBeFiller = false)
    {
        var all = lists.Concepts.Read(words);
        var telling = all.Where(t => t.IsConcept || t.Words.Any(w => !Filler.Contains(w.Text))).ToList();
        // "What's a lot?" is all filler, and asks about the word.
        return mayBeFiller && telling.TrueForAll(t => t.IsStop) ? all : telling;
    }

    // Of several sentences, those that ask; the others only say who is asking.
    private List<List<Token>> Clauses(string text)
    {
        var parts = SentenceEnd().Split(text).Where(p => p.Length > 0).ToList();
        if (parts.Count < 2) return [];
        return [.. parts
            .Where(Asks)
            .Select(p => Tokens(lists.Places.Read(Words.Split(p).Select(Mended).ToList()).Others))];
    }

    private Word Mended(Word word)
    {
        // A word that English has is what was meant, even if the content does not use it.
        if (word.IsStop || Meanings.English.Knows(word.Text) || spelling.Nearest(word.Text) is not { } meant) return word;
        return word with { Text = meant, Stem = Stemmer.Stem(meant) };
    }

    private IEnumerable<string> Vocabulary(ContentLibrary library) => library.All
        .SelectMany(e => e.Asks.Append(e.Title).Append(e.Text))
        .Concat(lists.Phrases)
        .Concat(lists.Everyday)
        .SelectMany(Words.Split)
        .Select(w => w.Text)
        .Concat(lists.Places.AllWords);

    [GeneratedRegex(@"\b(what|whats|how|who|whos|when|where|which|why|does|do we|do i|is there|are there)\b.* .* ")]
    private static partial Regex AsksSomething();

    [GeneratedRegex(@"(?<=[.?!;])\s+| - |\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(we are|were|we|im|i am|ours is|our \w+ is|based|live|work) (just |only )?((a|an) (\w+ ){1,4})?(in|from|near|based in|at)\b")]
    private static partial Regex AskerIsThere();

    [GeneratedRegex(@"^(and|but|so|or|then|also|ok|okay)\b|^(what|how) about\b|^(why|how come|since when|says who|like what|such as)\b.{0,12}$|\b(they|them|their|theirs|it|its|he|she|that|those|these|this|each one|each of|ones|the two|both|same)\b|\b(then|else)$|^(which (one|bit|part|of)|what else|who else|anything else|any others?)\b|^(how much|how long|how many|when|where|who|why)( (was|is|did|does|would|will|were|are) (that|it|this|they))?$")]
    private static partial Regex Leans();
}
