namespace CommissioningBot.Bot.Reports.PrintOuts;

/// <summary>Something to print or to take as a Word file.</summary>
/// <param name="Id">Its name in addresses and file names.</param>
/// <param name="Text">Markdown; what people typed in it has been escaped.</param>
public sealed record PrintOut(string Id, string Title, string Text);
