using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommissioningBot.Browser.Tests;

public sealed class Talking(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task in_the_window_brings_a_reply()
    {
        await using var visitor = await browser.Visitor();
        var (_, chat) = await Home(visitor);

        await chat.Open();
        await chat.Say("What is a grant?");

        Assert.Contains("grant", await chat.Replies.Last.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task loads_nothing_heavy_until_the_window_is_opened()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);

        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain("/vendor/webchat.js", asked);
        Assert.DoesNotContain("/api/webchat/token", asked);

        await new ChatWindow(page).Open();
        Assert.Contains("/vendor/webchat.js", asked);
    }

    [SkippableFact]
    public async Task by_pressing_the_button_of_a_card_goes_on()
    {
        await using var visitor = await browser.Visitor();
        var (_, chat) = await Home(visitor);

        await chat.Open();
        await chat.Say("Health check");
        var label = (await chat.Choices.Last.InnerTextAsync()).Trim();
        await chat.PressNewest(label);
    }

    [SkippableFact]
    public async Task goes_on_after_a_reload_and_in_a_new_tab_with_one_welcome()
    {
        await using var visitor = await browser.Visitor();
        var (page, chat) = await Home(visitor);
        await chat.Open();
        var welcome = await chat.Replies.First.InnerTextAsync();
        await chat.Say("What is a grant?");
        var messages = await chat.Replies.CountAsync();

        await page.ReloadAsync();
        await Expect(chat.Replies).ToHaveCountAsync(messages);
        Assert.Contains("What is a grant?", await chat.Transcript(), StringComparison.Ordinal);

        var (_, second) = await Home(visitor);
        await second.Open();
        await Expect(second.Replies).ToHaveCountAsync(messages);
        Assert.Equal(Words(welcome), Words(await second.Replies.First.InnerTextAsync()));
    }

    [SkippableFact]
    public async Task keeps_to_the_page_policy_without_a_word_in_the_console()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                refused.Add(message.Text);
        };
        var response = await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        await chat.Open();
        await chat.Say("Health check");

        var policy = (await response!.AllHeadersAsync())["content-security-policy"];
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Empty(refused);
    }

    [SkippableFact]
    public async Task starts_from_a_link_on_the_page()
    {
        await using var visitor = await browser.Visitor();
        var (page, chat) = await Home(visitor);

        await page.GetByRole(AriaRole.Link, new() { Name = "Check how ready your group is" }).ClickAsync();

        await Expect(chat.Panel).ToContainTextAsync("Health check");
        await Expect(chat.Choices.First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task can_be_ended_with_nothing_left_on_the_device()
    {
        await using var visitor = await browser.Visitor();
        var (page, chat) = await Home(visitor);
        await chat.Open();
        await chat.Say("What is a grant?");

        await chat.Box.FillAsync("Finish and clear this device");
        await chat.Box.PressAsync("Enter");
        var asked = chat.Choices.Filter(new() { HasText = "clear" }).Last;
        var said = page.GetByText("This device is cleared.");
        await said.Or(asked).First.WaitForAsync();
        if (await asked.IsVisibleAsync())
            await asked.ClickAsync();

        await Expect(said).ToBeVisibleAsync();
        await Expect(chat.Panel).ToBeHiddenAsync();
        await chat.Open();
        await Expect(chat.Replies).ToHaveCountAsync(1);
    }

    private static async Task<(IPage Page, ChatWindow Chat)> Home(IBrowserContext visitor)
    {
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        return (page, new ChatWindow(page));
    }

    /// <summary>Without the line that tells how long ago it was.</summary>
    private static string Words(string message) => message.Split('\n')[0];
}
