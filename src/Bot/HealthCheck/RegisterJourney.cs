using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Looks a group up by its charity or company number in what was imported, and takes over what the register says, once the group agrees.</summary>
public sealed partial class RegisterJourney(Catalogue catalogue, IKnowledgeStore store, KeptChecks checks, HealthCheckJourney journey) : IJourney
{
    public string Name => "register";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not UseRegister use) return false;
        if (turn.Activity.IsInCompany) turn.Say(HealthCheckWording.OnlyInPrivate);
        else if (turn.State.HealthCheck?.Assessment != use.Assessment || await KeptChecks.Of(turn, cancel) is not { } check) turn.Say(HealthCheckWording.AnotherCheck);
        else if (use.Provider is null || store.FindProvider(use.Provider) is not { } provider) journey.Ask(turn, check, "That entry is not there any more.");
        else
        {
            var entry = RegisterEntry.Of(provider, store.SourcesOf(provider.Id), turn.Today);
            var profile = check.Assessment.Profile;
            // Pressed twice, what was said before is still what was said before.
            var taken = new FromRegister(entry.Name, check.FromRegister?.Before ?? profile);
            journey.Ask(turn, checks.Save(turn, check with { Assessment = check.Assessment.WithProfile(entry.In(profile), turn.Now), FromRegister = taken }), Saved(entry));
        }
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (NotOurs().IsMatch(turn.Text) && !turn.Activity.IsInCompany && await KeptChecks.Of(turn, cancel) is { FromRegister: { } taken } ours)
        {
            Undo(turn, ours, taken);
            return true;
        }
        if (turn.Activity.IsInCompany || Number().Match(turn.Text) is not { Success: true } match || await KeptChecks.Of(turn, cancel) is not { } check) return false;
        var number = match.Groups["number"].Value.ToUpperInvariant();
        var id = match.Groups["company"].Success ? "GB-COH-" + number.PadLeft(8, '0') : "GB-CHC-" + number;
        turn.HasAsked = true;
        if (store.FindProvider(id) is not { } provider)
        {
            journey.Ask(turn, check, "I do not have that number in the register that I was given, so I ask you instead. That says nothing about your group.");
            return true;
        }
        var entry = RegisterEntry.Of(provider, store.SourcesOf(provider.Id), turn.Today);
        turn.Say(new Reply($"The register says: **{Markdown.Plain(entry.Name)}**. {Said(entry)} From {Markdown.Plain(entry.DataSet)}, seen {Day(entry.LastSeen)}.\n\nIs that your group, and shall I use this? The name then goes on what you print.")
        {
            Buttons = [new("Use these", new UseRegister(check.Assessment.Id, entry.Id)), new("Not ours", new ContinueCheck(check.Assessment.Id))],
        });
        return true;
    }

    // The three things that a register says go back to what the group had said; whatever else it answered since stays.
    private void Undo(Turn turn, KeptCheck check, FromRegister taken)
    {
        var profile = check.Assessment.Profile with { LegalForm = taken.Before.LegalForm, Income = taken.Before.Income, YearEnd = taken.Before.YearEnd };
        journey.Ask(turn, checks.Save(turn, check with { Assessment = check.Assessment.WithProfile(profile, turn.Now), FromRegister = null }), "Done. I have taken out the name and everything else that came from the register.");
    }

    private string Saved(RegisterEntry entry) => $"Saved, as the register has it. Your name: **{Markdown.Plain(entry.Name)}**. {Said(entry)} The name goes on what you print, and nowhere else. If this is not your group, type **not ours**.";

    private string Said(RegisterEntry entry)
    {
        var text = new StringBuilder();
        if (entry.LegalForm is not null) text.Append("How you are set up: **").Append(catalogue.Question(ProfileTopic.LegalForm).AnswerIn(entry.In(Profile.Empty))).Append("**. ");
        if (entry.Income?.Figure is { } figure) text.Append("Income: **").Append(figure).Append("**. ");
        if (entry.YearEnd is { } end) text.Append("Year end: **").Append(Day(end)).Append("**. ");
        return text.Length > 0 ? text.ToString().TrimEnd() : "It says nothing about how you are set up or what came in, so I will ask.";
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\W*(no\b,? ?)?((that|this|it)('?s| is) )?(not (ours|our group|our charity|us|my group)|(the )?wrong (group|charity|company|number|one)|(that|this|it) isn'?t (us|ours|our group))\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex NotOurs();

    [GeneratedRegex(@"^\W*((our|my|the|its|it's|we're|we are|registered) )*(?:(charity|charity commission)( (number|no|num|reg|registration|registered))*\.?( is| are|:)? *(?<number>\d{6,7})|(?<company>company|companies house)( (number|no|num|reg|registration))*\.?( is|:)? *(?<number>[a-z]{2}\d{6}|\d{7,8}))\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
