using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>
/// What a browser keeps on another site's page to come back to its conversation. It is the only proof there is, so it is good for that site
/// and for one return, which gives the next one; what was used is noted in the conversation's log.
/// </summary>
public sealed class ReturnTokens(SignedTokens tokens, DirectLineSites sites, TurnEngine engine, IConversationStore store, TimeProvider time)
{
    // Two tabs that open together, or an answer that got lost on the way, must not cost anybody the conversation.
    private static readonly TimeSpan UsedTwiceWithin = TimeSpan.FromMinutes(1);

    public string For(TokenClaims visitor) => tokens.Sign(SignedTokens.Return, visitor, sites.ReturnWithin);

    public TokenClaims? Read(string? token) => tokens.Read(token, SignedTokens.Return) is { Session: not null, Role: Role.Group } claims ? claims : null;

    /// <summary>Uses the token up; false if that had happened before, null if its conversation is gone.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was noted; it may be tried again.</exception>
    public async Task<bool?> Spend(TokenClaims claims, CancellationToken cancel)
    {
        var conversation = WebConversations.Key(claims.Conversation);
        var turnKey = "return:" + claims.Session;
        if (await store.FindTurn(conversation, turnKey, cancel) is { } before) return time.GetUtcNow() - before.At < UsedTwiceWithin;
        if (await store.Load(conversation, cancel) is null) return null;
        await engine.Run(new IncomingActivity(conversation, turnKey, new Activity { Type = ActivityTypes.ConversationUpdate }, Role.Group, Delivery.Stream), cancel);
        return true;
    }
}
