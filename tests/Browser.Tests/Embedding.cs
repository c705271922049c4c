using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommissioningBot.Browser.Tests;

/// <summary>The widget on a page of another site, which gets no cookies of ours.</summary>
public sealed class Embedding(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task on_another_site_talks_and_goes_on_after_a_reload_and_in_a_second_tab_without_cookies()
    {
        await using var visitor = await browser.Visitor();
        var (page, chat) = await Open(visitor);
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || message.Text.Contains("CORS", StringComparison.Ordinal)) refused.Add(message.Text);
        };
        await chat.Open();
        await chat.Say("What is a grant?");
        var messages = await chat.Replies.CountAsync();

        await page.ReloadAsync();
        await Expect(chat.Replies).ToHaveCountAsync(messages);
        Assert.Contains("What is a grant?", await chat.Transcript(), StringComparison.Ordinal);

        var (_, second) = await Open(visitor);
        await second.Open();
        await Expect(second.Replies).ToHaveCountAsync(messages);
        await second.Say("What is a PQQ?");
        await Expect(chat.Replies).ToHaveCountAsync(messages + 1);

        Assert.Empty(await visitor.CookiesAsync());
        Assert.Empty(refused);
    }

    [SkippableFact]
    public async Task on_another_site_leaves_nothing_behind_when_it_is_told_to_forget()
    {
        await using var visitor = await browser.Visitor();
        var (page, chat) = await Open(visitor);
        await chat.Open();
        await chat.Say("What is a grant?");
        Assert.NotEqual(0, await page.EvaluateAsync<int>("localStorage.length"));

        await page.EvaluateAsync("CommissioningBotChat.forget()");
        await Expect(page.GetByText("This device is cleared.")).ToBeVisibleAsync();

        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        await chat.Open();
        await Expect(chat.Replies).ToHaveCountAsync(1);
    }

    [SkippableFact]
    public async Task on_a_site_that_is_not_in_the_settings_is_refused_and_says_so()
    {
        await using var visitor = await browser.Visitor();
        await using var stranger = new OtherSite();
        stranger.Start(browser.Product.Address);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(stranger.Address.ToString());
        var chat = new ChatWindow(page);

        await chat.Launcher.ClickAsync();

        await Expect(chat.Panel).ToContainTextAsync("could not be opened");
    }

    private async Task<(IPage Page, ChatWindow Chat)> Open(IBrowserContext visitor)
    {
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(browser.Other.Address.ToString());
        return (page, new ChatWindow(page));
    }
}
