using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using static CommissioningBot.Bot.Tests.Security.Attack;
using static CommissioningBot.Bot.Tests.Security.Scene;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Uploads that are not what they say, or want to lie somewhere else.</summary>
internal static class OnFiles
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static IEnumerable<Attack> Rows =>
    [
        Wrong("a page named as a picture", "logo.png", Bytes("<html><script>alert(1)</script>")),
        Wrong("a page named as text", "notes.txt", Bytes("\uFEFF \n<!doctype html><script>alert(1)</script>")),
        Wrong("a drawing with a script", "logo.svg", Bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
        Wrong("a program", "run.exe", [0x4D, 0x5A, 0x90, 0x00, 0x03]),
        Wrong("a program named as text", "run.txt", [0x4D, 0x5A, 0x90, 0x00, 0x03]),
        Wrong("a picture named as a program", "run.exe", Png),
        Wrong("a script named as a script", "run.js", Bytes("alert(1)")),
        Wrong("a zip", "all.zip", Zip("a.txt")),
        Wrong("a zip named as Word", "all.docx", Zip("a.txt")),
        Wrong("Word with a program in it", "all.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
        Wrong("Word with a path in it", "all.docx", Zip("[Content_Types].xml", "word/document.xml", "../../x")),
        Wrong("half a zip", "all.docx", Zip("[Content_Types].xml", "word/document.xml")[..60]),
        Wrong("nothing", "a.txt", []),
        Wrong("text with a null in it", "a.txt", [0x61, 0x00, 0x62]),
        Refused("upload: five megabytes", 413, s => s.Alice.Post(s.Alice.Home + "/upload", Form(("a.txt", new byte[5_000_000])))),
        Refused("upload: five megabytes of unstated length", 413, s =>
        {
            var request = s.Alice.Post(s.Alice.Home + "/upload", Form(("a.txt", new byte[5_000_000])));
            request.Headers.TransferEncodingChunked = true;
            return request;
        }),
        Refused("upload: five megabytes raw", 413, s => Raw(s, "text/plain", new byte[5_000_000], chunked: true)),
        Refused("upload: empty body", 400, s => Raw(s, "text/plain", [])),
        Refused("upload: without a type", 400, s => s.Alice.Post(s.Alice.Home + "/upload", new ByteArrayContent(Bytes("hello")))),
        Refused("upload: form without a boundary", 400, s => Raw(s, "multipart/form-data", Bytes("hello"))),
        Refused("upload: form that is none", 400, s => Raw(s, "multipart/form-data; boundary=x", Bytes("hello"))),
        Refused("upload: form without a file", 400, s => s.Alice.Post(s.Alice.Home + "/upload", ActivityOnly("""{"type":"message","text":"hi"}"""))),
        Refused("upload: activity part that is none", 400, s => s.Alice.Post(s.Alice.Home + "/upload", ActivityOnly("[["))),
        Refused("upload: activity part of another type", 400, s => s.Alice.Post(s.Alice.Home + "/upload", ActivityOnly("""{"type":"conversationUpdate"}"""))),
        Refused("upload: six at once", 400, s => s.Alice.Post(s.Alice.Home + "/upload", Form([.. Enumerable.Range(0, 6).Select(i => ($"{i}.txt", Bytes("hello")))]))),
        Defused("upload: a sixth within the hour", async s =>
        {
            for (var i = 0; i < 5; i++) await Upload(s, "a.txt", Bytes("hello"));
            var sixth = await s.Send(s.Alice.Post(s.Alice.Home + "/upload", Form(("a.txt", Bytes("hello")))));
            Assert.Equal(429, (int)sixth.StatusCode);
            Assert.True(sixth.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }),
        .. new[] { "../../signing.txt", "..\\\\..\\\\signing.txt", "/etc/cron.d/x.txt", "C:\\\\x.txt", "a/../../b.txt", "con.txt", "x\u202Etxt.exe.txt", "<img src=x onerror=alert(1)>.txt", "[a](javascript:alert(1)).txt" }
            .Select(name => Defused("upload: named " + name, async s =>
            {
                var before = Directory.GetFiles(s.Host.Folder).Order(StringComparer.Ordinal).ToList();
                var keys = Keys(s.Host.Folder);
                await Upload(s, name, Bytes("hello"));
                Assert.Equal(before, Directory.GetFiles(s.Host.Folder).Order(StringComparer.Ordinal));
                Assert.Equal(keys, Keys(s.Host.Folder));
                Assert.All(Directory.GetFiles(Path.Combine(s.Host.Folder, "uploads")), path => Assert.Matches("^[0-9a-f]{32}-[0-9a-f]{32}\\.(txt|csv|pdf|png|jpg|docx)$", Path.GetFileName(path)));
                var shown = (string)(await Attached(s))["name"]!;
                Assert.DoesNotMatch(@"[/\\<>:\[\]\u202E]|\.\.", shown);
            })),
        Defused("upload: is given back as a download that runs nowhere", async s =>
        {
            var file = await Upload(s, "notes.txt", Bytes("hello"));
            var answer = await s.Send(Get(file.PathAndQuery));
            Assert.Equal("hello", await answer.Content.ReadAsStringAsync());
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }),
        Defused("upload: is gone after a day", async s =>
        {
            var file = await Upload(s, "notes.txt", Bytes("hello"));
            s.Host.Time.Advance(TimeSpan.FromHours(24));
            Assert.NotEqual(200, (int)(await s.Send(Get(file.PathAndQuery))).StatusCode);
            s.Host.Get<Bot.Channels.DirectLine.Uploads.UploadedFiles>().DeleteExpired();
            Assert.Empty(Directory.GetFiles(Path.Combine(s.Host.Folder, "uploads")));
        }),
        Defused("upload: one file's address opens no other", async s =>
        {
            var (first, second) = (await Upload(s, "a.txt", Bytes("first")), await Upload(s, "b.txt", Bytes("second")));
            Assert.Equal(401, (int)(await s.Send(Get(second.AbsolutePath + first.Query))).StatusCode);
        }),
        Defused("upload: the same message twice keeps one file", async s =>
        {
            MultipartFormDataContent Message()
            {
                var form = ActivityOnly("""{"type":"message","text":"hi","channelData":{"clientActivityID":"one"}}""");
                form.Add(new ByteArrayContent(Bytes("hello")) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } }, "file", "a.txt");
                return form;
            }
            var first = await Visitor.Json(await s.Send(s.Alice.Post(s.Alice.Home + "/upload", Message())));
            var again = await Visitor.Json(await s.Send(s.Alice.Post(s.Alice.Home + "/upload", Message())));
            Assert.Equal(first.ToJsonString(), again.ToJsonString());
            Assert.Single(Directory.GetFiles(Path.Combine(s.Host.Folder, "uploads"), s.Alice.Conversation + "*"));
            Assert.Contains("cannot read documents yet", await s.Alice.Log(), StringComparison.Ordinal);
        }),
        Defused("upload: deleting everything deletes files too", async s =>
        {
            await Upload(s, "a.txt", Bytes("private"));
            await s.Alice.Send("""{"type":"message","value":{"do":"delete","confirmed":true}}""");
            Assert.Empty(Directory.GetFiles(Path.Combine(s.Host.Folder, "uploads"), s.Alice.Conversation + "*"));
        }),
        .. new[] { "..%2fkeys%2ffingerprint.key", "%2e%2e%2fconversations.db", "conversations.db", "0123456789abcdef0123456789abcdef.key", "*.txt" }
            .Select(name => Refused("file: " + name, 404, s => s.Alice.Get($"{s.Alice.Home}/files/{name}"))),
        Refused("file: a null in its name", 400, s => s.Alice.Get($"{s.Alice.Home}/files/0123456789abcdef0123456789abcdef.txt%00.png")),
    ];

    /// <summary>Uploads for Alice and gives the file's signed address.</summary>
    public static async Task<Uri> Upload(Scene s, string name, byte[] content)
    {
        await Visitor.Json(await s.Send(s.Alice.Post(s.Alice.Home + "/upload", Form((name, content)))));
        return new Uri((string)(await Attached(s))["contentUrl"]!);
    }

    private static async Task<JsonObject> Attached(Scene s) =>
        (await s.Alice.Activities()).OfType<JsonObject>().Last(a => a["attachments"] is JsonArray and [JsonObject first, ..] && first["contentUrl"] is not null)["attachments"]![0]!.AsObject();

    private static Attack Wrong(string name, string file, byte[] content) =>
        Refused("upload: " + name, 415, s => s.Alice.Post(s.Alice.Home + "/upload", Form((file, content))));

    private static HttpRequestMessage Raw(Scene s, string type, byte[] body, bool chunked = false)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var request = s.Alice.Post(s.Alice.Home + "/upload", content);
        request.Headers.TransferEncodingChunked = chunked;
        return request;
    }

    private static MultipartFormDataContent ActivityOnly(string activity)
    {
        var part = new ByteArrayContent(Bytes(activity));
        part.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        return new MultipartFormDataContent { { part, "activity", "blob" } };
    }

    private static byte[] Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var content = zip.CreateEntry(entry).Open();
                content.Write("hello"u8);
            }
        }
        return bytes.ToArray();
    }

    private static List<string> Keys(string folder) =>
        [.. Directory.GetFiles(Path.Combine(folder, "keys")).Order(StringComparer.Ordinal).Select(path => path + Convert.ToHexString(File.ReadAllBytes(path)))];
}
