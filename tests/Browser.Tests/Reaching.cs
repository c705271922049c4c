using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommissioningBot.Browser.Tests;

/// <summary>Whether everybody can use it: keyboard, small screens, no script, and what axe can find.</summary>
public sealed class Reaching(Browser browser) : IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData("/")]
    [InlineData("/council")]
    [InlineData("/chat")]
    [InlineData("/privacy")]
    [InlineData("/accessibility")]
    [InlineData("/templates")]
    [InlineData("/templates/cash-book")]
    [InlineData("/templates/check-on-paper")]
    [InlineData("/templates/constitution")]
    [InlineData("/templates/minutes")]
    [InlineData("/templates/risk-assessment")]
    [InlineData("/templates/safeguarding-notice")]
    [InlineData("/templates/privacy-notice")]
    [InlineData("/templates/no-such-template")]
    [InlineData("/sources")]
    [InlineData("/sources?q=threshold")]
    [InlineData("/sources/thresholds-now")]
    [InlineData("/sources/source/procurement-act-2023")]
    [InlineData("/sources/source/telford-2012")]
    [InlineData("/sources/no-such-entry")]
    [InlineData("/?cleared")]
    [InlineData("/results/no-such-token")]
    [InlineData("/shared/no-such-token")]
    [InlineData("/area-report/no-such-token")]
    [InlineData("/market/no-such-token")]
    [InlineData("/no-such-page")]
    public async Task a_page_breaks_no_rule_of_axe_and_can_be_used_at_400_per_cent(string address)
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(address);

        await EveryPage.IsForEverybody(page);
    }

    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task the_open_window_with_a_card_breaks_no_rule_of_axe(int width)
    {
        await using var visitor = await browser.Visitor(width, height: 640);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        await chat.Open();
        await chat.Say("Health check");
        await chat.Say("What is a grant?");

        await EveryPage.NoViolations(page);
        await EveryPage.NoSidewaysScroll(page);
    }

    [SkippableTheory]
    [InlineData("show me the market for befriending in Greater Manchester")]
    [InlineData("who would a £50,000 turnover requirement leave out for befriending in Wirral?")]
    public async Task the_page_of_the_market_breaks_no_rule_of_axe_and_fits_a_narrow_phone(string question)
    {
        await using var visitor = await browser.Visitor(width: 320, height: 640);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/council");
        var chat = new ChatWindow(page);
        await chat.Open();
        await chat.Say(question);
        await page.GotoAsync((await chat.Panel.GetByRole(AriaRole.Link, new() { Name = "The figures as a page to print" }).GetAttributeAsync("href"))!);

        await EveryPage.IsForEverybody(page);
    }

    [SkippableFact]
    public async Task the_window_by_keyboard_opens_closes_and_gives_the_focus_back()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);

        await chat.Launcher.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.Box).ToBeFocusedAsync();
        await chat.Replies.First.WaitForAsync();
        await page.Keyboard.TypeAsync("What is a grant?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.Panel).ToContainTextAsync("What is a grant?");
        await chat.Replies.Nth(1).WaitForAsync();
        await Expect(chat.Box).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Escape");
        await Expect(chat.Panel).ToBeHiddenAsync();
        await Expect(chat.Launcher).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task a_window_that_fills_the_phone_keeps_the_page_below_out_of_reach()
    {
        await using var visitor = await browser.Visitor(width: 320, height: 640);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        await chat.Open();

        var size = await chat.Panel.BoundingBoxAsync();
        Assert.Equal((320, 640), (size!.Width, size.Height));
        Assert.True(await page.Locator("#main").EvaluateAsync<bool>("main => main.closest('[inert]') !== null"));

        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator("#main").EvaluateAsync<bool>("main => main.closest('[inert]') !== null"));
    }

    [SkippableFact]
    public async Task the_conversation_needs_no_JavaScript()
    {
        await using var visitor = await browser.Visitor(width: 320, height: 640, javaScript: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/chat?draft=Health%20check");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        var choice = page.Locator("#latest ~ * .chat-choices button, #latest .chat-choices button").First;
        await Expect(choice).ToBeVisibleAsync();
        var before = await page.Locator(".chat-message").CountAsync();
        await choice.ClickAsync();

        await Expect(page.Locator("#latest")).ToBeVisibleAsync();
        Assert.True(await page.Locator(".chat-message").CountAsync() > before);
    }
}
