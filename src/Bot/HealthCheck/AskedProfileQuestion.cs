using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>One of the five questions about the group itself.</summary>
public sealed class AskedProfileQuestion(ProfileQuestion question, Progress? progress) : AskedQuestion(progress)
{
    public override string Id => question.Topic.ToString();

    public override string ShortName => HealthCheckWording.TopicName(question.Topic);

    public override string Why => question.Why;

    public override string Help => question.Help;

    protected override string Heading => "About your group";

    protected override string Question => question.Question;

    protected override IEnumerable<Button> Choices(Assessment assessment) =>
        question.Options.Select(o => new Button(o.Label, new AnswerProfile(assessment.Id, Id, o.Id)));

    public override string? AnswerIn(Assessment assessment) => question.AnswerIn(assessment.Profile);

    public override Assessment? Answer(Assessment assessment, string text, DateTimeOffset at) =>
        UnderstandAnswer.ToProfile(question, assessment.Profile, text) is { } profile ? assessment.WithProfile(profile, at) : null;
}
