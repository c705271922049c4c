using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommissioningBot.Browser.Tests;

/// <summary>The product in Microsoft's stand-in for Teams, as somebody sees and uses it there.</summary>
public sealed class TalkingInTeams(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task a_person_is_welcomed_once_gets_an_answer_and_goes_through_the_check_by_its_buttons()
    {
        await using var visitor = await browser.Visitor(1400, 1000);
        await using var playground = await Playground.Start(browser.Product.Address);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(playground.Address.ToString());

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start the health check" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Say(page, "what is a PQQ?");
        await Expect(page.GetByText("pre-qualification questionnaire", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Procurement Act 2023" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start the health check" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "A small grant", Exact = true }).ClickAsync();
        // Nine choices, on two cards. What would not fit a button stands in the message, with its number.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "1. An informal group, no written rules" })).ToBeVisibleAsync();
        await Expect(page.GetByText("A co-operative or community benefit society")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "7. A co-operative or community" }).ClickAsync();
        await Expect(Heading(page, 3)).ToBeVisibleAsync();
        foreach (var (answer, next) in new[] { ("£3,000", 4), ("adults", 5), ("none", 6) })
        {
            await Say(page, answer);
            await Expect(Heading(page, next)).ToBeVisibleAsync();
        }
        await Expect(page.GetByText("Two people run it, or all of us are one family or home")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "2. Started" }).ClickAsync();
        await Expect(Heading(page, 7)).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "teams.png") });

        await Expect(page.GetByText("Hello. I am CommissioningBot: a computer program (a bot), not a person.", new() { Exact = true })).ToHaveCountAsync(1);
        Assert.DoesNotContain("refused a reply", browser.Product.Said, StringComparison.Ordinal);
    }

    /// <summary>Where the check is, in bold as a message shows it; the panel of what was sent has it plain.</summary>
    private static ILocator Heading(IPage page, int question) =>
        page.Locator("strong").Filter(new() { HasText = FormattableString.Invariant($"Question {question} of") });

    private static async Task Say(IPage page, string text)
    {
        await page.Locator("[role=textbox][contenteditable=true]").First.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }
}
