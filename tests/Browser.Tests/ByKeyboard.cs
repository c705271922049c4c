using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommissioningBot.Browser.Tests;

/// <summary>The whole health check without a mouse, from the top of the first page to the last word of the result.</summary>
public sealed class ByKeyboard(Browser browser) : IClassFixture<Browser>
{
    // 1280 by 1024 at 400 per cent is 320 by 256.
    [SkippableTheory]
    [InlineData("lunch club", 1280, 900)]
    [InlineData("CIC", 390, 844)]
    [InlineData("lunch club", 320, 256)]
    public async Task the_check_is_done_in_the_window(string who, int width, int height)
    {
        await using var visitor = await browser.Visitor(width, height);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var keyboard = new Keyboard(page);
        var transcript = page.Locator(".webchat__basic-transcript");
        var newest = page.Locator(".webchat__basic-transcript__activity").Filter(new() { Has = page.Locator(".ac-pushButton") }).Last;

        await keyboard.To("Check how ready your group is");
        await keyboard.Send();
        // A busy machine takes its time over the first conversation of a product that has just started.
        await Expect(page.Locator("#cb-panel .ac-pushButton").Filter(new() { HasText = "A small grant" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(new ChatWindow(page).Box).ToBeFocusedAsync(new() { Timeout = 60_000 });
        await keyboard.To("Chat history", "Shift+Tab");
        var pressed = "";
        while (pressed != Groups.ShowPlan)
        {
            pressed = Groups.Choose(Group(who), await newest.Locator(".ac-pushButton").AllInnerTextsAsync());
            if (await keyboard.Press("Enter") != pressed) await keyboard.To(pressed);
            await keyboard.Send();
            // The next question has the focus when it has come: the one that was answered scrolls away.
            await Expect(transcript).ToBeFocusedAsync(new() { Timeout = 60_000 });
            await keyboard.At();
        }

        Assert.Equal("The whole plan to print", Shown(await keyboard.Press("Enter")));
        var result = await page.RunAndWaitForPopupAsync(() => keyboard.Send());
        await Expect(result.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("A few things first");
        Assert.Contains("your year on one page", await new Keyboard(result).Through());
    }

    [SkippableTheory]
    [InlineData(1280, 900)]
    [InlineData(320, 256)]
    public async Task the_check_is_done_without_JavaScript_and_two_groups_are_told_what_each_needs(int width, int height)
    {
        var (lunchClub, lunchYear) = await WithoutJavaScript("lunch club", width, height);
        var (cic, cicYear) = await WithoutJavaScript("CIC", width, height);

        // Who serves food registers with the council; a small unregistered group sends nothing to anybody.
        Assert.Contains("food", lunchClub, StringComparison.Ordinal);
        Assert.Contains("to register as a charity", lunchClub, StringComparison.Ordinal);
        Assert.DoesNotContain("Companies House", lunchClub + lunchYear, StringComparison.Ordinal);
        Assert.DoesNotContain("annual return", lunchYear, StringComparison.Ordinal);
        Assert.Contains("contracts of employment, payroll or pensions. They start when you employ someone", lunchClub, StringComparison.Ordinal);
        Assert.DoesNotContain("£5 million", lunchClub, StringComparison.Ordinal);

        // Staff, children and a company bring their own duties.
        Assert.Contains("Checking people", cic, StringComparison.Ordinal);
        Assert.Contains("Safeguarding", cic, StringComparison.Ordinal);
        Assert.Contains("Companies House", cic, StringComparison.Ordinal);
        Assert.Contains("£5 million", cic, StringComparison.Ordinal);
        Assert.Contains("CIC report", cicYear, StringComparison.Ordinal);
        Assert.DoesNotContain("Special rules", cic, StringComparison.Ordinal);
        Assert.DoesNotContain("to register as a charity", cic, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task what_the_open_window_would_cover_makes_the_window_go()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        await chat.Open();

        var keyboard = new Keyboard(page);
        await keyboard.To("Send");
        await keyboard.Send("Tab");
        await page.Locator(".govuk-skip-link").FocusAsync();
        foreach (var link in (string[])["Check how ready your group is", "hello@riverside.example"])
        {
            while (await page.EvaluateAsync<string>("document.activeElement.innerText.trim()") != link) await keyboard.Send("Tab");
            await Expect(chat.Panel).ToBeVisibleAsync(new() { Visible = link.StartsWith("Check", StringComparison.Ordinal) });
            await keyboard.At();
        }
    }

    private async Task<(string Result, string Year)> WithoutJavaScript(string who, int width, int height)
    {
        await using var visitor = await browser.Visitor(width, height, javaScript: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var keyboard = new Keyboard(page);
        await keyboard.To("Check how ready your group is");
        await keyboard.Send();
        await page.WaitForURLAsync("**/chat?*");
        await keyboard.To("Send");
        var pressed = "";
        var choices = page.Locator("#latest ~ .chat-message .chat-choices:not(.chat-choices--prompts) button, #latest .chat-choices:not(.chat-choices--prompts) button");
        while (true)
        {
            var messages = await page.Locator(".chat-message").CountAsync();
            await keyboard.Send();
            await Expect(page.Locator(".chat-message").Nth(messages)).ToBeAttachedAsync();
            await page.WaitForURLAsync("**/chat#latest");
            await Expect(page.Locator("#latest")).ToBeFocusedAsync();
            if (pressed == Groups.ShowPlan) break;
            pressed = Groups.Choose(Group(who), await choices.AllInnerTextsAsync());
            await keyboard.To(pressed);
        }
        await keyboard.To("The whole plan to print");
        await keyboard.Send();
        await page.WaitForURLAsync("**/results/*");
        var result = await page.Locator("main").InnerTextAsync();
        await keyboard.To("your year on one page");
        await keyboard.Send();
        await page.WaitForURLAsync("**/year");
        await keyboard.Through();
        return (result, await page.Locator("main").InnerTextAsync());
    }

    private static string[] Group(string who) => who == "CIC" ? Groups.Cic : Groups.LunchClub;

    // Web Chat puts invisible characters round a link.
    private static string Shown(string name) => name.Trim('​').Split(" Opens")[0];
}
