using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Judging;
using Xunit.Abstractions;

namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>Puts judged questions to the content and prints how many were answered rightly, and what went wrong with the others.</summary>
public class Evaluation(ITestOutputHelper output)
{
    private static readonly AnswerQuestion AnswerQuestion = new(ContentLibrary.Load());

    /// <summary>The questions to tune on, if they are beside the repository.</summary>
    [SkippableTheory]
    [InlineData("open.jsonl")]
    [InlineData("now-open.jsonl")]
    public void Is_scored(string file) => Score(file, SharedFiles.Lines("eval", file));

    /// <summary>Our own questions, written from the papers by somebody who had not seen the entries. What was reached once is not lost unseen.</summary>
    [Theory]
    [InlineData("own-tune.jsonl", 220)]
    [InlineData("own-held.jsonl", 200)]
    public void Stays_as_good_as_it_was(string file, int least)
    {
        var lines = File.ReadAllLines(Path.Combine(SharedFiles.Root(), "tests", "Knowledge.Tests", "Questions", file));
        Assert.InRange(Score(file, lines), least, lines.Length);
    }

    private int Score(string file, IReadOnlyList<string> lines)
    {
        var right = new Dictionary<string, (int Right, int All)>();
        var report = new List<string>();
        foreach (var row in lines.Select(EvaluationRow.Parse))
        {
            AnswerContext? context = null;
            foreach (var turn in row.Turns) context = AnswerQuestion.Ask(new Question(turn, context, Conversation.Today)).Context;
            var answer = AnswerQuestion.Ask(new Question(row.Question, context, Conversation.Today, row.Persona is "commissioner" or "adviser"));
            var wrong = Judge.WhyWrong(row, answer.Outcome, answer.Text, [.. answer.Citations.Select(c => (c.Id, c.Currency))], [.. answer.Choices.Select(c => c.Label)]);
            var (before, all) = right.GetValueOrDefault(row.Kind);
            right[row.Kind] = (before + (wrong is null ? 1 : 0), all + 1);
            if (wrong is not null) report.Add($"{row.Id} {row.Question}\n    {wrong}\n    {answer.Outcome} {string.Join(",", answer.Context.Entries)}: {answer.Text.ReplaceLineEndings(" ")} [{string.Join(" | ", answer.Choices.Select(c => c.Label))}]");
        }
        var total = right.Values.Sum(r => r.Right);
        output.WriteLine($"{file}: {total} of {lines.Count}");
        foreach (var (kind, score) in right) output.WriteLine($"  {kind}: {score.Right} of {score.All}");
        foreach (var line in report) output.WriteLine(line);
        return total;
    }
}
