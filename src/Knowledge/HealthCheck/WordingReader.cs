namespace CommissioningBot.Knowledge.HealthCheck;

internal sealed class WordingReader(Problems problems)
{
    private const string File = "wording.yaml";

    public Wording Read(WordingFile file)
    {
        if (file.Standings is not { Count: 4 }) problems.Add(File, "standings", $"has {file.Standings?.Count ?? 0} words, not 4");
        return new Wording(
            problems.EveryMember<Choice, string, string>(File, file.Choices, Text),
            problems.EveryMember<Area, string, string>(File, file.Areas, Text),
            problems.EveryMember<Effort, string, string>(File, file.Efforts, Text),
            file.Standings ?? [],
            Text("no_answers", file.NoAnswers),
            problems.EveryMember<FundingWanted, ResultEntry, ResultWording>(File, file.Results, Result));
    }

    private string Text(string field, string? text) => problems.Text(File, field, text);

    private ResultWording Result(string funding, ResultEntry entry) => new(
        Text($"{funding} have", entry.Have),
        Text($"{funding} so_far", entry.SoFar),
        Text($"{funding} first", entry.First),
        Text($"{funding} unknown", entry.Unknown));
}
