using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommissioningBot.Bot.Channels.BotConnector;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.Hosting;
using Moq;

namespace CommissioningBot.Bot.Tests.Channels;

public sealed class KnowingWhoSpeaks
{
    private static readonly TeamsSettings Settings = new()
    {
        AllowedTenants = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "council" },
        Advisers = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "ada" },
        DevelopmentTenant = "playground",
    };

    [Theory]
    // Proved by the channel.
    [InlineData("msteams", "council", "bob", true, "Production", false, "Commissioner")]
    [InlineData("msteams", "COUNCIL", "bob", true, "Production", false, "Commissioner")]
    [InlineData("msteams", "council", "ADA", true, "Production", false, "Adviser")]
    [InlineData("msteams", "council", null, true, "Production", false, "Commissioner")]
    [InlineData("msteams", "elsewhere", "ada", true, "Production", false, null)]
    [InlineData("msteams", "playground", "bob", true, "Production", false, null)]
    [InlineData("msteams", "playground", "bob", true, "Development", true, null)]
    [InlineData("msteams", null, "ada", true, "Production", false, null)]
    [InlineData("webchat", "council", "ada", true, "Production", false, "Group")]
    // Not proved: a group at most, whatever it says about itself.
    [InlineData("msteams", "council", "ada", false, "Development", true, "Group")]
    [InlineData("msteams", "elsewhere", "bob", false, "Development", true, null)]
    [InlineData("emulator", "elsewhere", "bob", false, "Development", true, "Group")]
    [InlineData("emulator", null, null, false, "Development", true, "Group")]
    // The one exception needs all three.
    [InlineData("msteams", "playground", "bob", false, "Development", true, "Commissioner")]
    [InlineData("msteams", "playground", "ada", false, "Development", true, "Commissioner")]
    [InlineData("msteams", "playground", "bob", false, "Development", false, null)]
    [InlineData("msteams", "playground", "bob", false, "Production", true, null)]
    public void A_role_comes_from_proof_tenant_and_object_id_alone(
        string channel, string? tenant, string? person, bool proved, string environment, bool fromThisComputer, string? role)
    {
        var activity = Activity.FromJson(JsonSerializer.Serialize(new
        {
            channelId = channel,
            from = new { id = "29:x", aadObjectId = person, role = "adviser" },
            channelData = new { tenant = new { id = tenant }, role = "adviser" },
        }));
        Assert.Equal(role, Identity(Settings, environment).RoleOf(activity, proved, fromThisComputer)?.ToString());
    }

    [Theory]
    [InlineData("playground")]
    [InlineData("")]
    [InlineData(null)]
    public void Without_settings_nobody_is_more_than_a_group_and_no_tenant_is_served(string? tenant)
    {
        var activity = Activity.FromJson(JsonSerializer.Serialize(new { channelId = "msteams", channelData = new { tenant = new { id = tenant } } }));
        var identity = Identity(new TeamsSettings(), "Development");
        Assert.Equal(Role.Group, identity.RoleOf(activity, proved: false, fromThisComputer: true));
        Assert.Null(identity.RoleOf(activity, proved: true, fromThisComputer: true));
    }

    [Fact]
    public async Task Somebody_of_another_tenant_is_told_who_can_help_and_their_words_are_not_kept()
    {
        await using var bot = await ConnectedBot.Start(new() { ["Teams:AllowedTenants:0"] = "council" });
        using var response = await bot.Post(ExpectingReplies(bot, "message", ("text", "find me befriending in Bolton")));
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        var text = body.GetProperty("activities").EnumerateArray().Single().GetProperty("text").GetString()!;
        Assert.Contains(HostSettings.ForDevelopment.ProcurementTeam, text, StringComparison.Ordinal);
        Assert.DoesNotContain("befriending", string.Concat((await bot.Get<IConversationStore>().Read("connector/msteams/a:1", 0, 9)).SelectMany(t => t.Activities)), StringComparison.Ordinal);

        using var added = await bot.Post(ExpectingReplies(bot, "conversationUpdate", ("membersAdded", new[] { new { id = "28:bot" } })));
        Assert.Empty((await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").EnumerateArray());
    }

    [Fact]
    public async Task Invokes_of_another_tenant_are_refused_too()
    {
        await using var bot = await ConnectedBot.Start(new() { ["Teams:AllowedTenants"] = "council, other" });
        using var unknown = await bot.Post(ExpectingReplies(bot, "invoke", ("name", "task/fetch")));
        Assert.Equal(HttpStatusCode.Forbidden, unknown.StatusCode);

        using var card = await bot.Post(ExpectingReplies(bot, "invoke", ("name", "adaptiveCard/action"),
            ("value", new { action = new { data = new Dictionary<string, string> { ["do"] = "search-providers", ["query"] = "befriending in Bolton" } } })));
        var body = await card.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(403, body.GetProperty("body").GetProperty("statusCode").GetInt32());
        Assert.Null(await bot.Get<IConversationStore>().Load("connector/msteams/a:1"));
    }

    [Theory]
    [InlineData("tenant-a", true)]
    [InlineData("tenant-b", false)]
    public async Task Only_the_development_tenant_searches_providers_from_this_computer(string development, bool searches)
    {
        await using var bot = await ConnectedBot.Start(new() { ["Teams:DevelopmentTenant"] = development });
        using var response = await bot.Post(ExpectingReplies(bot, "message", ("text", "befriending for older people in Bolton")));
        var last = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").EnumerateArray().Last().GetProperty("text").GetString()!;
        Assert.Equal(searches, last.Contains("What I understood", StringComparison.Ordinal));
        Assert.Equal(!searches, last.Contains("for council commissioners", StringComparison.Ordinal));
    }

    private static TeamsIdentity Identity(TeamsSettings settings, string environment) =>
        new(settings, HostSettings.ForDevelopment, Mock.Of<IHostEnvironment>(e => e.EnvironmentName == environment));

    private static Dictionary<string, object?> ExpectingReplies(ConnectedBot bot, string type, params (string Name, object Value)[] fields)
    {
        var activity = bot.Message(null, null);
        (activity["type"], activity["deliveryMode"]) = (type, "expectReplies");
        foreach (var (name, value) in fields) activity[name] = value;
        return activity;
    }
}
