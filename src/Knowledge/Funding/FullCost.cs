namespace CommissioningBot.Knowledge.Funding;

/// <summary>
/// What one activity truly costs in a year: full cost recovery, as The National Lottery Community Fund and others explain it. All in pounds, VAT as
/// the group pays it.
/// </summary>
/// <param name="Direct">Costs that there would not be without the activity.</param>
/// <param name="Overheads">What the whole group shares: insurance, accounts, phone and the like.</param>
/// <param name="Share">The part of the overheads that belongs to the activity, 0 to 1. For a group with one activity it is 1: all its costs are direct.</param>
/// <param name="Sessions">How many times a year it takes place; null or 0 if that is not known.</param>
/// <param name="Price">What is offered for it in a year; null if that is not known.</param>
public sealed record FullCost(decimal Direct, decimal Overheads, decimal Share, decimal? Sessions, decimal? Price)
{
    public decimal ShareOfOverheads => decimal.Round(Overheads * Share, 2, MidpointRounding.AwayFromZero);

    public decimal Total => Direct + ShareOfOverheads;

    public decimal? PerSession => Sessions > 0 ? decimal.Round(Total / Sessions.Value, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>What is offered less what it costs; below 0 the group would pay the rest itself.</summary>
    public decimal? Left => Price - Total;
}
