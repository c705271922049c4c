using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CommissioningBot.Bot.Channels.BotConnector;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.Configuration;

namespace CommissioningBot.Bot.Tests.Channels;

/// <summary>What <c>/api/messages</c> does with each kind of activity. Replies are read from the response (expectReplies) where only the words matter.</summary>
public sealed class TakingActivities : IAsyncLifetime
{
    private ConnectedBot bot = null!;
    private FakeConnector connector = null!;

    public async Task InitializeAsync()
    {
        connector = await FakeConnector.Start();
        bot = await ConnectedBot.Start();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("https://example.org/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.example.org/")]
    [InlineData("https://smba.trafficmanager.net@example.org/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_service_url_that_is_not_known_letter_by_letter_is_refused_and_nothing_is_kept(string? serviceUrl)
    {
        using var response = await bot.Post(bot.Message(serviceUrl, "help"));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Null(await bot.Get<IConversationStore>().Load("connector/msteams/a:1"));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net/uk/1234/", true)]
    [InlineData("https://smba.infra.gov.example/", true)]
    [InlineData("https://other.infra.gov.example/", false)]
    [InlineData("http://127.0.0.1:9/", false)]
    [InlineData("http://localhost:9/", false)]
    public async Task Outside_Development_only_the_public_cloud_and_configured_hosts_are_known(string serviceUrl, bool allowed)
    {
        await using var live = await ConnectedBot.Start(new() { ["Teams:ServiceHosts"] = "smba.infra.gov.example" }, "Production");
        Assert.Equal(allowed, live.Get<ServiceUrls>().Allows(serviceUrl));
    }

    [Theory]
    [InlineData("*.trafficmanager.net")]
    [InlineData("https://smba.example.org")]
    [InlineData("smba.example.org:443")]
    public void A_service_host_that_is_no_plain_name_is_refused_by_name(string host)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Teams:ServiceHosts:0", host)]).Build();
        var refused = Assert.Throws<InvalidOperationException>(() => TeamsSettings.Read(settings));
        Assert.Contains("Teams:ServiceHosts", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_nothing_unauthenticated_is_taken()
    {
        await using var live = await ConnectedBot.Start(environment: "Production");
        using var response = await live.Post(live.Message("https://smba.trafficmanager.net/emea/", "help"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"text\":\"hello\"}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":7,\"conversation\":{\"id\":\"x\"}}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"x\"},\"deliveryMode\":\"expectReplies\"}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_activity_is_refused_clearly(string body, string type, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await bot.Post(content);
        Assert.Equal(status, response.StatusCode);
        Assert.True((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("message").GetString()!.Length > 10);
    }

    [Fact]
    public async Task Whoever_installs_it_is_welcomed_once_whatever_the_channel_sends_and_how_often()
    {
        var added = Kind("conversationUpdate", ("membersAdded", new[] { new { id = "28:bot" } }), ("id", "f:1"));
        Assert.Single(await Replies(added));
        Assert.Single(await Replies(added));
        Assert.Empty(await Replies(Kind("conversationUpdate", ("membersAdded", new[] { new { id = "29:person" } }))));
        Assert.Empty(await Replies(Kind("installationUpdate", ("action", "add"))));
        Assert.DoesNotContain("Hello. I am", Assert.Single(await Replies(Kind("message", ("text", "help")))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installation_alone_is_a_welcome_too() => Assert.Single(await Replies(Kind("installationUpdate", ("action", "add"))));

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("messageUpdate")]
    [InlineData("somethingNew")]
    public async Task Other_kinds_are_taken_and_change_nothing(string type)
    {
        using var response = await bot.Post(Kind(type, ("serviceUrl", connector.ServiceUrl), ("deliveryMode", null)));
        Assert.Equal("{}", await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        Assert.Null(await bot.Get<IConversationStore>().Load("connector/msteams/a:1"));
    }

    [Fact]
    public async Task Leaving_and_renaming_are_no_welcome()
    {
        Assert.Empty(await Replies(Kind("installationUpdate", ("action", "remove"))));
        Assert.Empty(await Replies(Kind("conversationUpdate", ("topicName", "Renamed"))));
    }

    [Fact]
    public async Task A_card_pressed_as_an_invoke_does_what_the_button_says_and_answers_in_the_form_of_cards()
    {
        using var response = await bot.Post(Kind("invoke", ("id", "press"), ("name", "adaptiveCard/action"), ("deliveryMode", null), ("serviceUrl", connector.ServiceUrl),
            ("value", new { action = new { type = "Action.Execute", verb = "x", data = new Dictionary<string, object> { ["do"] = "start-check", ["msteams"] = new { } } } })));
        var body = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(200, body.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.activity.message", body.GetProperty("type").GetString());
        Assert.Contains("Question 1", (await connector.Received(2))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_action_without_data_is_an_error_in_the_form_of_cards()
    {
        using var response = await bot.Post(Kind("invoke", ("name", "adaptiveCard/action"), ("value", new { action = "?" }), ("deliveryMode", null), ("serviceUrl", connector.ServiceUrl)));
        var body = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((400, "application/vnd.microsoft.error"), (body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    [InlineData(null)]
    public async Task Invokes_that_it_does_not_know_are_said_to_be_unknown(string? name)
    {
        using var response = await bot.Post(Kind("invoke", ("name", name)));
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Equal("NotImplemented", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task In_company_questions_are_answered_when_it_is_named_and_a_health_check_is_declined(string company)
    {
        Assert.Empty(await Replies(InCompany(company, "what is a PQQ?", named: false)));
        var answer = Assert.Single(await Replies(InCompany(company, "<at>CommissioningBot</at>&nbsp;what is a PQQ?")));
        Assert.Contains("pre-qualification", answer, StringComparison.OrdinalIgnoreCase);

        foreach (var text in new[] { "health check", "resume otter maple river stone", "clear this device" })
            Assert.Contains("private chat", Assert.Single(await Replies(InCompany(company, "<at>CommissioningBot</at> " + text))), StringComparison.Ordinal);
        var press = InCompany(company, null, named: false);
        press["value"] = new Dictionary<string, object> { ["do"] = "start-check" };
        Assert.Contains("private chat", Assert.Single(await Replies(press)), StringComparison.Ordinal);
        Assert.Null(ConversationState.FromJson((await bot.Get<IConversationStore>().Load("connector/msteams/19:x"))!.State).HealthCheck);
    }

    [Fact]
    public async Task In_company_it_says_hello_when_it_comes_and_not_to_each_who_joins()
    {
        var joins = Kind("conversationUpdate", ("membersAdded", new[] { new { id = "29:somebody" } }), ("conversation", new { id = "19:x", conversationType = "channel" }));
        Assert.Empty(await Replies(joins));
        Assert.Single(await Replies(Kind("conversationUpdate", ("membersAdded", new[] { new { id = "28:bot" } }), ("conversation", new { id = "19:x", conversationType = "channel" }))));
    }

    private Dictionary<string, object?> InCompany(string company, string? text, bool named = true)
    {
        var activity = Kind("message", ("text", text), ("conversation", new { id = "19:x", conversationType = company, isGroup = true }));
        if (named) activity["entities"] = new object[] { new { type = "clientInfo" }, new { type = "mention", text = "<at>CommissioningBot</at>", mentioned = new { id = "28:bot" } } };
        return activity;
    }

    private Dictionary<string, object?> Kind(string type, params (string Name, object? Value)[] fields)
    {
        var activity = bot.Message(null, null);
        activity["type"] = type;
        activity["deliveryMode"] = "expectReplies";
        foreach (var (name, value) in fields) activity[name] = value;
        foreach (var empty in activity.Where(f => f.Value is null).ToList()) activity.Remove(empty.Key);
        return activity;
    }

    private async Task<List<string>> Replies(Dictionary<string, object?> activity)
    {
        using var response = await bot.Post(activity);
        var body = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return [.. body.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()!)];
    }
}
