using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CommissioningBot.Browser.Tests;

/// <summary>What every page and state has to be.</summary>
internal static class EveryPage
{
    // Nothing is cut that does not scroll, and no picture is without words; what is only for the ear may be cut.
    private const string FindCut = """
        () => [...document.querySelectorAll('body *')].filter(e => {
          const look = getComputedStyle(e);
          return ['hidden', 'clip'].includes(look.overflowX) && e.clientWidth > 2 && e.scrollWidth > e.clientWidth + 1 && look.clipPath === 'none';
        }).map(e => `${e.tagName} ${e.className}`)
        """;

    private const string FindWordless = """
        () => [...document.querySelectorAll('img, svg, canvas')].filter(e =>
          !e.closest('[aria-hidden=true]') && !(e.getAttribute('alt') ?? e.getAttribute('aria-label') ?? e.querySelector('title')?.textContent)
        ).map(e => e.outerHTML.slice(0, 200))
        """;

    /// <summary>Checks the page on a desktop, and at 400 per cent, where 1280 by 1024 are 320 by 256 (WCAG 2.2, 1.4.10): axe, pictures, reflow, and the keyboard through all of it.</summary>
    public static async Task IsForEverybody(IPage page)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await NoViolations(page);
        await page.SetViewportSizeAsync(320, 256);
        await NoViolations(page);
        await NoSidewaysScroll(page);
        Assert.Empty(await page.EvaluateAsync<string[]>(FindCut));
        Assert.Empty(await page.EvaluateAsync<string[]>(FindWordless));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.NotEmpty(await new Keyboard(page).Through());
    }

    public static async Task NoViolations(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, page.Url + "\n" + string.Join("\n", found.Violations.Select(Told)));
    }

    public static async Task NoSidewaysScroll(IPage page) =>
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            page.Url + ": the page is wider than the screen.");

    private static string Told(AxeResultItem rule) =>
        $"{rule.Id} ({rule.Impact}): {rule.Help}: {string.Join(" | ", rule.Nodes.Select(node => node.Html))}";
}
