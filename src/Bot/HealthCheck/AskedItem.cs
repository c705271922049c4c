using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>One item of the check: four levels, Not sure, and sometimes Does not apply.</summary>
public sealed class AskedItem(Catalogue catalogue, Item item, IReadOnlyList<Choice> choices, Progress? progress) : AskedQuestion(progress)
{
    public override string Id => item.Id;

    public override string ShortName => item.Name;

    public override string Why => item.Why;

    public override string Help => item.Help;

    protected override string Heading => catalogue.Wording.Areas[item.Area];

    protected override string Question => item.Question;

    protected override IEnumerable<Button> Choices(Assessment assessment) =>
        choices.Select(c => new Button(
            (int)c < item.Levels.Count ? $"{Label(c)}: {item.Levels[(int)c]}" : Label(c),
            new AnswerItem(assessment.Id, item.Id, c.ToString())));

    public override string? AnswerIn(Assessment assessment) => assessment.ResponseTo(item.Id) is { } response ? Label(response.Choice) : null;

    protected override string? LastTime(Assessment assessment) => assessment.LastTime(item.Id) is { } response ? Label(response.Choice) : null;

    public override Assessment? Answer(Assessment assessment, string text, DateTimeOffset at) =>
        UnderstandAnswer.ToItem(catalogue, item, assessment.Profile, text) is { } choice ? assessment.WithAnswer(item.Id, choice, at) : null;

    private string Label(Choice choice) => catalogue.Wording.Choices[choice];
}
