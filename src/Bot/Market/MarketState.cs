using CommissioningBot.Knowledge.Providers.Market;

namespace CommissioningBot.Bot.Market;

/// <summary>The last question about the market, which the next one may go on from.</summary>
public sealed record MarketState(MarketAsked Asked);
