using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CommissioningBot.Browser.Tests;

/// <summary>One person's conversation over Direct Line, as Web Chat has it, without a browser.</summary>
public sealed class DirectLineClient : IDisposable
{
    private readonly HttpClient http;
    private string watermark = "0";

    private DirectLineClient(HttpClient http, string conversation) => (this.http, Conversation) = (http, conversation);

    public string Conversation { get; }

    /// <summary>What was read so far, by id, as it came.</summary>
    public Dictionary<string, JsonElement> Seen { get; } = [];

    /// <param name="secret">A site's, one of whose people it then is; null for a visitor of the product's own page.</param>
    public static async Task<DirectLineClient> Connect(Uri address, string? secret = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        if (secret is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        var response = secret is null
            ? await http.PostAsync("/api/webchat/token", null)
            : await http.PostAsync("/v3/directline/tokens/generate", JsonContent.Create(new { user = new { id = "dl_somebody" } }));
        var grant = await response.Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", grant.GetProperty("token").GetString());
        (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
        return new DirectLineClient(http, grant.GetProperty("conversationId").GetString()!);
    }

    /// <summary>What the server said; null if it died over it.</summary>
    public async Task<HttpStatusCode?> Send(string id, object activity) => (await Post(id, activity))?.StatusCode;

    public async Task<HttpResponseMessage?> Post(string id, object activity)
    {
        try
        {
            var body = JsonSerializer.SerializeToNode(activity)!.AsObject();
            body["type"] = "message";
            body["channelData"] = new System.Text.Json.Nodes.JsonObject { ["clientActivityID"] = id };
            return await http.PostAsync(Activities, JsonContent.Create(body));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>Reads what is new. An activity that comes twice fails the test.</summary>
    public async Task<IReadOnlyList<JsonElement>> Look()
    {
        var set = await http.GetFromJsonAsync<JsonElement>($"{Activities}?watermark={watermark}");
        watermark = set.GetProperty("watermark").GetString()!;
        var fresh = set.GetProperty("activities").EnumerateArray().ToList();
        foreach (var activity in fresh) Assert.True(Seen.TryAdd(Id(activity), activity), "The same activity was sent twice.");
        return fresh;
    }

    /// <summary>Sends a text and gives what the bot says to it.</summary>
    public async Task<string> Say(string id, string text)
    {
        Assert.Equal(HttpStatusCode.OK, await Send(id, new { text }));
        return string.Join('\n', (await Look()).Where(IsFromBot).Select(Text));
    }

    /// <summary>The whole log from its beginning.</summary>
    public async Task<List<JsonElement>> History()
    {
        var (history, position) = (new List<JsonElement>(), "0");
        while (true)
        {
            var set = await http.GetFromJsonAsync<JsonElement>($"{Activities}?watermark={position}");
            history.AddRange(set.GetProperty("activities").EnumerateArray());
            if (set.GetProperty("watermark").GetString() == position) return history;
            position = set.GetProperty("watermark").GetString()!;
        }
    }

    public static string Id(JsonElement activity) => activity.GetProperty("id").GetString()!;

    public static string Text(JsonElement activity) => activity.TryGetProperty("text", out var text) ? text.GetString()! : "";

    public static bool IsFromBot(JsonElement activity) => activity.GetProperty("from").TryGetProperty("role", out var role) && role.GetString() == "bot";

    /// <summary>The number that the client gave an activity; null for the bot's.</summary>
    public static string? SentAs(JsonElement activity) =>
        activity.TryGetProperty("channelData", out var data) && data.TryGetProperty("clientActivityID", out var id) ? id.GetString() : null;

    public void Dispose() => http.Dispose();

    private string Activities => $"/v3/directline/conversations/{Conversation}/activities";
}
