using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>
/// What a browser keeps on another site's page to come back to its conversation. It is the only proof there is, so it is good for that site
/// alone, and used up when the session that it opened starts. Until then it may be used again: the answer may have been lost on the way.
/// What was used up stands in the conversation's log.
/// </summary>
public sealed class ReturnTokens(SignedTokens tokens, DirectLineSites sites, TurnEngine engine, IConversationStore store, TimeProvider time)
{
    // Two tabs that open together have one token between them.
    private static readonly TimeSpan UsedTwiceWithin = TimeSpan.FromMinutes(1);

    public string For(TokenClaims visitor) => tokens.Sign(SignedTokens.Return, visitor, sites.ReturnWithin);

    public TokenClaims? Read(string? token) => tokens.Read(token, SignedTokens.Return) is { Session: not null, Role: Role.Group } claims ? claims : null;

    /// <summary>The session that a return with this token replaces; null if the token is used up, or was given to somebody who came too late.</summary>
    public async Task<string?> Replaced(TokenClaims token, CancellationToken cancel)
    {
        if (token.Replaces is { } former)
        {
            // The session of this token never started, so what it was to replace still stands.
            if (await Find(token, Key(former), cancel) is not { } used) return former;
            if (!await Opened(token, used, former, token.Session!, cancel)) return null;
        }
        return await Find(token, Key(token.Session!), cancel) is { } again && !Recent(again) ? null : token.Session;
    }

    /// <summary>Lets one session end another, once; false if a third one had done that before.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was noted; it may be tried again.</exception>
    public async Task<bool> UseUp(TokenClaims claims, string former, string by, CancellationToken cancel)
    {
        var used = await Find(claims, Key(former), cancel);
        if (used is not null && await Opened(claims, used, former, by, cancel)) return true;
        if (used is not null && !Recent(used)) return false;
        var note = new Activity { Type = ActivityTypes.ConversationUpdate, Name = by, Conversation = new ConversationAccount { Id = claims.Conversation } };
        await engine.Run(new IncomingActivity(WebConversations.Key(claims.Conversation), used is null ? Key(former) : Key(former, by), note, Role.Group, Delivery.Stream), cancel);
        return true;
    }

    /// <summary>Makes a token good for nothing.</summary>
    public async Task Forget(TokenClaims token, CancellationToken cancel)
    {
        if (token.Replaces is { } former) await UseUp(token, former, token.Session!, cancel);
        await UseUp(token, token.Session!, "forgotten", cancel);
    }

    private static string Key(string former) => "return:" + former;

    private static string Key(string former, string by) => $"return:{former}:{by}";

    private async Task<bool> Opened(TokenClaims claims, LoggedTurn used, string former, string by, CancellationToken cancel) =>
        Activity.FromJson(used.Activities[0]).Name == by || await Find(claims, Key(former, by), cancel) is not null;

    private ValueTask<LoggedTurn?> Find(TokenClaims claims, string key, CancellationToken cancel) => store.FindTurn(WebConversations.Key(claims.Conversation), key, cancel);

    private bool Recent(LoggedTurn used) => time.GetUtcNow() - used.At < UsedTwiceWithin;
}
