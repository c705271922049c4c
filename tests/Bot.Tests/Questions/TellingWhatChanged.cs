using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection;
using static CommissioningBot.Bot.Tests.Questions.SmallLibrary;

namespace CommissioningBot.Bot.Tests.Questions;

public sealed class TellingWhatChanged : IAsyncDisposable
{
    private readonly TestBot bot;
    private ContentLibrary library = Library(Entry("boats", "Boats are hired out."));

    public TellingWhatChanged() => bot = new TestBot(s => s.AddSingleton(_ => library));

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private async Task Release(params string[] entries)
    {
        library = Library(entries);
        await bot.Restart();
    }

    /// <summary>What is said first when somebody comes back after some days and says thanks; null if it is only the answer to that.</summary>
    private async Task<Activity?> ComesBack(int days, string turnKey, string text = "thanks")
    {
        bot.Time.Advance(TimeSpan.FromDays(days));
        var replies = await bot.Say("c", turnKey, text);
        return replies[0].Text!.Contains("told you about", StringComparison.Ordinal) || replies[0].Text!.Contains("has changed", StringComparison.Ordinal) ? replies[0] : null;
    }

    [Fact]
    public async Task A_text_that_was_checked_and_changed_is_said_once_with_a_button_to_what_holds_now()
    {
        await bot.Say("c", "1", "About boats");
        Assert.Null(await ComesBack(40, "2"));
        await Release(Entry("boats", "Boats are sold.").Replace("checked_on: 2026-11-20", "checked_on: 2026-12-15", StringComparison.Ordinal));

        var said = await ComesBack(1, "3");
        Assert.Equal("On 20 November 2026 I told you about **About boats**. What I say about it was checked and changed on 15 December 2026. Press below to see what holds now.", said!.Text);
        var button = Assert.Single(ButtonCard.Offered(said));
        var now = await bot.Run("c", "4", new Activity { Value = button.Act });
        Assert.Contains("Boats are sold.", now[^1].Text!, StringComparison.Ordinal);
        Assert.Null(await ComesBack(1, "5"));
    }

    [Fact]
    public async Task Where_no_day_of_the_change_is_known_none_is_made_up()
    {
        await bot.Say("c", "1", "About boats");
        await Release(Entry("boats", "Boats are sold."));
        Assert.Contains("What I say about it has changed since.", (await ComesBack(2, "2"))!.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amount_of_law_that_moves_on_counts_without_any_release()
    {
        await Release(Entry("boats", "Boats cost {{threshold:line}}."));
        await bot.Say("c", "1", "About boats");
        Assert.Null(await ComesBack(41, "2"));
        Assert.Contains("It changed on 1 January 2027.", (await ComesBack(1, "3"))!.Text!, StringComparison.Ordinal);
        Assert.Null(await ComesBack(1, "4"));
    }

    [Theory]
    [InlineData("valid_to: 2026-11-30", "in force", "It ended on 30 November 2026. I hold nothing newer", "")]
    [InlineData("valid_to: 2026-11-30\nreplaced_by: ships", "in force", "It ended on 30 November 2026.", "About ships")]
    [InlineData("valid_to: 2026-11-30\nsee_also: [ships]", "in force", "It ended on 30 November 2026.", "About ships")]
    [InlineData("", "closed", "It has ended, as we found when we checked it on 20 November 2026.", "")]
    public async Task What_has_ended_is_said_once_with_what_came_instead(string fields, string currency, string says, string button)
    {
        await bot.Say("c", "1", "About boats");
        await Release(Entry("boats", "Boats are hired out.", fields, currency), Entry("ships", "Ships are hired out."));
        var said = await ComesBack(20, "2");
        Assert.Contains(says, said!.Text!, StringComparison.Ordinal);
        Assert.Equal(button, string.Join('|', ButtonCard.Read(said).Select(b => b.Label)));
        Assert.Null(await ComesBack(1, "3"));
    }

    [Fact]
    public async Task Neither_the_same_day_nor_in_a_check_nor_before_help_in_danger()
    {
        await bot.Say("c", "1", "About boats");
        await Release(Entry("boats", "Boats are sold."));
        Assert.Null(await ComesBack(0, "2"));
        Assert.Null(await ComesBack(1, "3", "health check"));
        Assert.Null(await ComesBack(1, "4", "small grant"));
        Assert.Null(await ComesBack(1, "5", "stop"));
        Assert.Null(await ComesBack(1, "6", "I can't go on any more"));
        Assert.NotNull(await ComesBack(0, "7"));
    }

    [Fact]
    public async Task Asked_again_on_coming_back_it_is_said_that_it_was_otherwise()
    {
        await bot.Say("c", "1", "About boats");
        await Release(Entry("boats", "Boats are sold."));
        Assert.NotNull(await ComesBack(3, "2", "About boats"));
        Assert.Null(await ComesBack(3, "3"));
    }

    [Fact]
    public async Task Somebody_else_who_opens_the_chat_hears_nothing_and_an_update_of_the_conversation_is_a_visit_too()
    {
        await bot.Say("c", "1", "About boats");
        await Release(Entry("boats", "Boats are sold."));
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain(await bot.Say("other", "1", "thanks"), r => r.Text!.Contains("told you", StringComparison.Ordinal));
        var update = (await bot.Run("c", "2", new Activity { Type = ActivityTypes.ConversationUpdate })).Skip(1);
        Assert.Contains("On 20 November 2026 I told you", Assert.Single(update).Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_newest_thirty_are_remembered_and_none_of_their_words()
    {
        await Release([.. Enumerable.Range(0, 40).Select(i => Entry($"boats{(char)('a' + i / 26)}{(char)('a' + i % 26)}", "Quite unmistakable."))]);
        for (var i = 0; i < 40; i++) await bot.Say("c", $"{i}", $"About boats{(char)('a' + i / 26)}{(char)('a' + i % 26)}");
        var state = (await bot.Get<IConversationStore>().Load("c"))!.State;
        Assert.Equal(30, ConversationState.FromJson(state).Told.Count);
        Assert.DoesNotContain("unmistakable", state, StringComparison.OrdinalIgnoreCase);

        await Release([.. Enumerable.Range(0, 40).Select(i => Entry($"boats{(char)('a' + i / 26)}{(char)('a' + i % 26)}", "Otherwise."))]);
        var said = await ComesBack(1, "back");
        Assert.Equal(5, ButtonCard.Read(said!).Count());
        Assert.Contains("25 more have changed as well", said!.Text!, StringComparison.Ordinal);
        Assert.Null(await ComesBack(1, "again"));
    }

    [Fact]
    public async Task Deleting_our_data_forgets_what_was_told_and_starting_again_does_not()
    {
        await bot.Say("c", "1", "About boats");
        await bot.Say("c", "2", "start again");
        Assert.Single(ConversationState.FromJson((await bot.Get<IConversationStore>().Load("c"))!.State).Told);
        await bot.Say("c", "3", "delete our data");
        await bot.Say("c", "4", "yes, delete everything");
        Assert.Empty(ConversationState.FromJson((await bot.Get<IConversationStore>().Load("c"))!.State).Told);
    }
}
