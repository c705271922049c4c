using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Providers.Exports;

/// <summary>What can be taken as a file: one search, the shortlist, or the list of all searches of a person.</summary>
public static class ExportKind
{
    public const string Shortlist = "shortlist";
    public const string Searches = "searches";

    private const string Prefix = "search/";

    public static string Of(string record) => Prefix + record;

    /// <summary>The id of the record; null if it is no search.</summary>
    public static string? RecordOf(string what) => what.StartsWith(Prefix, StringComparison.Ordinal) ? what[Prefix.Length..] : null;
}

/// <summary>
/// Makes and reads the signed addresses of files made of lists of providers. Whoever holds one can open it, for a day. The file is made when it is
/// fetched, so that nothing lies about.
/// </summary>
public sealed class ExportLinks(SignedTokens tokens, HostSettings host)
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(1);

    /// <returns>The address without the name of the file; null where the bot does not know where its own pages are.</returns>
    public string? To(Turn turn, string what) =>
        host.AddressFor(turn) is { } site ? $"{site}/provider-lists/{tokens.Sign(SignedTokens.ProviderList, Viewer.Of(turn, tokens).Key, what, turn.Role, Valid)}" : null;

    /// <summary>Whose list it is, and which; null if the address is none of ours, too old, or was not made for an officer or adviser.</summary>
    public (string Person, string What)? Read(string token) =>
        tokens.Read(token, SignedTokens.ProviderList) is { Role: > Role.Group } claims ? (claims.User, claims.Conversation) : null;
}
