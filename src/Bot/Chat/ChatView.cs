namespace CommissioningBot.Bot.Chat;

/// <summary>A conversation as the page without JavaScript shows it.</summary>
/// <param name="Messages">Oldest first.</param>
/// <param name="ClientActivityId">Sent back with whatever is sent next, so that a form sent twice has one effect.</param>
/// <param name="Draft">What stands in the text box: from a link on another page, or what was refused.</param>
/// <param name="Problem">Why the last text was not sent, in words that say what to do; null if nothing was wrong.</param>
/// <remarks>
/// Both forms post to the page's own address with <c>clientActivityId</c> and either <c>text</c> (typed) or
/// <c>choice</c> (a button's value). Answer with a redirect to <c>/chat#latest</c>: that is where the newest reply stands.
/// </remarks>
public sealed record ChatView(IReadOnlyList<ChatMessage> Messages, string ClientActivityId, string Draft = "", string? Problem = null);

/// <summary>One message of either side.</summary>
/// <param name="Who">Who wrote it.</param>
/// <param name="Html">The message as HTML that is already safe: it goes on the page as it is.</param>
/// <param name="Choices">The buttons under it, which take the place of a card's.</param>
/// <param name="Prompts">What else may be said just now, such as Go back; none under an older message.</param>
public sealed record ChatMessage(Speaker Who, string Html, IReadOnlyList<ChatChoice> Choices, IReadOnlyList<ChatChoice> Prompts);

/// <summary>A button: what it says, and what the form sends when it is pressed.</summary>
public sealed record ChatChoice(string Label, string Value);

/// <summary>The two sides of a conversation.</summary>
public enum Speaker
{
    Person,
    Assistant,
}
