namespace CommissioningBot.Knowledge.Procurement;

/// <summary>A dated amount of law or guidance.</summary>
/// <param name="Id">Its name in content, such as <c>goods-services-council</c>. Several amounts of one id follow each other in time.</param>
/// <param name="What">What the amount is, in words.</param>
/// <param name="Pounds">The amount in pounds.</param>
/// <param name="VatIncluded">True if VAT is in the amount; null where VAT plays no part, such as a charity's income.</param>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="ValidTo">Last day on which it holds; null if no end is known.</param>
/// <param name="Source">Id of a source.</param>
/// <param name="Section">Where in the source.</param>
public sealed record Threshold(
    string Id, string What, decimal Pounds, bool? VatIncluded, DateOnly ValidFrom, DateOnly? ValidTo, string Source, string Section)
{
    public bool HoldsOn(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);
}
