using System.Globalization;
using CommissioningBot.Bot.Channels.BotConnector;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Channels;

/// <summary>What Teams takes from a bot: cards of version 1.5 with six buttons, and 28 KB a message, counted in UTF-16.</summary>
public sealed class FittingTeams
{
    private const int MostBytes = 28 * 1024;

    [Fact]
    public void Nine_choices_are_two_cards_in_their_order_and_none_has_more_than_six()
    {
        for (var count = 1; count <= 20; count++)
        {
            var buttons = Enumerable.Range(1, count).Select(i => new Button(i.ToString(CultureInfo.InvariantCulture), new ShowHelp())).ToList();
            var message = new Reply("Which?") { Buttons = buttons }.ToActivity();
            Assert.Equal(buttons.Select(b => b.Label), ButtonCard.Read(message).Select(b => b.Label));
            Assert.All(message.Attachments!, CardFits);
            Assert.Equal((count + 5) / 6, message.Attachments!.Count);
        }
    }

    [Fact]
    public void A_choice_too_long_for_a_button_stands_in_the_text_with_the_number_of_its_button()
    {
        var reply = new Reply("Do you have rules?")
        {
            Buttons = [new("Started: We have a draft, or we can't find the latest copy", new ShowHelp()), new("Not sure", new ShowWhatIsHeld())],
            Prompts = ["Go back", "Stop"],
        };
        var message = TeamsMessage.Of(reply.ToActivity());
        Assert.Equal(
            "Do you have rules?\n\n**1** Started: We have a draft, or we can't find the latest copy\n\n**2** Not sure\n\nYou can also type: **Go back**, **Stop**",
            message.Text);
        Assert.Equal([("1. Started", "{\"do\":\"help\"}"), ("2. Not sure", "{\"do\":\"show-held\"}")], ButtonCard.Read(message));
        Assert.Null(message.SuggestedActions);
    }

    [Fact]
    public async Task Every_question_of_the_check_and_its_longest_result_fit()
    {
        await using var bot = new TestBot();
        var said = (await bot.Say("c", "0", "health check")).ToList();
        said.AddRange(await bot.Say("c", "1", "advertised contract"));
        string[] profile = ["charitable company", "£500,000", "both", "5 or more"];
        foreach (var answer in profile) said.AddRange(await bot.Say("c", $"profile {answer}", answer));
        // Everything missing, and then the questions beyond the core as well: no result is longer.
        for (var i = 0; i < 60; i++)
        {
            var further = said[^1] is var last && ButtonCard.Read(last).FirstOrDefault(b => b.Label.StartsWith("Answer the last", StringComparison.Ordinal)) is { Label: { } label } ? label : null;
            said.AddRange(await bot.Say("c", FormattableString.Invariant($"item {i}"), further ?? "not yet"));
        }
        Assert.Contains(said, a => a.Text!.Contains("Your next steps", StringComparison.Ordinal));
        Assert.InRange(said.Select(a => a.Text).Distinct().Count(), Catalogue.Load().Questions.Count + 12, 200);
        Assert.All(said, Fits);
    }

    [Fact]
    public async Task Every_answer_fits()
    {
        await using var bot = new TestBot();
        var entries = ContentLibrary.Load().All;
        Assert.NotEmpty(entries);
        var number = 0;
        foreach (var entry in entries) Assert.All(await bot.Say("c", FormattableString.Invariant($"ask {++number}"), entry.Asks[0]), Fits);
    }

    [Fact]
    public async Task The_longest_list_of_providers_fits()
    {
        await using var bot = new TestBot();
        SampleProviders.Seed(bot.Get<IKnowledgeStore>(), bot.Time.GetUtcNow());
        foreach (var search in new[] { "befriending for older people in Bolton", "advice", "young people, older people, mental health, debt advice and befriending near Bolton" })
            Assert.All(await bot.Say("c", search, search, Role.Commissioner), Fits);
    }

    private static void Fits(Activity reply)
    {
        var message = TeamsMessage.Of(reply with { ChannelId = "msteams" });
        Assert.InRange(ConnectorClient.Fitting(message).Length * sizeof(char), 1, MostBytes);
        foreach (var card in message.Attachments ?? []) CardFits(card);
        Assert.All(ButtonCard.Read(message), b => Assert.InRange(b.Label.Length, 1, 40));
    }

    private static void CardFits(Attachment card)
    {
        var content = card.Content!.Value;
        Assert.Equal("1.5", content.GetProperty("version").GetString());
        Assert.InRange(content.GetProperty("actions").GetArrayLength(), 1, 6);
        Assert.InRange(content.GetRawText().Length * sizeof(char), 1, MostBytes);
    }
}
