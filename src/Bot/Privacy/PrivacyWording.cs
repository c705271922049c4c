using System.Globalization;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Privacy;

/// <summary>What the bot says about what it keeps. The same facts stand on <c>/privacy</c>.</summary>
public static class PrivacyWording
{
    public const string Sure =
        """
        This deletes what we both said here and your health check answers, for everybody who uses your resume code too. **It cannot be undone.** If you want to keep a copy, open and print your result page first.

        Shall I delete everything?
        """;

    /// <param name="inBrowser">Whether the person talks on a web page, where a cookie remembers the conversation.</param>
    public static string Held(IReadOnlyList<string> held, bool inBrowser, HostSettings host) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            This is what is held from this conversation:
            - what you typed and pressed here, and what I replied; kept until it has not been used for {host.KeepConversationsDays} days
            {string.Concat(held.Select(h => $"- {h}\n"))}{(inBrowser ? "- on this device, one mark that only remembers which conversation is yours\n" : "")}
            Apart from that I count, without anything about you, what I could not answer and which answers people call useful or not. I do not ask for your name. Nobody is told your answers unless you show them. The full privacy notice is at /privacy. Questions or a complaint: {host.Controller}, {host.Contact}.
            """);

    public static string Receipt(IReadOnlyList<string> deleted, DateTimeOffset at, string receipt, HostSettings host) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            Done. Deleted on {at:d MMMM yyyy} at {at:HH:mm} UTC: {string.Join(", ", ["what we both said here", .. deleted])}. Receipt **{receipt}**.

            This page still shows the old messages until you close it. Copies in backups go when the backups do, after {host.KeepBackupsDays} days at the latest. You can start afresh at any time: type **help**.
            """);
}
