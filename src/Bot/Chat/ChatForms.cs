using System.Security.Cryptography;
using System.Text;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Chat;

/// <summary>
/// Marks each form of <c>/chat</c> as made for one visitor, so that another site cannot send one in her name (cross-site request forgery) and a
/// form sent twice has one effect. The mark lives as long as the visitor's own cookie, also across a restart.
/// </summary>
public sealed class ChatForms(SignedTokens tokens)
{
    public string New(TokenClaims visitor) => Mark(visitor, Visitors.NewId());

    public bool IsOurs(TokenClaims visitor, string mark) =>
        mark.Split('.') is [var id, _]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mark(visitor, id)), Encoding.UTF8.GetBytes(mark));

    private string Mark(TokenClaims visitor, string id) => $"{id}.{tokens.Fingerprint("chat-form", visitor.User + visitor.Conversation + id)}";
}
