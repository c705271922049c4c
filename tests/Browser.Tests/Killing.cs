using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CommissioningBot.Browser.Tests;

/// <summary>The server dies without warning while people talk to it. Needs no browser: a client that speaks Direct Line, as Web Chat does.</summary>
public sealed class Killing
{
    private const int Turns = 50;
    private const int Kills = 10;

    [Fact]
    public async Task Loses_nothing_that_a_client_saw_and_doubles_nothing()
    {
        await using var product = new RunningProduct();
        await product.Start();
        using var http = new HttpClient { BaseAddress = product.Address };
        var client = await Client.Connect(http);

        for (var turn = 0; turn < Turns; turn++)
        {
            var sending = client.Send($"turn-{turn}", $"what is a PQQ? ({turn})");
            // Every fifth turn dies while it is under way, each time a little further on.
            if (turn % (Turns / Kills) == 2)
            {
                for (var i = 0; i < turn * 200; i++) await Task.Yield();
                await product.Kill();
                await product.Start();
                if (!await sending) Assert.True(await client.Send($"turn-{turn}", $"what is a PQQ? ({turn})"));
            }
            else
            {
                Assert.True(await sending);
            }
            await client.Look();
        }

        var history = await client.History();
        // Everything that was seen is there, as it was seen.
        foreach (var (id, activity) in client.Seen) Assert.Equal(activity, history.Single(a => Id(a) == id).GetRawText());
        // Nothing is there twice.
        Assert.Equal(history.Count, history.Select(Id).Distinct().Count());
        var sent = history.Where(a => a.TryGetProperty("channelData", out var d) && d.TryGetProperty("clientActivityID", out _)).ToList();
        Assert.Equal(Enumerable.Range(0, Turns).Select(t => $"turn-{t}"), sent.Select(a => a.GetProperty("channelData").GetProperty("clientActivityID").GetString()));
        // Each was answered once.
        Assert.All(sent, s => Assert.Single(history, a => a.TryGetProperty("replyToId", out var to) && to.GetString() == Id(s)));
    }

    private static string Id(JsonElement activity) => activity.GetProperty("id").GetString()!;

    private sealed class Client(HttpClient http, string conversation)
    {
        private string watermark = "0";

        public Dictionary<string, string> Seen { get; } = [];

        public static async Task<Client> Connect(HttpClient http)
        {
            var grant = await (await http.PostAsync("/api/webchat/token", null)).Content.ReadFromJsonAsync<JsonElement>();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", grant.GetProperty("token").GetString());
            (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
            return new Client(http, grant.GetProperty("conversationId").GetString()!);
        }

        /// <summary>True if the server has acknowledged it.</summary>
        public async Task<bool> Send(string id, string text)
        {
            try
            {
                var body = new { type = "message", text, channelData = new { clientActivityID = id } };
                return (await http.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", body)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        public async Task Look()
        {
            var set = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}/activities?watermark={watermark}");
            watermark = set.GetProperty("watermark").GetString()!;
            foreach (var activity in set.GetProperty("activities").EnumerateArray()) Assert.True(Seen.TryAdd(Id(activity), activity.GetRawText()), "The same activity was sent twice.");
        }

        public async Task<List<JsonElement>> History() =>
            [.. (await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}/activities")).GetProperty("activities").EnumerateArray()];
    }
}
