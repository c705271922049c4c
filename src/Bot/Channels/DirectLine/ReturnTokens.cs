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

    public string For(TokenClaims visitor) => tokens.Sign(SignedTokens.Return, visitor with { Replaces = null }, sites.ReturnWithin);

    public TokenClaims? Read(string? token) => tokens.Read(token, SignedTokens.Return) is { Session: not null, Role: Role.Group } claims ? claims : null;

    /// <summary>True if nobody has come back with the token, or just now.</summary>
    public async Task<bool> IsGood(TokenClaims claims, CancellationToken cancel) => await Used(claims, claims.Session!, cancel) is not { } used || Recent(used);

    /// <summary>Uses up the session that another replaces; false if a third one had done that before.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was noted; it may be tried again.</exception>
    public async Task<bool> UseUp(TokenClaims claims, string session, string by, CancellationToken cancel)
    {
        if (await Used(claims, session, cancel) is { } used) return Recent(used) || Activity.FromJson(used.Activities[0]).Name == by;
        var note = new Activity { Type = ActivityTypes.ConversationUpdate, Name = by, Conversation = new ConversationAccount { Id = claims.Conversation } };
        await engine.Run(new IncomingActivity(WebConversations.Key(claims.Conversation), Key(session), note, Role.Group, Delivery.Stream), cancel);
        return true;
    }

    private static string Key(string session) => "return:" + session;

    private ValueTask<LoggedTurn?> Used(TokenClaims claims, string session, CancellationToken cancel) =>
        store.FindTurn(WebConversations.Key(claims.Conversation), Key(session), cancel);

    private bool Recent(LoggedTurn used) => time.GetUtcNow() - used.At < UsedTwiceWithin;
}
