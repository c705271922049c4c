using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace CommissioningBot.Bot.Tests.Hosting;

public class WatchingTheHost
{
    [Fact]
    public async Task Metrics_stand_on_a_port_of_their_own_and_hold_no_words()
    {
        using var port = new HeldPort();
        await using var web = await TestWeb.Start(b => { }, "--Metrics:Port", port.Number.ToString(CultureInfo.InvariantCulture));
        using var client = web.Browser();
        var activity = new { type = "message", text = "marmalade is a PQQ?", channelId = "test", conversation = new { id = "c-secret" }, deliveryMode = "expectReplies" };
        (await client.PostAsJsonAsync("/api/messages", activity)).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/metrics")).StatusCode);
        var metrics = await client.GetStringAsync(new Uri(port.Address, "/metrics"));

        // Meters belong to the process, and other tests of this process may count turns meanwhile.
        Assert.Matches("commissioningbot_turns_total\\{channel=\"other\",ended=\"committed\"\\} [1-9]", metrics);
        Assert.Matches("commissioningbot_turn_duration_seconds_bucket\\{le=\"\\+Inf\"\\} [1-9]", metrics);
        Assert.Contains("http_server_request_duration_seconds_count", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("marmalade", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("c-secret", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alive_and_ready_are_said()
    {
        await using var web = await TestWeb.Start();
        using var client = web.Browser();
        Assert.Equal("alive", await client.GetStringAsync("/alive"));
        Assert.Equal("ready", await client.GetStringAsync("/ready"));
    }
}
