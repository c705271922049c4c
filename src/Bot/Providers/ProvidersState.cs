using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Providers;

/// <summary>The last search, which the next one may go on from.</summary>
public sealed record ProvidersState(ProviderQuery Query);
