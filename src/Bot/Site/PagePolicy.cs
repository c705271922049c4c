using System.Security.Cryptography;

namespace CommissioningBot.Bot.Site;

/// <summary>What a page's browser may run and load: our own files, and styles that carry this response's nonce.</summary>
public static class PagePolicy
{
    // Web Chat's scrolling part adds one empty style element without the nonce, and fills it by script. This is the sum of nothing.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>Writes the headers on the response, once, and gives the nonce for its script tags.</summary>
    public static string Apply(HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(PagePolicy), out var known))
            return (string)known!;
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Items[typeof(PagePolicy)] = nonce;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; "
            + "img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return nonce;
    }
}
