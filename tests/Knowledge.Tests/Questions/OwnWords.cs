using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>Facts are taken from the papers, sentences are not.</summary>
public partial class OwnWords
{
    private const int Run = 10;

    // Names may stand as they are printed; a run of words ends where one begins.
    private static readonly string[] Names =
    [
        "Partnership, Contract Performance and Third Sector Overview and Scrutiny Committee",
        "Governance; Finances and sustainability; Operations and Resources; Development Enterprise support plans",
        "Lloyds Bank Foundation",
        "Capacity – The Public Services Lab",
    ];

    private static readonly ContentLibrary Library = ContentLibrary.Load();

    [SkippableTheory]
    [InlineData("wirral-2018")]
    [InlineData("telford-2012")]
    [InlineData("birmingham-2016")]
    [InlineData("worcestershire-2011")]
    public void Copy_no_sentence_of_a_paper(string paper)
    {
        var printed = Runs(string.Join(' ', SharedFiles.Lines("seeds", paper + ".txt"))).ToHashSet(StringComparer.Ordinal);
        var copied = from entry in Library.All
                     from sentence in Sentences(entry.Text + "\n" + entry.More)
                     from run in Runs(sentence)
                     where printed.Contains(run)
                     group run by entry.Id into found
                     select $"{found.Key}: {found.First()}";
        Assert.Empty(copied);
    }

    [Theory]
    [InlineData("The council then met champions of the sector. It spoke with them for a long while.", 0)]
    [InlineData("One two three four five six seven eight nine ten.", 1)]
    [InlineData("**One** two three: four, five six seven eight nine ten eleven.", 2)]
    [InlineData("One two three four five Lloyds Bank Foundation six seven eight nine ten.", 0)]
    public void Count_a_run_of_ten_words_within_a_sentence(string text, int runs) => Assert.Equal(runs, Sentences(text).SelectMany(Runs).Count());

    private static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(Names.Aggregate(text, (t, name) => t.Replace(name, "\n", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Runs(string text)
    {
        var words = Words.Split(text).ConvertAll(w => w.Text);
        return Enumerable.Range(0, Math.Max(0, words.Count - Run + 1)).Select(i => string.Join(' ', words.Skip(i).Take(Run)));
    }

    // "£27.5M" has no sentence end in it.
    [GeneratedRegex(@"[.!?]\s|\n")]
    private static partial Regex SentenceEnd();
}
