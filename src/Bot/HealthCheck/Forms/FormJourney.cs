using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Forms;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck.Forms;

/// <summary>
/// Fills in the bid pack and the full cost worksheet, one question at a time. The answers are kept with the group's check, so its resume code
/// opens them too; each is saved as it is given.
/// </summary>
public sealed class FormJourney(IReadOnlyDictionary<string, Form> forms, Catalogue catalogue, AnswerQuestion questions, KeptChecks checks, CheckLinks links) : IJourney
{
    private static readonly Dictionary<string, string> Phrases = new(StringComparer.Ordinal)
    {
        ["bid pack"] = Form.BidPack,
        ["our bid pack"] = Form.BidPack,
        ["fill in the bid pack"] = Form.BidPack,
        ["bid folder"] = Form.BidPack,
        ["full cost"] = Form.FullCost,
        ["full cost recovery"] = Form.FullCost,
        ["cost worksheet"] = Form.FullCost,
        ["full cost worksheet"] = Form.FullCost,
        ["work out our full cost"] = Form.FullCost,
        ["work out our costs"] = Form.FullCost,
    };

    private static readonly HashSet<string> Skips = new(StringComparer.Ordinal) { "skip", "pass", "next", "leave it", "dont know", "don't know", "not sure" };

    public string Name => "form";

    public bool ExpectsAnswer => true;

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        var id = act switch { FillIn f => f.Form, AnswerField a => a.Form, _ => null };
        if (id is null) return false;
        if (turn.Activity.IsInCompany) turn.Say(HealthCheckWording.OnlyInPrivate);
        else if (!forms.TryGetValue(id, out var form)) turn.Say(FormWording.NoSuchForm);
        else if (act is AnswerField answer && form.Find(answer.Field) is { } field && (answer.Answer.Length == 0 || ReadField.As(field, answer.Answer, turn.Today) == answer.Answer)) Keep(turn, await Check(turn, cancel), form, field, answer.Answer);
        else Begin(turn, await Check(turn, cancel), form, (act as FillIn)?.Field);
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        return Phrases.TryGetValue(text, out var id) && await Press(turn, new FillIn(id), cancel);
    }

    public async ValueTask<bool> Continue(Turn turn, CancellationToken cancel)
    {
        if (Open(turn) is not { } form || await KeptChecks.Of(turn, cancel) is not { } check || Current(turn, check, form) is not { } field) return false;
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        // A question in between is answered, and the form goes on; a call for help is never taken for an answer.
        if (turn.Text.EndsWith('?') || !field.AboutDanger && questions.Ask(new Question(turn.Text, null, turn.Today)).Outcome == Knowledge.Questions.Outcome.Signpost) return false;
        if (Skips.Contains(text)) Keep(turn, check, form, field, check.Answers(form.Id).GetValueOrDefault(field.Id, ""));
        else if (ReadField.As(field, turn.Text, turn.Today) is { } answer) Keep(turn, check, form, field, answer);
        else Ask(turn, check, form, field.Id, FormWording.NotAnAnswer(field, turn.Text));
        return true;
    }

    public async ValueTask Remind(Turn turn, CancellationToken cancel)
    {
        if (Open(turn) is { } form && await KeptChecks.Of(turn, cancel) is { } check && Current(turn, check, form) is { } field) Ask(turn, check, form, field.Id, FormWording.Back(form));
    }

    public async ValueTask<bool> GoBack(Turn turn, CancellationToken cancel)
    {
        if (Open(turn) is not { } form || await KeptChecks.Of(turn, cancel) is not { } check) return false;
        var asked = form.Asked(check.Answers(form.Id)).ToList();
        var at = Current(turn, check, form) is { } field ? asked.IndexOf(field) : asked.Count;
        if (at <= 0) return false;
        Ask(turn, check, form, asked[at - 1].Id, null);
        return true;
    }

    public ValueTask<string?> Stop(Turn turn, CancellationToken cancel) =>
        ValueTask.FromResult(Open(turn) is { } form ? FormWording.Stopped(form) : null);

    private Form? Open(Turn turn) => turn.State.Open == Name && turn.State.HealthCheck?.Form is { } id ? forms.GetValueOrDefault(id) : null;

    private static Field? Current(Turn turn, KeptCheck check, Form form) =>
        turn.State.HealthCheck?.Field is { } again && form.Find(again) is { } field ? field : form.Next(check.Answers(form.Id));

    // A form may come before the check: the record is begun, and the check goes on from there.
    private async ValueTask<KeptCheck> Check(Turn turn, CancellationToken cancel)
    {
        if (await KeptChecks.Of(turn, cancel) is { } kept) return kept;
        var check = checks.Save(turn, new KeptCheck(Assessment.Start(Guid.NewGuid().ToString("N"), catalogue.Version, turn.Now), null));
        turn.State = turn.State with { HealthCheck = new HealthCheckState(check.Assessment.Id) };
        return check;
    }

    private void Begin(Turn turn, KeptCheck check, Form form, string? field)
    {
        if (field is not null || form.Next(check.Answers(form.Id)) is not null)
        {
            Ask(turn, check, form, field, field is null ? FormWording.Begin(form) : null);
            return;
        }
        turn.Say(new Reply(FormWording.WhichToChange) { Buttons = [.. form.Asked(check.Answers(form.Id)).Select(f => new Button(f.Label, new FillIn(form.Id, f.Id)))] });
    }

    private void Keep(Turn turn, KeptCheck check, Form form, Field field, string answer)
    {
        var kept = checks.Save(turn, check.WithAnswer(form.Id, field.Id, answer));
        Ask(turn, kept, form, null, answer.Length == 0 ? FormWording.Skipped : FormWording.Saved(field, answer));
    }

    private void Ask(Turn turn, KeptCheck check, Form form, string? again, string? note)
    {
        turn.State = turn.State with { Open = Name, HealthCheck = turn.State.HealthCheck! with { Form = form.Id, Field = again } };
        turn.HasAsked = true;
        var answers = check.Answers(form.Id);
        if (Current(turn, check, form) is { } field)
        {
            var asked = form.Asked(answers).ToList();
            turn.Say(new Reply(FormWording.Question(form, field, asked.IndexOf(field) + 1, asked.Count, answers.GetValueOrDefault(field.Id), note))
            {
                Buttons = field.Kind == FieldKind.YesNo ? [new("Yes", new AnswerField(form.Id, field.Id, Form.Yes)), new("No", new AnswerField(form.Id, field.Id, "no"))] : [],
                Prompts = ["Skip", "Go back", "Stop"],
            });
            return;
        }
        turn.State = turn.State with { Open = null };
        turn.Say(new Reply(FormWording.Done(form, answers, note, links.To(turn, check.Assessment.Id)))
        {
            Buttons = [new("Change an answer", new FillIn(form.Id)), new("Show our plan", new ShowPlan(check.Assessment.Id)), new("Give me a code to come back", new GiveResumeCode(check.Assessment.Id))],
        });
    }
}
