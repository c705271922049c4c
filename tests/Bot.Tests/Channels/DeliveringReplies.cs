using CommissioningBot.Knowledge.Storage;
using Microsoft.AspNetCore.Http;

namespace CommissioningBot.Bot.Tests.Channels;

/// <summary>Replies on their way from the log to a channel's service URL.</summary>
public sealed class DeliveringReplies : IAsyncLifetime
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

    [Fact]
    public async Task A_reply_goes_to_the_activity_it_answers_from_the_bot_to_the_person()
    {
        await bot.Say(connector, "what is a PQQ?", "19:abc@thread;messageid=1", "in/1");

        var sent = (await connector.Received(2))[1];
        Assert.Equal("/emea/v3/conversations/19:abc@thread;messageid=1/activities/in/1", Uri.UnescapeDataString(sent.Path));
        Assert.Contains("pre-qualification", sent.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("28:bot", sent.Activity.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("29:person", sent.Activity.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("in/1", sent.Activity.GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task Replies_of_one_conversation_keep_their_order()
    {
        for (var i = 0; i < 6; i++) await bot.Say(connector, i % 2 == 0 ? "what is a PQQ?" : "help");
        var sent = await connector.Received(7);
        Assert.Equal(sent.Select(s => s.Id).Order(StringComparer.Ordinal), sent.Select(s => s.Id));
        Assert.Equal(7, sent.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_same_activity_four_times_at_once_is_answered_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bot.Say(connector, "health check", id: "same")));
        await bot.Say(connector, "help");
        await bot.Say(connector, "health check", id: "same");
        await bot.Say(connector, "stop");

        // The greeting, the first question, help with the question again, and how to go on.
        var sent = await connector.Received(5);
        await Settled();
        Assert.Equal(5, connector.All.Count);
        Assert.Equal(5, sent.Select(s => s.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_channel_that_says_when_to_come_back_is_asked_again_then_and_not_before(int status)
    {
        connector.Answer(status, retryAfter: "7");
        await bot.Say(connector, "what is a PQQ?");
        await bot.Time.SomebodyWaits(TimeSpan.FromSeconds(7));
        Assert.Single(connector.All);

        bot.Time.Advance(TimeSpan.FromSeconds(7));

        var sent = await connector.Received(3);
        Assert.Equal(sent[0].Id, sent[1].Id);
        Assert.NotEqual(sent[1].Id, sent[2].Id);
    }

    [Fact]
    public async Task Without_a_time_it_waits_longer_each_time_and_later_replies_wait_behind()
    {
        for (var i = 0; i < 4; i++) connector.Answer(429);
        await bot.Say(connector, "help");
        await bot.Say(connector, "what is a PQQ?");
        foreach (var seconds in new[] { 1, 2, 4, 8 })
        {
            await bot.Time.SomebodyWaits(TimeSpan.FromSeconds(seconds));
            bot.Time.Advance(TimeSpan.FromSeconds(seconds));
        }
        var sent = await connector.Received(7);
        Assert.Single(sent.Take(5).Select(s => s.Id).Distinct());
        Assert.Equal(3, sent.Skip(4).Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public async Task Other_conversations_do_not_wait_for_one_that_is_held_up()
    {
        connector.Answer(429, retryAfter: "600");
        await bot.Say(connector, "help", "a:slow");
        await connector.Received(1);
        await bot.Say(connector, "help", "a:quick");
        var sent = await connector.Received(3);
        Assert.All(sent.Skip(1), s => Assert.Contains("a:quick", s.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_cannot_be_reached_gets_everything_once_it_is_back_also_after_a_restart()
    {
        await using var away = FakeConnector.Away();
        await bot.Say(away, "what is a PQQ?");
        await bot.Time.SomebodyWaits(TimeSpan.FromSeconds(1));
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await bot.Time.SomebodyWaits(TimeSpan.FromSeconds(2));
        await bot.Restart();
        await bot.Time.SomebodyWaits(TimeSpan.FromSeconds(2));
        await away.Listen();
        bot.Time.Advance(TimeSpan.FromSeconds(2));

        var sent = await away.Received(2);
        await Settled();
        Assert.Equal(2, away.All.Count);
        Assert.Contains("pre-qualification", sent[1].Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_reply_whose_fate_is_unknown_is_not_sent_again_but_the_person_is_told(int status)
    {
        connector.Answer(200);
        connector.Answer(status);
        await bot.Say(connector, "what is a PQQ?");
        await bot.Say(connector, "what is a grant?");

        var sent = await connector.Received(4);
        await Settled();
        Assert.Equal(4, connector.All.Count);
        Assert.Contains("not sure that my last message arrived", sent[2].Text, StringComparison.Ordinal);
        Assert.Equal(1, sent.Count(s => s.Text.Contains("pre-qualification", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_connection_that_breaks_while_the_channel_has_the_reply_counts_as_unknown()
    {
        connector.Answer(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await bot.Say(connector, "what is a PQQ?");
        var sent = await connector.Received(3);
        Assert.Equal(1, sent.Count(s => s.Text.StartsWith("Hello", StringComparison.Ordinal)));
        Assert.Contains("not sure", sent[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_blocked_the_bot_is_sent_nothing_more_until_they_write_again()
    {
        connector.Answer(403, """{"error":{"code":"MessageWritesBlocked","message":"blocked"}}""");
        await bot.Say(connector, "what is a PQQ?");
        await connector.Received(1);
        await Settled();
        Assert.Single(connector.All);

        await bot.Say(connector, "help");
        Assert.Equal(2, (await connector.Received(2)).Count);
    }

    [Fact]
    public async Task A_reply_that_the_channel_will_never_take_holds_up_no_other()
    {
        connector.Answer(413, """{"error":{"code":"MessageSizeTooBig"}}""");
        await bot.Say(connector, "what is a PQQ?");
        var sent = await connector.Received(2);
        Assert.NotEqual(sent[0].Id, sent[1].Id);
    }

    [Fact]
    public async Task What_could_not_be_delivered_for_a_day_is_given_up()
    {
        connector.Answer(429, retryAfter: "999999");
        await bot.Say(connector, "what is a PQQ?");
        await bot.Time.SomebodyWaits(TimeSpan.FromDays(1));
        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.Say(connector, "help");
        var sent = await connector.Received(2);
        await Settled();
        Assert.Equal(2, connector.All.Count);
        Assert.Contains("what you can type", sent[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_goes_to_one_thread_in_a_second_than_Teams_allows()
    {
        for (var i = 0; i < 7; i++) await bot.Say(connector, "what is a PQQ?");
        await bot.Time.SomebodyWaits(TimeSpan.FromSeconds(1));
        Assert.Equal(7, connector.All.Count);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await connector.Received(8);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await FakeConnector.Start();
        connector.Answer(http =>
        {
            http.Response.Redirect(elsewhere.ServiceUrl, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await bot.Say(connector, "help");
        await connector.Received(2);
        await Settled();
        Assert.Empty(elsewhere.All);
    }

    [Fact]
    public async Task What_is_said_is_nowhere_in_the_log()
    {
        connector.Answer(500);
        connector.Answer(403);
        await bot.Say(connector, "what about the treasurer?");
        await connector.Received(2);
        await Settled();
        Assert.NotEmpty(bot.Log.Lines);
        Assert.DoesNotContain(bot.Log.Lines, l => l.Contains("treasurer", StringComparison.Ordinal) || l.Contains("Hello", StringComparison.Ordinal));
    }

    /// <summary>Nothing is owed any more: what was not sent by now never will be.</summary>
    private async Task Settled()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await bot.Get<IConversationStore>().ConversationsOwed(patience.Token)).Count > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
