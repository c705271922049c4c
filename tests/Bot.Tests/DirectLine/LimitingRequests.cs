using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Tests.Security;
using Microsoft.Extensions.Configuration;

namespace CommissioningBot.Bot.Tests.DirectLine;

public sealed class LimitingRequests
{
    [Fact]
    public async Task One_conversation_that_floods_is_told_to_wait_and_another_is_not_touched()
    {
        await using var host = await RunningHost.Start(["--Limits:MessagesPerMinute=3"]);
        var (flood, other) = (await Visitor.Come(host), await Visitor.Come(host));
        for (var i = 0; i < 3; i++)
        {
            var taken = await host.Http.SendAsync(flood.Activity("""{"type":"message","text":"help"}"""));
            Assert.Equal(200, (int)taken.StatusCode);
            Assert.Equal("\"message-conversation\";q=3;w=60", taken.Headers.GetValues("RateLimit-Policy").Single());
            Assert.StartsWith($"\"message-conversation\";r={2 - i};", taken.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }
        var refused = await host.Http.SendAsync(flood.Activity("""{"type":"message","text":"help"}"""));
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("TooManyRequests", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Nothing of it was kept, and what was kept is still read.
        Assert.Equal(3, (await flood.Activities()).Count(a => (string?)a!["text"] == "help"));
        await other.Say("help");
    }

    [Theory]
    [InlineData("203.0.113.5", "203.0.113.5", true)]
    [InlineData("203.0.113.5", "203.0.113.6", false)]
    [InlineData("203.0.113.5", "198.51.100.1, 203.0.113.5", true)]
    [InlineData("203.0.113.5", "::ffff:203.0.113.5", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public async Task An_address_is_what_the_known_proxy_says_whatever_the_visitor_wrote_before(string first, string second, bool same)
    {
        await using var host = await RunningHost.Start(["--Host:KnownProxies:0=127.0.0.1", "--Limits:TokensPerMinuteAndAddress=2"]);
        Assert.Equal(200, await Ask(host, first));
        Assert.Equal(200, await Ask(host, first));
        Assert.Equal(same ? 429 : 200, await Ask(host, second));
    }

    [Fact]
    public async Task Without_a_known_proxy_nobody_is_counted_by_what_a_header_says()
    {
        await using var host = await RunningHost.Start(["--Limits:TokensPerMinuteAndAddress=1"]);
        for (var i = 0; i < 4; i++) Assert.Equal(200, await Ask(host, "203.0.113.5"));
    }

    [Fact]
    public void More_turns_than_a_person_can_wait_for_are_not_queued()
    {
        using var limits = new RequestLimits(new ConfigurationBuilder().Build());
        var waiting = Enumerable.Range(0, 32).Select(_ => limits.Queue("one")).ToList();
        Assert.All(waiting, w => Assert.True(w.IsAcquired));
        using (var more = limits.Queue("one")) Assert.False(more.IsAcquired);
        using (var other = limits.Queue("two")) Assert.True(other.IsAcquired);
        waiting[0].Dispose();
        using (var again = limits.Queue("one")) Assert.True(again.IsAcquired);
        foreach (var w in waiting) w.Dispose();
    }

    [Theory]
    [InlineData("Sites:0:Name", "Bolton CVS", "DirectLine:Sites:0:Name")]
    [InlineData("Sites:0:Secrets:0", "short", "DirectLine:Sites:0:Secrets:0")]
    [InlineData("Sites:0:Secrets:0", "sha256:abc", "DirectLine:Sites:0:Secrets:0")]
    [InlineData("Sites:0:Origins:0", "*", "DirectLine:Sites:0:Origins:0")]
    [InlineData("Sites:0:Origins:0", "https://www.example.org/page", "DirectLine:Sites:0:Origins:0")]
    [InlineData("Sites:0:Origins:0", "null", "DirectLine:Sites:0:Origins:0")]
    [InlineData("Sites:0:Role", "operator", "DirectLine:Sites:0:Role")]
    [InlineData("Sites:0:Role", "2", "DirectLine:Sites:0:Role")]
    [InlineData("ReturnDays", "0", "DirectLine:ReturnDays")]
    public void A_wrong_setting_stops_the_start_and_is_named_without_its_value(string name, string value, string named)
    {
        var settings = new Dictionary<string, string?> { ["DirectLine:Sites:0:Name"] = "cvs", ["DirectLine:" + name] = value };
        var error = Assert.Throws<InvalidOperationException>(() => DirectLineSites.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        if (name.Contains("Secrets", StringComparison.Ordinal)) Assert.DoesNotContain(value + " ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_third_secret_is_one_too_many_and_two_are_both_good()
    {
        DirectLineSites Read(int secrets) => DirectLineSites.Read(new ConfigurationBuilder().AddInMemoryCollection(
            Enumerable.Range(0, secrets).Select(i => KeyValuePair.Create($"DirectLine:Sites:0:Secrets:{i}", (string?)new string((char)('a' + i), 40)))
                .Append(new("DirectLine:Sites:0:Name", "cvs"))).Build());

        Assert.Throws<InvalidOperationException>(() => Read(3));
        Assert.All(new[] { 'a', 'b' }, letter => Assert.Equal("cvs", Read(2).WithSecret(new string(letter, 40))!.Name));
        Assert.Null(Read(2).WithSecret(new string('c', 40)));
    }

    private static async Task<int> Ask(RunningHost host, string forwarded)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/webchat/token");
        ask.Headers.Add("X-Forwarded-For", forwarded);
        return (int)(await host.Http.SendAsync(ask)).StatusCode;
    }
}
