using System.Globalization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>One of the five questions about the group itself.</summary>
public sealed class AskedProfileQuestion(ProfileQuestion question, Progress? progress) : AskedQuestion(progress)
{
    // A figure has no option of its own.
    private const string Pounds = "pounds:";

    public override string Id => question.Topic.ToString();

    public override string ShortName => HealthCheckWording.TopicName(question.Topic);

    protected override string Why => question.Why;

    public override string Help => question.Help;

    protected override string Heading => "About your group";

    protected override string Question(Assessment assessment) => question.Question;

    protected override IEnumerable<Button> Choices(Assessment assessment) =>
        question.Options.Select(o => new Button(o.Label, new AnswerProfile(assessment.Id, Id, o.Id)));

    public override string? AnswerIn(Assessment assessment) => question.AnswerIn(assessment.Profile);

    public override SoundsLike? Hear(Assessment assessment, string text)
    {
        if (question.Topic == ProfileTopic.Income) return UnderstandAnswer.SuggestIncome(text) is { } pounds ? Offered(assessment, assessment.Profile with { Income = Income.Of(pounds) }) : null;
        return UnderstandAnswer.Suggest(question, text) is { } option ? Offered(assessment, assessment.Profile.With(question.Topic, option)) : null;
    }

    /// <summary>What offers a profile's answer to this question.</summary>
    public SoundsLike Offered(Assessment assessment, Profile answered) => new(
        $"**{question.AnswerIn(answered)}**.",
        new AnswerProfile(assessment.Id, Id, question.Chosen(answered)?.Id ?? Pounds + answered.Income!.Pounds!.Value.ToString(CultureInfo.InvariantCulture), Change: true));

    /// <summary>Where Not sure cannot be said, what helps to find the answer.</summary>
    public override string? WhyNoAnswer(string text) => UnderstandAnswer.SaysNotSure(text) ? HealthCheckWording.BestGuess(question.Why, question.Help) : null;

    /// <summary>What a pressed option does to a profile; null if there is no such option.</summary>
    public static Func<Profile, Profile>? Taken(ProfileQuestion question, string option)
    {
        if (question.Options.FirstOrDefault(o => o.Id == option) is { } known) return profile => profile.With(question.Topic, known);
        return question.Topic == ProfileTopic.Income && option.StartsWith(Pounds, StringComparison.Ordinal)
            && decimal.TryParse(option[Pounds.Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds <= Income.Most
            ? profile => profile with { Income = Income.Of(pounds) }
            : null;
    }

    public override Assessment? Answer(Assessment assessment, string text, DateTimeOffset at) =>
        UnderstandAnswer.ToProfile(question, assessment.Profile, text) is { } profile ? assessment.WithProfile(profile, at) : null;
}
