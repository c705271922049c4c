using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>
/// Three questions before a tender: does the group mean to, why, and could it? Each button carries the answers so far, so
/// no check is needed and no earlier press can spoil a later one.
/// </summary>
public sealed partial class TenderTestJourney(Catalogue catalogue) : IJourney
{
    public string Name => "tender-test";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not TakeTenderTest test) return false;
        var questions = catalogue.Tender.Questions;
        // Made by hand, or of another version of the questions: it begins anew.
        var isSound = test.Answers is not null && test.Answers.Count <= questions.Count && test.Answers.Zip(questions, (a, q) => a >= 0 && a < q.Options.Count).All(ok => ok);
        var answers = isSound ? test.Answers! : [];
        if (answers.Count < questions.Count) Ask(turn, answers);
        else Tell(turn, answers, turn.Activity.IsInCompany ? null : await KeptChecks.Of(turn, cancel));
        return true;
    }

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel) =>
        Starts().IsMatch(Words.Fold(turn.Text).Trim(' ', '.', '!', '?')) ? Press(turn, new TakeTenderTest([]), cancel) : ValueTask.FromResult(false);

    private void Ask(Turn turn, IReadOnlyList<int> answers)
    {
        var question = catalogue.Tender.Questions[answers.Count];
        turn.HasAsked = true;
        var start = answers.Count == 0 ? "Three short questions before a tender, after a toolkit of Sheffield's of 2008. They do not change your health check.\n\n" : "";
        turn.Say(new Reply(FormattableString.Invariant($"{start}**{answers.Count + 1} of {catalogue.Tender.Questions.Count}. {question.Name}**\n\n{question.Question}"))
        {
            Buttons = [.. question.Options.Select((o, i) => new Button(o.Label, new TakeTenderTest([.. answers, i])))],
        });
    }

    private void Tell(Turn turn, IReadOnlyList<int> answers, KeptCheck? check)
    {
        var test = catalogue.Tender;
        var verdict = test.Verdict(answers);
        var readiness = check is null ? null : JudgeReadiness.Of(catalogue, check.Assessment);
        var missing = readiness?.Funding is FundingWanted.SmallContract or FundingWanted.AdvertisedContract or FundingWanted.Partner ? readiness.ThingsFirst : [];
        // Who says that all is there may have told the health check otherwise.
        if (verdict == TenderVerdict.Go && missing.Count > 0) verdict = TenderVerdict.BuildFirst;
        var text = new StringBuilder();
        text.Append(test.Verdicts[verdict]).Append("\n\n");
        foreach (var (question, answer) in test.Questions.Zip(answers)) text.Append("- ").Append(question.Name).Append(' ').Append(question.Options[answer].Label).Append(".\n");
        text.Append('\n').Append(test.Next[verdict]).Append('\n');
        if (verdict == TenderVerdict.BuildFirst && missing.Count > 0) text.Append("\nYour health check says what is missing: ").AppendJoin("; ", missing.Select(f => f.Item.Name)).Append(".\n");
        text.Append("\nThis is your own view, not a buyer's: anybody may bid. ").Append(test.Source);
        turn.Say(new Reply(text.ToString())
        {
            Buttons = check is null ? [new("Start the health check", new StartCheck())] : [new("Back to the health check", new ContinueCheck(check.Assessment.Id))],
        });
    }

    [GeneratedRegex(@"^((so|and|but|ok|well)[, ]+)*((are|is) (we|our group|us) (really )?(ready|able|fit|in shape) (to|for) (a |an |the )?(tender|tenders|tendering|bid|bids|bidding|a contract|contracts|contract)( for .{2,40})?|(should|shall) (we|our group) (even |really )?(bid|tender|go for (the tender|the contract|a contract|a tender))( for (the contract|the tender|a contract|contracts))?|is (it|this|a contract|a tender|tendering|bidding) (right|worth it) for us( to (bid|tender))?|(is it )?worth bidding( for (it|this))?|to bid or not( to bid)?|before (we|you) tender( three questions)?|tender (test|readiness|readiness test)|are we tender ready|bid or no bid|go or no go)$")]
    private static partial Regex Starts();
}
