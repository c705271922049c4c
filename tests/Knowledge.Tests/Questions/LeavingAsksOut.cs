using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using Xunit.Abstractions;

namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>
/// How well questions are understood that nobody wrote down: every fourth ask is taken away from its entry once and then asked (with a step of 1, every ask).
/// It prints the figures; the floors are a little under what was measured, so that a change for the worse is seen.
/// </summary>
public class LeavingAsksOut(ITestOutputHelper output)
{
    private const int Rounds = 8;
    private const int Step = 4;
    private const double LeastAnswered = 0.45;
    private const double LeastFoundByOwnAsks = 0.95;

    [Fact]
    public void Still_finds_most_entries()
    {
        var library = ContentLibrary.Load();
        int all = 0, right = 0, offered = 0, otherwise = 0;
        for (var round = 0; round < Rounds; round += Step)
        {
            var taken = new List<(Entry Entry, string Ask)>();
            var answerQuestion = new AnswerQuestion(library.With([.. library.All.Select((e, i) => Without(e, (round + i) % Math.Max(Rounds, e.Asks.Count), taken))]));
            foreach (var (entry, ask) in taken)
            {
                var answer = answerQuestion.Ask(new Question(ask, null, Conversation.Today));
                all++;
                if (answer.Context.Entries.Contains(entry.Id)) right++;
                else if (answer.Choices.Any(c => c.Asks == entry.Title)) offered++;
                else if (answer.Context.Entries.Count > 0) otherwise++;
            }
        }
        output.WriteLine($"{all} asks: {Share(right)} answered by their entry, {Share(offered)} offer it as a choice, {Share(otherwise)} answered by another");
        Assert.True(right >= LeastAnswered * all, $"{Share(right)} answered by their entry");
        string Share(int part) => FormattableString.Invariant($"{100.0 * part / all:0.0} %");
    }

    [Fact]
    public void Finds_an_entry_by_its_own_asks()
    {
        var library = ContentLibrary.Load();
        var answerQuestion = new AnswerQuestion(library);
        var all = library.All.Where(e => !e.IsQuestionBack).SelectMany(e => e.Asks.Select(a => (Entry: e, Ask: a))).ToList();
        var missed = all.Where(p => !Leads(answerQuestion.Ask(new Question(p.Ask, null, Conversation.Today)), p.Entry)).ToList();
        foreach (var (entry, ask) in missed) output.WriteLine($"{entry.Id}: {ask}");
        Assert.True(missed.Count <= (1 - LeastFoundByOwnAsks) * all.Count, $"{missed.Count} of {all.Count} asks do not lead to their entry");
    }

    private static bool Leads(Answer answer, Entry entry) => answer.Context.Entries.Contains(entry.Id) || answer.Choices.Any(c => c.Asks == entry.Title);

    private static Entry Without(Entry entry, int at, List<(Entry, string)> taken)
    {
        if (at >= entry.Asks.Count || entry.IsQuestionBack) return entry;
        taken.Add((entry, entry.Asks[at]));
        return entry with { Asks = [.. entry.Asks.Where((_, i) => i != at)] };
    }
}
