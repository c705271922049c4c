using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Providers;

/// <summary>Says no to whoever may not keep lists here. Asked at every handler: a menu that does not offer something keeps nobody from sending it.</summary>
internal static class OfficersOnly
{
    public const string OnlyInPrivate = "Your shortlist, your saved searches and your search record are your own, and here others would read them too. Please ask me in a private chat.";

    /// <summary>True if this person, or this place, gets a refusal, which has been said.</summary>
    public static bool Refuses(Turn turn, HostSettings host)
    {
        if (turn.Role < Role.Commissioner) turn.Say(ForOfficers(host));
        else if (turn.Activity.IsInCompany) turn.Say(OnlyInPrivate);
        else return false;
        return true;
    }

    private static string ForOfficers(HostSettings host) =>
        $"Shortlists, saved searches and files of providers are for council officers and advisers, and I cannot tell that you are one from here. They reach them through their council's own page or Teams. If you are a group looking for a partner, ring {host.LocalSupport}: they know who does what.";
}
