using System.Globalization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Where a check's pages are. They open for whoever holds the address, until it ends.</summary>
public sealed record CheckAddresses(string Result)
{
    public string Year => Result + "/year";

    public string PrintOuts => Result + "/print";
}

/// <summary>What an address of ours says.</summary>
/// <param name="Device">The fingerprint of the conversation that it was given in.</param>
/// <param name="Clearings">How often that device had been cleared by then.</param>
/// <param name="Era">The check's era by then: see <see cref="KeptCheck.Era"/>.</param>
/// <param name="Until">When it stops opening anything (UTC).</param>
public sealed record CheckLink(string Assessment, string Device, int Clearings, int Era, DateTimeOffset Until);

/// <summary>
/// Makes and reads the signed, expiring addresses under which a check's pages can be opened and printed. Those that were given on a device end
/// when it is cleared, so that the next person there cannot open them from the browser's history; those of other devices go on.
/// </summary>
public sealed class CheckLinks(SignedTokens tokens, HostSettings host)
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(14);

    /// <summary>The addresses for whoever has this turn; null where the bot does not know where its own pages are.</summary>
    public CheckAddresses? To(Turn turn, string assessment)
    {
        if (host.AddressFor(turn) is not { } site) return null;
        var given = string.Create(CultureInfo.InvariantCulture, $"{Device(turn)}.{turn.State.Clearings}.{turn.State.HealthCheck?.Era ?? 0}");
        return new CheckAddresses($"{site}/results/{tokens.Sign(SignedTokens.Result, assessment, given, Role.Group, Valid)}");
    }

    /// <summary>What an address says; null if it is none of ours, or is over.</summary>
    public CheckLink? Read(string token) =>
        tokens.Read(token, SignedTokens.Result) is { } claims && claims.Conversation.Split('.') is [{ Length: > 0 } device, var clearings, var era]
        && int.TryParse(clearings, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && int.TryParse(era, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new CheckLink(claims.User, device, times, at, DateTimeOffset.FromUnixTimeSeconds(claims.Expires))
            : null;

    /// <summary>Closes every address that was given in this conversation, and gives how often that has been done.</summary>
    public int CloseAll(Turn turn)
    {
        var times = turn.State.Clearings + 1;
        turn.Save(KeptClearing.Key(Device(turn)), new KeptClearing(times), HealthCheckJson.Default.KeptClearing, turn.Now + Valid + TimeSpan.FromDays(1));
        return times;
    }

    private string Device(Turn turn) => tokens.Fingerprint("device", turn.Conversation);
}
