using static Microsoft.Playwright.Assertions;

namespace CommissioningBot.Browser.Tests;

public sealed class Restarting(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task in_the_middle_of_a_check_loses_nothing_and_the_open_window_goes_on()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        await chat.Open();
        await chat.Say("Health check");
        await chat.PressNewest((await chat.Choices.Last.InnerTextAsync()).Trim());
        var messages = await chat.Replies.CountAsync();

        await browser.Product.Kill();
        await browser.Product.Start();

        // Direct Line's own client waits between 3 and 15 seconds before it comes back.
        await Expect(chat.Replies).ToHaveCountAsync(messages);
        await chat.PressNewest((await chat.Choices.Last.InnerTextAsync()).Trim());
        await Expect(chat.Replies.Nth(messages)).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [SkippableFact]
    public async Task of_a_server_that_stays_away_is_said_plainly_with_another_way()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        await page.RouteAsync("**/api/webchat/token", route => route.FulfillAsync(new() { Status = 503 }));
        var chat = new ChatWindow(page);

        await chat.Launcher.ClickAsync();

        await Expect(chat.Panel).ToContainTextAsync("could not be opened");
        await Expect(chat.Panel.GetByText("the page without this window")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("/chat$"));

        await page.UnrouteAsync("**/api/webchat/token");
        await chat.Panel.GetByText("Try again").ClickAsync();
        await Expect(chat.Replies.First).ToBeVisibleAsync();
    }
}
