using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>Shows an adviser the newest area report, and the way to all of them as a page.</summary>
public sealed class AreaReportJourney(KeptAreaReports reports, AreaReportWording wording, SignedTokens tokens, HostSettings host) : IJourney
{
    public static readonly TimeSpan LinkValid = TimeSpan.FromHours(1);

    private static readonly string[] Phrases = ["area report", "the area report", "show the area report", "learning report", "show me the area report"];

    public string Name => "area-report";

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel) => ValueTask.FromResult(false);

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (!Phrases.Contains(Words.Fold(turn.Text).Trim('.', '!', '?'))) return false;
        if (turn.Role < Role.Adviser) turn.Say(AreaReportWording.OnlyForAdvisers);
        else if (await reports.All(cancel) is not [.., var newest]) turn.Say(AreaReportWording.NoneYet);
        else turn.Say($"{wording.Of(newest)}\n\n{AreaReportWording.HowToRead}{Page(turn)}");
        return true;
    }

    private string Page(Turn turn) => (host.PublicUrl ?? turn.Site) is { } site
        ? $"\n\n[All reports as a page to print]({site.TrimEnd('/')}/area-report/{tokens.Sign(SignedTokens.AreaReport, "", "", turn.Role, LinkValid)}); the link works for an hour."
        : "";
}
