using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommissioningBot.Browser.Tests;

/// <summary>
/// Somebody who uses the keyboard alone. After every press it is checked that what has the focus can be seen: it is on the screen, nothing
/// lies over it, and something shows that it has the focus (WCAG 2.2, 2.4.7 and 2.4.11, https://www.w3.org/TR/WCAG22/).
/// </summary>
internal sealed class Keyboard(IPage page)
{
    // Points of the part that is on the screen; most of them have to belong to the element.
    private const string LookAtFocus = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return { name: '', what: 'the page', trouble: '' };
          const name = (at.getAttribute('aria-label') || at.innerText || at.value || at.placeholder || at.title || '').replace(/\s+/g, ' ').trim();
          const what = `${at.tagName} ${at.className} "${name.slice(0, 60)}"`;
          const box = at.getBoundingClientRect();
          // Web Chat's end of the transcript has no height; a label over it says where one is.
          if (box.height === 0 && at.matches('.webchat__basic-transcript__terminator')) return { name, what, trouble: '' };
          const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
          const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
          if (right - left < Math.min(box.width, 20) || bottom - top < Math.min(box.height, 16)) return { name, what, trouble: 'is not on the screen' };
          let [seen, over] = [0, ''];
          for (let i = 1; i < 6; i++) for (let j = 1; j < 6; j++) {
            const hit = document.elementFromPoint(left + (right - left) * i / 6, top + (bottom - top) * j / 6);
            if (hit && (at.contains(hit) || hit.contains(at))) seen++; else over = hit?.className || hit?.tagName;
          }
          if (seen < 13) return { name, what, trouble: `is covered by ${over}` };
          const look = getComputedStyle(at);
          const shown = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none'
            || at.matches('#cb-panel, .webchat__basic-transcript, textarea');   // the window as a whole, a frame of Web Chat's own, a caret
          return { name, what, trouble: shown ? '' : 'does not show that it has the focus' };
        }
        """;

    /// <summary>How many keys were pressed.</summary>
    public int Presses { get; private set; }

    /// <summary>The name of what has the focus; empty for the page itself.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It cannot be seen.</exception>
    public async Task<string> At()
    {
        var focus = await Look();
        if (focus["trouble"].Length > 0)
        {
            // What the focus came to may still be scrolling to its place.
            try { await Expect(page.Locator(":focus")).ToBeInViewportAsync(new() { Ratio = 0.5f, Timeout = 20_000 }); }
            catch (PlaywrightException) { /* told below */ }
            focus = await Look();
        }
        Assert.True(focus["trouble"].Length == 0, $"{page.Url}, after {Presses} keys: {focus["what"]} {focus["trouble"]}.");
        return focus["name"];
    }

    private async Task<Dictionary<string, string>> Look() => (await page.EvaluateAsync<Dictionary<string, string>>(LookAtFocus))!;

    /// <summary>Presses a key and looks where the focus is.</summary>
    public async Task<string> Press(string key)
    {
        Presses++;
        await page.Keyboard.PressAsync(key);
        return await At();
    }

    /// <summary>Presses a key that goes to another page or brings an answer; where the focus is then is for the test to say.</summary>
    public async Task Send(string key = "Enter")
    {
        Presses++;
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Tabs until it comes to what has this name.</summary>
    public async Task To(string name, string key = "Tab")
    {
        var passed = new List<string>();
        while (passed.Count < 80)
        {
            var at = await Press(key);
            if (at.StartsWith(name, StringComparison.Ordinal)) return;
            passed.Add(at);
        }
        Assert.Fail($"{page.Url}: the keyboard does not come to \"{name}\", only to {string.Join(" | ", passed.Distinct())}.");
    }

    /// <summary>Tabs through the whole page, to its last link and round.</summary>
    /// <returns>The names of what it came to.</returns>
    public async Task<IReadOnlyList<string>> Through()
    {
        var passed = new List<string>();
        await page.EvaluateAsync("document.activeElement.blur()");
        while (passed.Count < 300)
        {
            var at = await Press("Tab");
            if (passed.Count > 0 && (at.Length == 0 || await page.EvaluateAsync<bool>("document.activeElement.matches('.govuk-skip-link')"))) return passed;
            passed.Add(at);
        }
        Assert.Fail($"{page.Url}: the keyboard does not come to the end.");
        return passed;
    }
}
