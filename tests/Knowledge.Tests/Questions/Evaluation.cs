using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Judging;
using Xunit.Abstractions;

namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>Runs the questions to tune on, if they are beside the repository, and prints how many were answered rightly.</summary>
public class Evaluation(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("open.jsonl")]
    [InlineData("now-open.jsonl")]
    public void Is_scored(string file)
    {
        var rows = SharedFiles.Lines("eval", file).Select(EvaluationRow.Parse).ToList();
        var answerQuestion = new AnswerQuestion(ContentLibrary.Load());
        var right = new Dictionary<string, (int Right, int All)>();
        var report = new List<string>();
        foreach (var row in rows)
        {
            AnswerContext? context = null;
            foreach (var turn in row.Turns) context = answerQuestion.Ask(new Question(turn, context, Conversation.Today)).Context;
            var answer = answerQuestion.Ask(new Question(row.Question, context, Conversation.Today, row.Persona is "commissioner" or "adviser"));
            var wrong = Judge.WhyWrong(row, answer.Outcome, answer.Text, [.. answer.Citations.Select(c => (c.Id, c.Currency))], [.. answer.Choices.Select(c => c.Label)]);
            var (before, all) = right.GetValueOrDefault(row.Kind);
            right[row.Kind] = (before + (wrong is null ? 1 : 0), all + 1);
            if (wrong is not null) report.Add($"{row.Id} {row.Question}\n    {wrong}\n    {answer.Outcome} {string.Join(",", answer.Context.Entries)}: {answer.Text.ReplaceLineEndings(" ")} [{string.Join(" | ", answer.Choices.Select(c => c.Label))}]");
        }
        output.WriteLine($"{file}: {right.Values.Sum(r => r.Right)} of {rows.Count}");
        foreach (var (kind, score) in right) output.WriteLine($"  {kind}: {score.Right} of {score.All}");
        foreach (var line in report) output.WriteLine(line);
    }
}
