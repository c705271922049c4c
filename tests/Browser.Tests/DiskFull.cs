using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using static CommissioningBot.Browser.Tests.DirectLineClient;

namespace CommissioningBot.Browser.Tests;

/// <summary>The real program on a disk that fills up: a file system of a few megabytes in memory, which only root may mount.</summary>
public sealed partial class DiskFull : IDisposable
{
    private readonly string disk = Directory.CreateTempSubdirectory("small-disk-").FullName;
    private bool mounted;

    [SkippableFact]
    public async Task Refuses_clearly_loses_nothing_goes_on_reading_and_recovers_by_itself()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a small disk.");
        mounted = Run("mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", disk);
        Skip.IfNot(mounted, "A small disk cannot be mounted here.");
        var ballast = Path.Combine(disk, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[4 * 1024 * 1024]);

        // Filling a disk takes more messages than a person sends.
        await using var product = new RunningProduct(disk) { Settings = { ["Limits__MessagesPerMinute"] = "0" } };
        await product.Start();
        using var client = await Connect(product.Address);
        using var http = new HttpClient { BaseAddress = product.Address };
        var form = FormMark().Match(await http.GetStringAsync("/chat")).Groups[1].Value;
        var acknowledged = new List<string>();

        // Large turns until none fits any more, and then small ones until none of them does.
        foreach (var size in new[] { 40_000, 100 })
        {
            for (var refused = 0; refused < 5;)
            {
                var id = $"turn-{acknowledged.Count}-{refused}";
                using var response = await client.Post(id, Filler(size));
                if (response!.StatusCode == HttpStatusCode.OK)
                {
                    acknowledged.Add(id);
                    continue;
                }
                refused++;
                Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
                Assert.Equal("ServiceError", JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetProperty("code").GetString());
            }
        }

        // Reading goes on: the log, the pages, the probes.
        Assert.Equal(acknowledged, (await client.History()).Select(SentAs).OfType<string>());
        foreach (var page in new[] { "/", "/privacy", "/alive", "/ready" }) Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(page)).StatusCode);
        await ChatKeepsTheDraft(http, form);
        using var stranger = new HttpClient { BaseAddress = product.Address };
        // Somebody new is refused as clearly as somebody known.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await stranger.GetAsync("/chat")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StartConversation(stranger));
        var (exit, said) = await product.Verb("switch-off", "disk full");
        Assert.Equal(2, exit);
        Assert.Contains("Is the disk full?", said, StringComparison.Ordinal);

        File.Delete(ballast);
        Assert.Equal(HttpStatusCode.OK, await client.Send("after", new { text = "what is a PQQ?" }));
        acknowledged.Add("after");
        await product.Kill();
        await product.Start();
        Assert.Equal(acknowledged, (await client.History()).Select(SentAs).OfType<string>());
    }

    public void Dispose()
    {
        if (mounted) Run("umount", "--lazy", disk);
        Directory.Delete(disk);
    }

    private static object Filler(int size) => new { text = "what is a PQQ?", name = new string('x', size) };

    private static async Task ChatKeepsTheDraft(HttpClient http, string form)
    {
        var sent = new FormUrlEncodedContent([new("text", "our draft stays"), new("choice", ""), new("clientActivityId", form)]);
        var page = await (await http.PostAsync("/chat", sent)).Content.ReadAsStringAsync();
        Assert.Contains("could not be saved just now", page, StringComparison.Ordinal);
        Assert.Matches(Draft(), page);
    }

    private static async Task<HttpStatusCode> StartConversation(HttpClient http)
    {
        var grant = JsonDocument.Parse(await (await http.PostAsync("/api/webchat/token", null)).Content.ReadAsStringAsync()).RootElement;
        using var start = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations");
        start.Headers.Authorization = new("Bearer", grant.GetProperty("token").GetString());
        return (await http.SendAsync(start)).StatusCode;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    [GeneratedRegex("name=\"clientActivityId\" value=\"([^\"]+)\"")]
    private static partial Regex FormMark();

    [GeneratedRegex("<textarea[^>]*>our draft stays</textarea>")]
    private static partial Regex Draft();
}
