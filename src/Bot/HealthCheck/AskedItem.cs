using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>One item of the check: four levels, Not sure, and sometimes Does not apply.</summary>
public sealed class AskedItem(Catalogue catalogue, Item item, IReadOnlyList<Choice> choices, Progress? progress) : AskedQuestion(progress)
{
    public override string Id => item.Id;

    public override string ShortName => item.Name;

    protected override string Why => item.Why;

    public override string Help => item.Help;

    public override string? IfNot => catalogue.IfNot(item);

    public override string WhyOf(Assessment assessment)
    {
        var profile = assessment.Profile;
        // Special rules are told with the question, one by one.
        if (!catalogue.IsLaw(item, profile) || item.AsksActivities) return Why;
        var law = ResultReasons.Law(item.LawFor(profile), profile);
        // Whoever wants no money need not hear what funders like.
        return profile.FundingWanted == FundingWanted.SafeAndLegal ? law : $"{Why} {law}";
    }

    protected override string Heading => catalogue.Wording.Areas[item.Area];

    protected override string Question(Assessment assessment) =>
        catalogue.RulesFor(assessment.Profile).ToList() is { Count: > 0 } rules && item.AsksActivities
            ? $"{string.Join("\n\n", rules.Select(r => $"{r.Text} [{r.Source}]({r.Url}); {r.EnforcedBy}."))}\n\n{item.Question}" : item.Question;

    protected override IEnumerable<Button> Choices(Assessment assessment) =>
        choices.Select(c => new Button(
            (int)c < item.Levels.Count ? $"{Label(c)}: {item.Levels[(int)c]}" : Label(c),
            new AnswerItem(assessment.Id, item.Id, c.ToString())));

    public override string? AnswerIn(Assessment assessment) => assessment.ResponseTo(item.Id) is { } response ? InWords(response) : null;

    protected override string? LastTime(Assessment assessment) => assessment.LastTime(item.Id) is { } response ? InWords(response) : null;

    public override Assessment? Answer(Assessment assessment, string text, DateTimeOffset at)
    {
        if (UnderstandAnswer.WhyNotApplicable(text) is { } reason && choices.Contains(Choice.DoesNotApply)) return assessment.WithAnswer(item.Id, Choice.DoesNotApply, at, reason);
        return UnderstandAnswer.ToItem(catalogue, item, assessment.Profile, text) is { } choice ? assessment.WithAnswer(item.Id, choice, at) : null;
    }

    public override SoundsLike? Hear(Assessment assessment, string text) =>
        SuggestLevel.For(catalogue, item, text) is { } level ? Offered(assessment, level) : null;

    /// <summary>What offers one of the four levels.</summary>
    public SoundsLike Offered(Assessment assessment, int level) =>
        new($"**{Label((Choice)level)}**: {item.Levels[level]}.", new AnswerItem(assessment.Id, item.Id, ((Choice)level).ToString(), Change: true));

    public override string? WhyNoAnswer(string text) =>
        UnderstandAnswer.SaysYes(text) ? HealthCheckWording.YesIsTwo(Label(Choice.InPlace), Label(Choice.InPlaceAndChecked)) :
        !choices.Contains(Choice.DoesNotApply) && (UnderstandAnswer.WhyNotApplicable(text) is not null || UnderstandAnswer.ToItem(catalogue, item with { MayNotApplyWhen = new Circumstances([]) }, Profile.Empty, text) == Choice.DoesNotApply)
            ? HealthCheckWording.ItDoesApply(item.Why) : null;

    private string InWords(Response response) => response.Reason is { } reason ? $"{Label(response.Choice)} ({Markdown.Plain(reason)})" : Label(response.Choice);

    private string Label(Choice choice) => catalogue.Wording.Choices[choice];
}
