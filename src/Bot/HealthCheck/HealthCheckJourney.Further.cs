using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

// What lies beyond the core: the four areas, what a group does, and questions about the result.
public sealed partial class HealthCheckJourney
{
    private const string ThatIsAll = "That is all";

    private Area? AreaNamed(string text) =>
        catalogue.Wording.Areas.Where(a => Words.Fold(a.Value) == text || $"{Words.Fold(a.Value)} questions" == text).Select(a => (Area?)a.Key).FirstOrDefault();

    // What else there is comes after the questions that are still to be put.
    private void SayMore(Turn turn, KeptCheck check)
    {
        if (Current(turn, check) is null) result.SayMore(turn, check);
        else Ask(turn, check);
    }

    private void AskIn(Turn turn, KeptCheck check, Area area)
    {
        turn.State = turn.State with { HealthCheck = turn.State.HealthCheck! with { Revisiting = null, Area = area.ToString() } };
        Ask(turn, check, ChooseNextQuestion.Left(catalogue, check.Assessment, area) == 0 ? HealthCheckWording.NothingMoreHere : null);
    }

    private async ValueTask<bool> AnswerAboutResult(Turn turn, CancellationToken cancel)
    {
        var asked = HearAskedBack.In(turn.Text);
        // "Why?" after another answer is about that answer.
        if (asked is not (AskedBack.Why or AskedBack.IfNot) || turn.State.Questions is not null) return false;
        if (await KeptChecks.Of(turn, cancel) is not { } check || Current(turn, check) is not null) return false;
        turn.Say(ResultReasons.Of(catalogue, JudgeReadiness.Of(catalogue, check.Assessment), check.Assessment.Profile, asked));
        return true;
    }

    // While it is asked what else a group does, a typed answer is about that.
    private UserAct? MoreActivities(Turn turn)
    {
        if (turn.State.Offered is not [.., { Label: ThatIsAll } all] || all.Act.Deserialize(BotJson.Default.UserAct) is not SayActivities said) return null;
        if (AskedActivities.SaysNone().IsMatch(Words.Fold(turn.Text).Trim(' ', '.', '!'))) return said;
        var more = AskedActivities.Named(catalogue, turn.Text);
        return more.Count > 0 ? said with { Activities = [.. said.Activities.Union(more.Select(m => m.ToString()), StringComparer.Ordinal)] } : null;
    }

    /// <summary>Another question that the text answers, if it is just that one: people tell of their insurance when it comes to mind, and of all of their group at once.</summary>
    private (string Id, SoundsLike Heard)? HeardElsewhere(KeptCheck check, AskedQuestion asked, string text) =>
        asked is AskedProfileQuestion ? HeardOfTheGroup(check.Assessment, asked, text)
        : NameQuestions.In(catalogue, text) is [var id] && id != asked.Id && catalogue.Find(id) is { } item && item.AppliesWhen.MayHold(check.Assessment.Profile) && item.KnownFrom(check.Assessment.Profile) is null
        && AskedQuestion.Of(catalogue, check.Assessment, item, null) is AskedItem other && other.Hear(check.Assessment, text) is { } heard ? (id, heard) : null;

    // It must name what it speaks of, or be a sum in pounds: "no" and "5" could be said of anything.
    private (string Id, SoundsLike Heard)? HeardOfTheGroup(Assessment assessment, AskedQuestion asked, string text)
    {
        var named = NameQuestions.In(catalogue, text).ToHashSet(StringComparer.Ordinal);
        if (text.Contains('£', StringComparison.Ordinal)) named.Add(nameof(ProfileTopic.Income));
        named.Remove(asked.Id);
        var heard = new List<(string, SoundsLike)>();
        foreach (var question in catalogue.Questions.Where(q => named.Contains(q.Topic.ToString())))
        {
            var other = new AskedProfileQuestion(question, null);
            if (UnderstandAnswer.ToProfile(question, assessment.Profile, text) is { } answered) heard.Add((other.Id, other.Offered(assessment, answered)));
            else if (other.Hear(assessment, text) is { } like) heard.Add((other.Id, like));
        }
        return heard is [var only] ? only : null;
    }

    private void TakeActivities(Turn turn, KeptCheck check, SayActivities said)
    {
        var activities = said.Activities.Select(a => Enum.TryParse<SpecialActivity>(a, out var activity) && Enum.IsDefined(activity) ? activity : (SpecialActivity?)null).OfType<SpecialActivity>().Distinct().ToList();
        if (catalogue.Find(said.Item) is not { AsksActivities: true } item || activities.Count != said.Activities.Distinct(StringComparer.Ordinal).Count())
        {
            Ask(turn, check, HealthCheckWording.OldQuestion);
            return;
        }
        var question = new AskedActivities(catalogue, item, item.MayNotApply(check.Assessment.Profile), null);
        var told = question.Take(check.Assessment, activities, turn.Now);
        // Said once more, it is all.
        if (check.Assessment.Profile.Activities is { Count: > 0 } before && before.Count == activities.Count && !before.Except(activities).Any())
        {
            Ask(turn, check);
            return;
        }
        if (activities.Count is 0 || activities.Count == catalogue.SpecialRules.Count)
        {
            Keep(turn, check, told, question.NoteOf(told));
            return;
        }
        checks.Save(turn, check with { Assessment = told });
        turn.State = turn.State with { Open = Name };
        turn.HasAsked = true;
        turn.Say(new Reply($"{question.NoteOf(told)}\n\n{HealthCheckWording.AnythingElse}")
        {
            Buttons =
            [
                .. catalogue.SpecialRules.Where(r => !activities.Contains(r.Activity)).Select(r => new Button(r.Label, new SayActivities(check.Assessment.Id, item.Id, [.. said.Activities, r.Activity.ToString()]))),
                new(ThatIsAll, said),
            ],
        });
    }
}
