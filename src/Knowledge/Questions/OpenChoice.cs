using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>Understands a typed answer to choices that were offered: "the second one", "Birmingham", "31 March 2027".</summary>
internal sealed class OpenChoice(ContentLibrary library, QuestionReader reader)
{
    private const int MostWords = 6;

    private static readonly string[][] Ordinals =
        [["1", "first", "1st", "one"], ["2", "second", "2nd", "two"], ["3", "third", "3rd", "three"], ["4", "fourth", "4th", "four"]];

    /// <summary>The question that the choice stands for; null if the text takes none of the open choices.</summary>
    public string? TakenBy(string text, AnswerContext context)
    {
        if (context.Circumstance is { } id && library.Find(id) is { } asking && reader.Read(text).Date is { } date
            && asking.Branches.FirstOrDefault(b => b.Admits(date)) is { } branch) return library[branch.Entry].Title;
        if (context.Open.Count == 0) return null;
        var words = Words.Split(text);
        if (words.Count is 0 or > MostWords) return null;
        var telling = words.Where(w => !w.IsStop).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        var named = context.Open.Where(c => telling.Count > 0 && telling.IsSubsetOf(Words.Split(c.Label).Select(w => w.Stem))).ToList();
        if (named.Count == 1) return named[0].Asks;
        for (var i = 0; i < Math.Min(Ordinals.Length, context.Open.Count); i++)
        {
            if (words.Count <= 3 && words.Any(w => Ordinals[i].Contains(w.Text)) && (words.Count == 1 || !words.Any(w => w.Text == "one") || i > 0 || words.Count == 2))
                return context.Open[i].Asks;
        }
        return null;
    }
}
