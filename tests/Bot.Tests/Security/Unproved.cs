using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Somebody who talks to <c>/api/messages</c> without any proof, and claims to be the adviser of the tenant that is served.</summary>
internal sealed class Unproved(RunningHost host, string channel)
{
    public const string Tenant = "the-council";
    public const string Adviser = "the-adviser";

    private readonly string conversation = Guid.NewGuid().ToString("N");

    public Task<string> Say(string text) => Send(new JsonObject { ["type"] = "message", ["text"] = text });

    public Task<string> Press(string act) => Send(new JsonObject { ["type"] = "message", ["value"] = JsonNode.Parse(act) });

    public Task<string> PressCard(string act) => Send(new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "x", ["data"] = JsonNode.Parse(act) } } });

    /// <summary>What the bot replies, in the response itself.</summary>
    private async Task<string> Send(JsonObject activity)
    {
        foreach (var (name, value) in new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString("N"), ["channelId"] = channel, ["deliveryMode"] = "expectReplies", ["role"] = "adviser",
            ["from"] = new JsonObject { ["id"] = "council/dl_boss", ["name"] = "Boss", ["role"] = "adviser", ["aadObjectId"] = Adviser },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant }, ["role"] = "adviser", ["postBack"] = true },
        }) activity[name] = value?.DeepClone();
        var response = await host.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return string.Join("\n\n", (await response.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray().Select(a => (string?)a!["text"]));
    }
}
