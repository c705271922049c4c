using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Somebody with a token and a conversation that has begun.</summary>
public sealed class Visitor(RunningHost host, JsonObject grant)
{
    public string Token { get; } = (string)grant["token"]!;
    public string Conversation { get; } = (string)grant["conversationId"]!;
    public string? ReturnToken { get; } = (string?)grant["returnToken"];
    public string StreamUrl { get; private set; } = "";

    /// <summary>The address of the conversation.</summary>
    public string Home => "/v3/directline/conversations/" + Conversation;

    public JsonObject Claims => JsonNode.Parse(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(Token.Split('.')[1])))!.AsObject();

    /// <summary>From our own page, or from a page of another site.</summary>
    public static async Task<Visitor> Come(RunningHost host, string? origin = null)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/webchat/token");
        if (origin is not null) ask.Headers.Add("Origin", origin);
        return await new Visitor(host, await Json(await host.Http.SendAsync(ask))).Begin();
    }

    /// <summary>Named by a site's back end.</summary>
    public static async Task<Visitor> Named(RunningHost host, string secret, string body)
    {
        var ask = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return await new Visitor(host, await Json(await host.Http.SendAsync(ask))).Begin();
    }

    public static async Task<JsonObject> Json(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public HttpRequestMessage Get(string path) => With(new HttpRequestMessage(HttpMethod.Get, path));

    public HttpRequestMessage Post(string path, HttpContent? content = null) => With(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });

    public HttpRequestMessage Activity(string json) => Post(Home + "/activities", new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<string> Say(string text) => await Send(JsonSerializer.Serialize(new Dictionary<string, string> { ["type"] = "message", ["text"] = text }));

    /// <summary>Sends an activity, which must be taken, and gives everything that stands in the log.</summary>
    public async Task<string> Send(string activity)
    {
        await Json(await host.Http.SendAsync(Activity(activity)));
        return await Log();
    }

    public async Task<string> Log() => (await Json(await host.Http.SendAsync(Get(Home + "/activities")))).ToJsonString(Readable);

    public async Task<JsonArray> Activities() => (await Json(await host.Http.SendAsync(Get(Home + "/activities"))))["activities"]!.AsArray();

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Starts the conversation.</summary>
    public async Task<Visitor> Begin()
    {
        StreamUrl = (string)(await Json(await host.Http.SendAsync(Post("/v3/directline/conversations"))))["streamUrl"]!;
        return this;
    }

    private HttpRequestMessage With(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return request;
    }
}
