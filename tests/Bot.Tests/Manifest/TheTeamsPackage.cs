using System.Buffers.Binary;
using System.Text.Json;
using CommissioningBot.Bot.Tests.Channels;

namespace CommissioningBot.Bot.Tests.Manifest;

/// <summary>Limits of https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema.</summary>
public sealed class TheTeamsPackage(TheTeamsPackage.Colleagues colleagues) : IClassFixture<TheTeamsPackage.Colleagues>
{
    private static readonly JsonElement Manifest = JsonDocument.Parse(File.ReadAllText(Repository.File("manifest/manifest.json"))).RootElement;

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void has_icons_of_the_size_that_Teams_wants(string icon, int size)
    {
        var name = Manifest.GetProperty("icons").GetProperty(icon).GetString()!;
        // A PNG begins with eight bytes of its own and the header chunk: width at 16, height at 20.
        var png = File.ReadAllBytes(Repository.File("manifest/" + name)).AsSpan();

        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])));
    }

    [Fact]
    public void keeps_to_the_length_of_every_text()
    {
        Assert.InRange(Text("name", "short").Length, 1, 30);
        Assert.InRange(Text("name", "full").Length, 1, 100);
        Assert.NotEqual(Text("name", "short"), Text("name", "full"));
        Assert.InRange(Text("description", "short").Length, 1, 80);
        Assert.InRange(Text("description", "full").Length, 1, 4000);
        Assert.InRange(Text("developer", "name").Length, 1, 32);
    }

    [Fact]
    public void offers_at_most_ten_commands_each_short_enough()
    {
        foreach (var list in Bot.GetProperty("commandLists").EnumerateArray())
        {
            var commands = list.GetProperty("commands").EnumerateArray().ToList();
            Assert.InRange(commands.Count, 1, 10);
            Assert.All(commands, command =>
            {
                Assert.InRange(command.GetProperty("title").GetString()!.Length, 1, 32);
                Assert.InRange(command.GetProperty("description").GetString()!.Length, 1, 128);
            });
        }
    }

    [Fact]
    public void has_commands_for_every_place_where_it_can_be_installed()
    {
        Assert.Equal(Scopes(Bot), Bot.GetProperty("commandLists").EnumerateArray().SelectMany(Scopes));
        Assert.Contains(Manifest.GetProperty("defaultInstallScope").GetString(), Scopes(Bot));
    }

    public static TheoryData<string, string> Commands()
    {
        var all = new TheoryData<string, string>();
        foreach (var list in Bot.GetProperty("commandLists").EnumerateArray())
        foreach (var scope in Scopes(list))
        foreach (var command in list.GetProperty("commands").EnumerateArray()) all.Add(scope!, command.GetProperty("title").GetString()!);
        return all;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task offers_no_command_that_does_not_work_when_typed_exactly(string scope, string command)
    {
        var bot = colleagues.Bot;
        var activity = bot.Message(null, scope == "personal" ? command : $"<at>CommissioningBot</at> {command}");
        activity["deliveryMode"] = "expectReplies";
        activity["conversation"] = new { id = $"{scope}/{command}", conversationType = scope == "team" ? "channel" : scope };
        if (scope != "personal") activity["entities"] = new[] { new { type = "mention", text = "<at>CommissioningBot</at>", mentioned = new { id = "28:bot" } } };

        using var response = await bot.Post(activity);
        var reply = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("activities").EnumerateArray().Last();

        var expected = command switch
        {
            "Help" => "what you can type",
            "Find providers" => "what kind of help you are looking for",
            "Health check" => "Question 1 of",
            "Grant or contract?" => "Four test questions",
            "What do you hold about us?" => "what is held from this conversation",
            "Delete our data" => "Shall I delete everything?",
            _ => "(say in this test what the command is expected to do)",
        };
        Assert.Contains(expected, reply.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void leads_only_to_its_own_pages()
    {
        var domains = Manifest.GetProperty("validDomains").EnumerateArray().Select(d => d.GetString()!).ToList();
        Assert.All(domains, d => Assert.Equal(UriHostNameType.Dns, Uri.CheckHostName(d)));
        string[] pages = ["websiteUrl", "privacyUrl", "termsOfUseUrl"];
        Assert.All(pages, page =>
        {
            var url = new Uri(Text("developer", page));
            Assert.Equal(Uri.UriSchemeHttps, url.Scheme);
            Assert.Contains(url.Host, domains);
        });
    }

    /// <summary>A bot in the Teams of those that it takes for commissioners.</summary>
    public sealed class Colleagues : IAsyncLifetime
    {
        public ConnectedBot Bot { get; private set; } = null!;

        public async Task InitializeAsync() => Bot = await ConnectedBot.Start(new() { ["Teams:DevelopmentTenant"] = "tenant-a" });

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }

    private static JsonElement Bot => Manifest.GetProperty("bots")[0];

    private static IEnumerable<string?> Scopes(JsonElement part) => part.GetProperty("scopes").EnumerateArray().Select(s => s.GetString());

    private static string Text(string part, string field) => Manifest.GetProperty(part).GetProperty(field).GetString()!;
}
