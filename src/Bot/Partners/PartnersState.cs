using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Partners;

/// <summary>What a partner is being looked for.</summary>
/// <param name="Query">As far as it is known.</param>
/// <param name="Asks">What was asked back last; null if nothing is open.</param>
/// <param name="Before">The journey that was open when it was asked back, and goes on afterwards.</param>
public sealed record PartnersState(ProviderQuery Query, PartnerDetail? Asks, string? Before);

/// <summary>What has to be known before groups can be looked for.</summary>
public enum PartnerDetail
{
    Work,
    Place,
}
