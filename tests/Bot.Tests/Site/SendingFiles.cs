using System.IO.Compression;
using System.Text;
using CommissioningBot.Bot.Site;
using Microsoft.AspNetCore.Http;

namespace CommissioningBot.Bot.Tests.Site;

public sealed class SendingFiles : IDisposable
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("body { color: black; } ", 50));

    private readonly string folder = Directory.CreateTempSubdirectory("files-").FullName;
    private readonly PrecompressedFiles files;

    public SendingFiles()
    {
        File.WriteAllText(Path.Combine(folder, "site.css"), Text);
        Directory.CreateDirectory(Path.Combine(folder, "vendor"));
        File.WriteAllText(Path.Combine(folder, "vendor", "big.js"), Text);
        File.WriteAllText(Path.Combine(folder, "vendor", "big.js.br"), "from the build");
        File.WriteAllText(Path.Combine(folder, "vendor", ".complete"), "");
        files = new PrecompressedFiles(folder);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("", "")]
    [InlineData("identity", "")]
    public async Task uses_what_the_browser_takes_and_says_so(string accepted, string encoding)
    {
        var http = await Get("/site.css", accepted);

        Assert.Equal(encoding, http.Response.Headers.ContentEncoding.ToString());
        Assert.Equal("Accept-Encoding", http.Response.Headers.Vary.ToString());
        Assert.Equal("text/css; charset=utf-8", http.Response.ContentType);
        Assert.Equal(Text, await Read(http, encoding));
    }

    [Fact]
    public async Task takes_the_form_that_the_build_made()
    {
        var http = await Get("/vendor/big.js", "br");

        Assert.Equal("from the build", Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
    }

    [Fact]
    public async Task may_be_kept_for_a_year_under_the_address_of_its_version_and_not_otherwise()
    {
        var versioned = await Get(files.Versioned("/site.css"), "br");
        var plain = await Get("/site.css", "br");

        Assert.Equal("public, max-age=31536000, immutable", versioned.Response.Headers.CacheControl.ToString());
        Assert.Equal("no-cache", plain.Response.Headers.CacheControl.ToString());
    }

    [Fact]
    public async Task sends_nothing_again_to_a_browser_that_has_it()
    {
        var first = await Get("/site.css", "br");
        var again = await Get("/site.css", "br", first.Response.Headers.ETag.ToString());
        var otherForm = await Get("/site.css", "gzip", first.Response.Headers.ETag.ToString());

        Assert.Equal((304, 0L), (again.Response.StatusCode, again.Response.Body.Length));
        Assert.Equal(200, otherForm.Response.StatusCode);
    }

    [Fact]
    public void lists_files_but_neither_their_compressed_forms_nor_hidden_ones() =>
        Assert.Equal(["/site.css", "/vendor/big.js"], files.Paths.Order(StringComparer.Ordinal));

    private async Task<HttpContext> Get(string address, string accepted, string? known = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Headers.AcceptEncoding = accepted;
        http.Request.Headers.IfNoneMatch = known;
        http.Response.Body = new MemoryStream();
        var parts = address.Split('?');
        if (parts.Length > 1)
            http.Request.QueryString = new QueryString("?" + parts[1]);
        await files.Send(http, parts[0]);
        return http;
    }

    private static async Task<string> Read(HttpContext http, string encoding)
    {
        http.Response.Body.Position = 0;
        Stream body = encoding switch
        {
            "br" => new BrotliStream(http.Response.Body, CompressionMode.Decompress),
            "gzip" => new GZipStream(http.Response.Body, CompressionMode.Decompress),
            _ => http.Response.Body,
        };
        return await new StreamReader(body).ReadToEndAsync();
    }
}
