using System.Globalization;
using System.Text.RegularExpressions;

namespace CommissioningBot.Browser.Tests;

/// <summary>The pages that a conversation leads to, in each of their states.</summary>
public sealed partial class ReachingAGroupsPages(Browser browser) : IClassFixture<Browser>
{
    // A lunch club: a small grant, written rules, £3,000, adults, nobody paid; then some of everything.
    private static readonly string[] Check = ["health check", "1", "2", "£3,000", "2", "1", "1", "2", "5", "3", "1", "3", "3"];

    [SkippableFact]
    public async Task its_result_year_and_every_print_out()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        using var group = await DirectLineClient.Connect(browser.Product.Address);
        var said = await Say(group, [.. Check, "show our plan", "bid pack", "Ivy Lane Lunch Club", "stop", "full cost", "Lunch", "yes", "0", "600", "1,500", "200", "0"]);
        var link = ResultLink().Match(said).Value;

        await page.GotoAsync(link + "/print");
        var printOuts = await page.Locator("main li a:not([href$=docx])").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
        Assert.True(printOuts.Length >= 9, string.Join(' ', printOuts));
        foreach (var address in (string[])[link, link + "/year", link + "/print", .. printOuts])
        {
            await page.GotoAsync(address);
            await EveryPage.IsForEverybody(page);
            var words = await page.Locator("main").InnerTextAsync();
            // The page ends, and says so; what the group says of itself bears its name.
            Assert.Contains("This link works until", words, StringComparison.Ordinal);
            Assert.True(words.Contains("Ivy Lane Lunch Club", StringComparison.Ordinal) || address.EndsWith("/print", StringComparison.Ordinal) || address.EndsWith("/check-on-paper", StringComparison.Ordinal), address);
        }
    }

    [SkippableFact]
    public async Task the_conversation_without_JavaScript_empty_asking_refusing_and_told_the_result()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/chat");
        await page.Locator(".chat-send button").ClickAsync();
        await page.Locator(".govuk-error-summary").WaitForAsync();
        await EveryPage.IsForEverybody(page);

        foreach (var text in (string[])[.. Check, "show our plan", "list us"])
        {
            var messages = await page.Locator(".chat-message").CountAsync();
            await page.Locator("#text").FillAsync(text);
            await page.Locator(".chat-send button").ClickAsync();
            await page.Locator(".chat-message").Nth(messages).WaitForAsync();
            if (text is "2" or "show our plan" or "list us" || messages > 24) await EveryPage.IsForEverybody(page);
        }
    }

    [SkippableFact]
    public async Task a_shared_check_for_an_officer_for_an_adviser_and_when_it_was_taken_back()
    {
        await using var visitor = await browser.Visitor();
        var page = await visitor.NewPageAsync();
        using var group = await DirectLineClient.Connect(browser.Product.Address);
        var code = ViewingCode().Match(await Say(group, [.. Check, "show our plan", "share our check", "Share everything with our adviser", "Give us a code for 30 days"])).Value;
        foreach (var secret in (string[])[Browser.CouncilSecret, Browser.AdviserSecret])
        {
            using var reader = await DirectLineClient.Connect(browser.Product.Address, secret);
            var link = SharedLink().Match(await reader.Say("1", code)).Value;
            Assert.NotEmpty(link);
            await page.GotoAsync(link);
            await EveryPage.IsForEverybody(page);
            Assert.Equal(secret == Browser.AdviserSecret, await page.Locator("#plan").IsVisibleAsync());
        }

        await group.Say("stop", "Stop sharing");
        Assert.Equal(404, (await page.ReloadAsync())!.Status);
        await EveryPage.IsForEverybody(page);
    }

    [SkippableFact]
    public async Task the_area_report_of_a_quarter()
    {
        await using var visitor = await browser.Visitor();
        await using var product = new RunningProduct();
        var clock = Path.Combine(product.Data, "clock");
        foreach (var (name, value) in browser.Product.Settings) product.Settings[name] = value;
        product.Settings["COMMISSIONINGBOT_CLOCK"] = clock;
        product.Settings["Limits__MessagesPerMinute"] = "0";
        await product.Start();
        for (var i = 0; i < 12; i++)
        {
            using var group = await DirectLineClient.Connect(product.Address);
            await Say(group, Check);
        }
        await product.Stop();
        await File.WriteAllTextAsync(clock, TimeSpan.FromDays(100).TotalSeconds.ToString(CultureInfo.InvariantCulture));
        await product.Start();

        using var adviser = await DirectLineClient.Connect(product.Address, Browser.AdviserSecret);
        var (said, asked) = ("", 0);
        while (!AreaLink().IsMatch(said) && asked < 200) said = await adviser.Say($"{asked++}", "area report");
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(AreaLink().Match(said).Value);
        Assert.True(await page.Locator("table").CountAsync() > 1);
        await EveryPage.IsForEverybody(page);
    }

    private static async Task<string> Say(DirectLineClient group, string[] lines)
    {
        var said = new List<string>();
        foreach (var line in lines) said.Add(await group.Say(FormattableString.Invariant($"{said.Count}"), line));
        return string.Join('\n', said);
    }

    [GeneratedRegex(@"http[^\s)]+/results/[\w.-]+")]
    private static partial Regex ResultLink();

    [GeneratedRegex(@"http[^\s)]+/shared/[\w.-]+")]
    private static partial Regex SharedLink();

    [GeneratedRegex(@"http[^\s)]+/area-report/[\w.-]+")]
    private static partial Regex AreaLink();

    [GeneratedRegex("view-[a-z]+-[a-z]+-[a-z]+-[a-z]+")]
    private static partial Regex ViewingCode();
}
