using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CommissioningBot.Bot.Site;

/// <summary>
/// The files of wwwroot, each sent in the smallest form that the browser takes. Big ones were compressed by the build
/// (<c>.br</c> and <c>.gz</c> beside them); small ones are compressed once, when first asked for.
/// </summary>
public sealed class PrecompressedFiles(string folder)
{
    private sealed record Forms(byte[] Plain, byte[] Gzip, byte[] Brotli, string ContentType, string Version);

    private readonly ConcurrentDictionary<string, Forms> loaded = new(StringComparer.Ordinal);

    /// <summary>Addresses of the files, such as <c>/vendor/webchat.js</c>.</summary>
    public IEnumerable<string> Paths =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => "/" + Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => !Path.GetFileName(path).StartsWith('.') && !path.EndsWith(".br", StringComparison.Ordinal) && !path.EndsWith(".gz", StringComparison.Ordinal));

    /// <summary>The address with the version of its content, which browsers may keep for a year.</summary>
    public string Versioned(string path) => $"{path}?v={Load(path).Version}";

    /// <summary>Sends the file, or 304 if the browser has this version.</summary>
    public async Task Send(HttpContext http, string path)
    {
        var file = Load(path);
        var (encoding, body) = Choose(file, http.Request.Headers.AcceptEncoding.ToString());
        var headers = http.Response.Headers;
        var tag = $"\"{file.Version}{encoding}\"";
        headers.ETag = tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        // The widget is fetched by pages of other sites, some of which only take what says that it may be.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (encoding.Length > 0)
            headers.ContentEncoding = encoding;
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static (string Encoding, byte[] Body) Choose(Forms file, string accepted)
    {
        foreach (var (encoding, body) in new[] { ("br", file.Brotli), ("gzip", file.Gzip) })
            if (body.Length < file.Plain.Length && Takes(accepted, encoding))
                return (encoding, body);
        return ("", file.Plain);
    }

    private static bool Takes(string accepted, string encoding) =>
        StringWithQualityHeaderValue.TryParseList([accepted], out var values)
        && values.Any(value => value.Quality != 0 && value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));

    private Forms Load(string path) => loaded.GetOrAdd(path, _ =>
    {
        var file = Path.Combine(folder, path.TrimStart('/'));
        var plain = File.ReadAllBytes(file);
        return new Forms(
            plain,
            Compressed(file + ".gz", plain, inner => new GZipStream(inner, CompressionLevel.SmallestSize)),
            Compressed(file + ".br", plain, inner => new BrotliStream(inner, CompressionLevel.SmallestSize)),
            ContentType(path),
            Convert.ToHexStringLower(SHA256.HashData(plain))[..12]);
    });

    private static byte[] Compressed(string ready, byte[] plain, Func<Stream, Stream> compressor)
    {
        if (File.Exists(ready))
            return File.ReadAllBytes(ready);
        using var result = new MemoryStream();
        using (var compressing = compressor(result))
            compressing.Write(plain);
        return result.ToArray();
    }

    private static string ContentType(string path)
    {
        if (!new FileExtensionContentTypeProvider().TryGetContentType(path, out var type))
            return "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
    }
}
