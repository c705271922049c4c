using System.Security.Cryptography;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Who is visiting our own pages: a user id and a conversation, remembered by a signed cookie and by nothing else.</summary>
public sealed class Visitors(SignedTokens tokens, HostSettings host)
{
    /// <summary>The visitor of this request; a new one gets the cookie with the response.</summary>
    public TokenClaims Remember(HttpContext http, Role role)
    {
        var name = CookieName(role);
        if (Known(http, role) is { } known) return known;

        var remembered = TimeSpan.FromDays(host.CookieDays);
        var (user, conversation) = ("dl_" + NewId(), NewId());
        var cookie = tokens.Sign(SignedTokens.Visitor, user, conversation, role, remembered);
        http.Response.Cookies.Append(name, cookie, Options(http, remembered));
        return tokens.Read(cookie, SignedTokens.Visitor)!;
    }

    /// <summary>The visitor whom the request's cookie names, or null.</summary>
    public TokenClaims? Known(HttpContext http, Role role = Role.Group) =>
        tokens.Read(http.Request.Cookies[CookieName(role)], SignedTokens.Visitor) is { } known && known.Role == role ? known : null;

    /// <summary>Makes this device forget; what was said stays with us until its time is over.</summary>
    public static void Forget(HttpContext http, Role role) => http.Response.Cookies.Delete(CookieName(role), Options(http, null));

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string CookieName(Role role) => role == Role.Group ? "visitor" : $"visitor-{role.ToString().ToLowerInvariant()}";

    private static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = age, IsEssential = true, Path = "/" };
}
