using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Providers;

/// <summary>The last search, which the next one may go on from.</summary>
public sealed record ProvidersState(ProviderQuery Query)
{
    /// <summary>The id of the record that was kept of it; null if it found no list.</summary>
    public string? Record { get; init; }

    /// <summary>The ids on the page that was shown last, in their order.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];
}
