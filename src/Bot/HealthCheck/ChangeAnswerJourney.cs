using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>
/// Takes people back to an earlier answer by its name: "change our insurance answer", "we've sorted the bank account now", "actually our income
/// was 12k". It never saves what it heard; it offers it, or puts the question again.
/// </summary>
public sealed class ChangeAnswerJourney(Catalogue catalogue, HealthCheckJourney journey, AnswerQuestion answers) : IJourney
{
    private const int MostOffered = 5;

    public string Name => "change-answer";

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel) => ValueTask.FromResult(false);

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (turn.State.HealthCheck is not { } state || turn.Activity.IsInCompany) return false;
        var wantsAny = UnderstandChange.WantsAnyChange(turn.Text);
        var cue = UnderstandChange.Cue(turn.Text);
        if (cue == ChangeCue.None && !wantsAny || await KeptChecks.Of(turn, cancel) is not { } check) return false;
        // "We now have a partner who hits me" is no answer to anything: help comes first.
        if (answers.Ask(new Question(turn.Text, null, turn.Today, false)).Outcome == Knowledge.Questions.Outcome.Signpost) return false;
        if (wantsAny)
        {
            Choose(turn, check, HealthCheckWording.ChangeWhich, AskedQuestion.AnsweredSoFar(catalogue, check.Assessment).AsEnumerable().Reverse().Take(MostOffered));
            return true;
        }
        // News of what is being asked just now is an answer to it.
        var asked = AskedQuestion.Current(catalogue, check.Assessment, state);
        // "We have written some rules" answers how the group is set up, when that is what was asked.
        if (cue == ChangeCue.News && asked is AskedProfileQuestion && asked.Hear(check.Assessment, turn.Text) is not null) return false;
        var current = asked?.Id;
        var named = NameQuestions.In(catalogue, turn.Text).Where(id => cue == ChangeCue.Correction || id != current).ToList();
        if (current is not null && named.Contains(current) && named.Count == 1) return false;
        if (ProfileTold(named, check.Assessment, turn.Text) is { } told) named = [told];
        switch (named)
        {
            case []:
                return false;
            case [var id]:
                Change(turn, check, id);
                return true;
            default:
                Choose(turn, check, HealthCheckWording.WhichOfThese, named.Take(MostOffered));
                return true;
        }
    }

    // "We now have 3 staff" names staff twice, and tells how many: that settles it.
    private string? ProfileTold(List<string> named, Assessment assessment, string text) =>
        catalogue.Questions.Where(q => named.Contains(q.Topic.ToString()) && UnderstandChange.ToProfile(q, assessment.Profile, text) is not null).Select(q => q.Topic.ToString()).ToList() is [var only] ? only : null;

    private void Change(Turn turn, KeptCheck check, string id)
    {
        var assessment = check.Assessment;
        if (catalogue.Find(id) is { } item)
        {
            if (!item.AppliesWhen.MayHold(assessment.Profile)) turn.Say(HealthCheckWording.NotAskedOfYou(item.Name));
            else if (item.KnownFrom(assessment.Profile) is { } known) turn.Say(new Reply(HealthCheckWording.KnownFromProfile(item.Name, known.Because)) { Buttons = [new(HealthCheckWording.ChangeTopic(ProfileTopic.LegalForm), new AnswerAgain(assessment.Id, nameof(ProfileTopic.LegalForm)))] });
            else journey.AskAgain(turn, check, id, SuggestLevel.For(catalogue, item, turn.Text) is { } level && AskedQuestion.Of(catalogue, assessment, item, null) is AskedItem asked ? asked.Offered(assessment, level) : null);
            return;
        }
        var question = catalogue.Questions.Single(q => q.Topic.ToString() == id);
        var answered = UnderstandChange.ToProfile(question, assessment.Profile, turn.Text);
        journey.AskAgain(turn, check, id, answered is null || question.AnswerIn(answered) == question.AnswerIn(assessment.Profile) ? null : new AskedProfileQuestion(question, null).Offered(assessment, answered));
    }

    private void Choose(Turn turn, KeptCheck check, string text, IEnumerable<string> ids)
    {
        var buttons = ids.Select(id => AskedQuestion.Find(catalogue, check.Assessment, id)).OfType<AskedQuestion>()
            .Select(q => new Button(q.AnswerIn(check.Assessment) is { } answer ? $"{q.ShortName} ({answer})" : q.ShortName, new AnswerAgain(check.Assessment.Id, q.Id))).ToList();
        turn.HasAsked = true;
        turn.Say(buttons.Count == 0 ? new Reply(HealthCheckWording.NothingToChange) : new Reply(text) { Buttons = buttons });
    }
}
