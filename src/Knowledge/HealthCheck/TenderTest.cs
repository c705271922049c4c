namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>What three short tests say about tendering.</summary>
public enum TenderVerdict { Go, BuildFirst, NotForUs }

/// <summary>One way to answer a test, and the best that it leaves possible.</summary>
public sealed record TenderOption(string Label, TenderVerdict Leaves);

/// <summary>One of the three: whether a group means to, for what reasons, and whether it could.</summary>
public sealed record TenderQuestion(string Id, string Name, string Question, IReadOnlyList<TenderOption> Options);

/// <summary>The three-part test to take before a tender, after Sheffield's toolkit of 2008.</summary>
/// <param name="Verdicts">What each verdict says, in plain words.</param>
/// <param name="Next">What to do then.</param>
/// <param name="Source">Where the three parts come from, as a reader would name it.</param>
public sealed record TenderTest(
    IReadOnlyList<TenderQuestion> Questions, IReadOnlyDictionary<TenderVerdict, string> Verdicts, IReadOnlyDictionary<TenderVerdict, string> Next, string Source)
{
    /// <summary>The most careful of what the answers leave possible.</summary>
    /// <param name="answers">For each question, which option was taken, from 0.</param>
    public TenderVerdict Verdict(IReadOnlyList<int> answers) => Questions.Zip(answers, (q, a) => q.Options[a].Leaves).Max();
}

internal sealed class TenderFile
{
    public List<TenderQuestionEntry>? Questions { get; set; }

    public Dictionary<string, string>? Verdicts { get; set; }

    public Dictionary<string, string>? Next { get; set; }

    public string? Source { get; set; }
}

internal sealed class TenderQuestionEntry
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Question { get; set; }

    public List<TenderOptionEntry>? Options { get; set; }
}

internal sealed class TenderOptionEntry
{
    public string? Label { get; set; }

    public string? Leaves { get; set; }
}

/// <summary>Turns <c>tender.yaml</c> into the test.</summary>
internal sealed class TenderTestReader(Problems problems)
{
    private const string File = "tender.yaml";

    public TenderTest Read(TenderFile file)
    {
        if (file.Questions is not { Count: 3 }) problems.Add(File, "questions", $"are {file.Questions?.Count ?? 0}, not 3");
        return new TenderTest(
            [.. (file.Questions ?? []).Select(Question)],
            problems.EveryMember<TenderVerdict, string, string>(File, file.Verdicts, (field, text) => problems.Text(File, field, text)),
            problems.EveryMember<TenderVerdict, string, string>(File, file.Next, (field, text) => problems.Text(File, field, text)),
            problems.Text(File, "source", file.Source));
    }

    private TenderQuestion Question(TenderQuestionEntry entry)
    {
        var where = $"{File}, question {entry.Id}";
        if (entry.Options is not { Count: >= 2 }) problems.Add(where, "options", "are fewer than two");
        return new TenderQuestion(
            problems.Text(where, "id", entry.Id),
            problems.Text(where, "name", entry.Name),
            problems.Text(where, "question", entry.Question),
            [.. (entry.Options ?? []).Select(o => new TenderOption(problems.Text(where, "label", o.Label), problems.Member<TenderVerdict>(where, "leaves", o.Leaves)))]);
    }
}
