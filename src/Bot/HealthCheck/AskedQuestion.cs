using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>One question of the check as the conversation asks it: a profile question or an item.</summary>
public abstract class AskedQuestion(Progress? progress)
{
    /// <summary>An item's id or a profile topic, as <see cref="HealthCheckState.Revisiting"/> names it.</summary>
    public abstract string Id { get; }

    public abstract string ShortName { get; }

    protected abstract string Why { get; }

    /// <summary>Why it is asked of this group.</summary>
    public virtual string WhyOf(Assessment assessment) => Why;

    public abstract string Help { get; }

    protected abstract string Heading { get; }

    /// <summary>What happens to a group that does nothing about it; null if there is nothing to say.</summary>
    public virtual string? IfNot => null;

    protected abstract string Question(Assessment assessment);

    /// <summary>The choices in their order, each saying all that is needed to choose.</summary>
    protected abstract IEnumerable<Button> Choices(Assessment assessment);

    /// <summary>What the assessment answers to this, in words; null if nothing yet.</summary>
    public abstract string? AnswerIn(Assessment assessment);

    /// <summary>What was answered to this when the check was done before, in words; null if it was not asked then.</summary>
    protected virtual string? LastTime(Assessment assessment) => null;

    /// <summary>The assessment with typed text taken as the answer, if it clearly is one; null if it looks like something else.</summary>
    public abstract Assessment? Answer(Assessment assessment, string text, DateTimeOffset at);

    /// <summary>The answer that a longer text sounds like, to be offered; null if it sounds like none.</summary>
    public virtual SoundsLike? Hear(Assessment assessment, string text) => null;

    /// <summary>Why a text that is an answer elsewhere is none here; null if there is no more to say than that it was not understood.</summary>
    public virtual string? WhyNoAnswer(string text) => null;

    public string NoteOf(Assessment answered) => HealthCheckWording.Saved(ShortName, AnswerIn(answered) ?? "");

    public Reply ToReply(Assessment assessment, string? note)
    {
        var before = AnswerIn(assessment) is { } answer ? $"You said: **{answer}**. Choose again, or type **continue** to leave it.\n\n"
            : LastTime(assessment) is { } lastTime ? $"Last time you said: {lastTime}.\n\n" : "";
        var position = progress is null ? Heading : FormattableString.Invariant($"Question {progress.Number} of {progress.Total}. {Heading}");
        return new Reply($"{(note is null ? "" : note + "\n\n")}**{position}**\n\n{before}{Question(assessment)}")
        {
            Buttons = [.. Choices(assessment)],
            Prompts = ["Why are you asking?", "What does that mean?", "Go back", "Stop"],
        };
    }

    /// <summary>What to ask now: the question being asked once more, else the next one; null if there is none left.</summary>
    public static AskedQuestion? Current(Catalogue catalogue, Assessment assessment, HealthCheckState state)
    {
        if (state.Revisiting is { } revisiting && Find(catalogue, assessment, revisiting) is { } again) return again;
        var next = ChooseNextQuestion.InCore(catalogue, assessment);
        if (next is NextQuestion.Done && Enum.TryParse<Area>(state.Area, out var area)) next = ChooseNextQuestion.AfterCore(catalogue, assessment, area);
        if (next is NextQuestion.Done && state.Further) next = ChooseNextQuestion.AfterCore(catalogue, assessment, onlyDeciding: true);
        return next switch
        {
            NextQuestion.OfProfile p => new AskedProfileQuestion(p.Question, p.Progress),
            NextQuestion.OfItem i => Of(catalogue, assessment, i.Item, i.Progress),
            _ => null,
        };
    }

    /// <summary>The ids of the questions that have an answer, in the order in which the check asks them.</summary>
    public static List<string> AnsweredSoFar(Catalogue catalogue, Assessment assessment) =>
    [
        .. catalogue.Questions.Where(q => assessment.Profile.Has(q.Topic)).Select(q => q.Topic.ToString()),
        .. Core.Deciding(catalogue, assessment.Profile).Concat(catalogue.Items).Distinct().Where(i => assessment.ResponseTo(i.Id) is not null).Select(i => i.Id),
    ];

    /// <summary>The question to go back to from the one that is asked, the last one from the result; null if there is none.</summary>
    public static string? Before(Catalogue catalogue, Assessment assessment, string? asked)
    {
        var order = catalogue.Questions.Select(q => q.Topic.ToString()).Concat(Core.Deciding(catalogue, assessment.Profile).Concat(catalogue.Items).Select(i => i.Id).Distinct()).ToList();
        var answered = AnsweredSoFar(catalogue, assessment);
        return order.Take(asked is null ? order.Count : order.IndexOf(asked)).LastOrDefault(answered.Contains);
    }

    /// <summary>What a pressed answer means; null if this version of the catalogue has no such question or choice.</summary>
    public static PressedAnswer? Pressed(Catalogue catalogue, Assessment assessment, UserAct act)
    {
        switch (act)
        {
            case AnswerProfile p when Topic(p.Question) is { } topic:
                var question = catalogue.Question(topic);
                return AskedProfileQuestion.Taken(question, p.Option) is { } taken ? new PressedAnswer(new AskedProfileQuestion(question, null), p, (a, at) => a.WithProfile(taken(a.Profile), at)) : null;
            case AnswerItem i when catalogue.Find(i.Item) is { } item && Enum.TryParse<Choice>(i.Response, out var choice):
                var choices = ChooseNextQuestion.ChoicesFor(item, assessment.Profile);
                return choices.Contains(choice) ? new PressedAnswer(new AskedItem(catalogue, catalogue.For(item, assessment.Profile), choices, null), i, (a, at) => a.WithAnswer(item.Id, choice, at)) : null;
            default:
                return null;
        }
    }

    private static ProfileTopic? Topic(string name) => Enum.TryParse<ProfileTopic>(name, out var topic) && Enum.IsDefined(topic) ? topic : null;

    /// <summary>An item as it is asked: what a group does comes first where the rules hang on it.</summary>
    public static AskedQuestion Of(Catalogue catalogue, Assessment assessment, Item item, Progress? progress) =>
        item.AsksActivities && assessment.Profile.Activities is null
            ? new AskedActivities(catalogue, catalogue.For(item, assessment.Profile), item.MayNotApply(assessment.Profile), progress)
            : new AskedItem(catalogue, catalogue.For(item, assessment.Profile), ChooseNextQuestion.ChoicesFor(item, assessment.Profile), progress);

    /// <summary>The question of that id; null if this version of the catalogue has none.</summary>
    public static AskedQuestion? Find(Catalogue catalogue, Assessment assessment, string id)
    {
        if (Topic(id) is { } topic) return new AskedProfileQuestion(catalogue.Question(topic), null);
        return catalogue.Find(id) is { } item ? Of(catalogue, assessment, item, null) : null;
    }
}

/// <summary>A button of the check that was pressed: its question, and what it does to an assessment.</summary>
public sealed record PressedAnswer(AskedQuestion Question, UserAct Act, Func<Assessment, DateTimeOffset, Assessment> Answer)
{
    /// <summary>True if the person has seen that another answer is already there and wants this one instead.</summary>
    public bool IsChange => Act is AnswerProfile { Change: true } or AnswerItem { Change: true };

    public UserAct AsChange() => Act switch
    {
        AnswerProfile p => p with { Change = true },
        AnswerItem i => i with { Change = true },
        _ => Act,
    };
}
