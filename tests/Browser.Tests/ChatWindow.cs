using Microsoft.Playwright;

namespace CommissioningBot.Browser.Tests;

/// <summary>The widget as a person uses it: what can be seen and pressed, by its name.</summary>
internal sealed class ChatWindow(IPage page)
{
    public ILocator Launcher => page.Locator(".cb-open");

    public ILocator Panel => page.Locator("#cb-panel");

    public ILocator Box => Panel.GetByPlaceholder("Type your message");

    /// <summary>The assistant's messages, oldest first.</summary>
    public ILocator Replies => Panel.Locator(".webchat__stacked-layout--from-bot, .webchat__stacked-layout:not(.webchat__stacked-layout--from-user)").Filter(new() { Has = page.Locator(".webchat__bubble") });

    /// <summary>Buttons of cards, oldest first.</summary>
    public ILocator Choices => Panel.Locator("button.ac-pushButton");

    public async Task Open()
    {
        await Launcher.ClickAsync();
        // A busy machine takes its time over the first conversation of a product that has just started.
        await Replies.First.WaitForAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Types, sends and waits until the assistant said something new.</summary>
    public async Task Say(string text)
    {
        var before = await Replies.CountAsync();
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
        await Replies.Nth(before).WaitForAsync();
    }

    /// <summary>Presses a button of the newest card and waits until the assistant said something new.</summary>
    public async Task PressNewest(string label)
    {
        var before = await Replies.CountAsync();
        await Choices.GetByText(label, new() { Exact = true }).Last.ClickAsync();
        // After a lost connection the client waits up to 15 seconds before it comes back.
        await Replies.Nth(before).WaitForAsync(new() { Timeout = 45_000 });
    }

    public async Task<string> Transcript() => string.Join("\n", await Panel.Locator(".webchat__bubble__content").AllInnerTextsAsync());
}
