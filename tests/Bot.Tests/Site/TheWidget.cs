using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommissioningBot.Bot.Tests.Site;

public sealed partial class TheWidget
{
    private static readonly string Script = File.ReadAllText(Repository.File("src/Bot/wwwroot/widget.js"));
    private static readonly string Chat = File.ReadAllText(Repository.File("src/Bot/wwwroot/widget-chat.js"));

    [Fact]
    public void is_at_most_ten_kilobytes_on_the_way()
    {
        using var sent = new MemoryStream();
        using (var gzip = new GZipStream(sent, CompressionLevel.SmallestSize))
        using (var writer = new StreamWriter(gzip))
            writer.Write(Script);

        Assert.InRange(sent.ToArray().Length, 1, 10 * 1024);
    }

    /// <summary>Browsers keep Web Chat for a year under the version that the widget names.</summary>
    [Fact]
    public void names_the_version_of_Web_Chat_that_the_build_brings()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Repository.File("build/vendor.json")));
        var brought = list.RootElement.EnumerateArray().Single(p => p.GetProperty("name").GetString() == "botframework-webchat").GetProperty("version").GetString();

        Assert.Equal(brought, VersionNamed().Match(Chat).Groups[1].Value);
    }

    [GeneratedRegex("webChatVersion = '([^']+)'")]
    private static partial Regex VersionNamed();
}
