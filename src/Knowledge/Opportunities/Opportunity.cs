namespace CommissioningBot.Knowledge.Opportunities;

/// <summary>How far a procurement has come, by its newest notice.</summary>
public enum OpportunityStage
{
    /// <summary>It is planned, or the buyer is still asking the market. Nothing can be bid for yet.</summary>
    Planned,

    /// <summary>It was advertised for bids. Whether it is still open, its deadline says.</summary>
    Advertised,

    /// <summary>A supplier was chosen, or the contract stands.</summary>
    Awarded,

    /// <summary>It was stopped.</summary>
    Cancelled,
}

/// <summary>Which law a procurement says it is under.</summary>
public enum Regime
{
    /// <summary>The notice does not say.</summary>
    NotStated,

    /// <summary>Procurement Act 2023 (https://www.legislation.gov.uk/ukpga/2023/54).</summary>
    ProcurementAct2023,

    /// <summary>Health Care Services (Provider Selection Regime) Regulations 2023 (https://www.legislation.gov.uk/uksi/2023/1348).</summary>
    HealthCare,

    /// <summary>The rules before 24 February 2025. What began under them stays under them.</summary>
    Old,
}

/// <summary>A class of the Common Procurement Vocabulary: eight figures without the check digit (Regulation (EC) No 213/2008).</summary>
public sealed record CpvClass(string Code, string Name);

/// <summary>Where the work is to be done, as the notice says it: a region's code or name, a town, a postcode; each may be null.</summary>
public sealed record DeliveryPlace(string? Region, string? Locality, string? Postcode);

/// <summary>A sum of a notice. It says itself whether VAT is in it; the two are never worked out from one another.</summary>
/// <param name="WithoutVat">Null if not stated.</param>
/// <param name="WithVat">Null if not stated.</param>
/// <param name="VatNotStated">The sum where the notice does not say whether VAT is in it; null otherwise.</param>
/// <param name="Least">The lower end, where the notice gives a range.</param>
/// <param name="Currency">Such as GBP.</param>
public sealed record ContractValue(decimal? WithoutVat, decimal? WithVat, decimal? VatNotStated, decimal? Least, string Currency);

/// <summary>Who was chosen and for how much.</summary>
/// <param name="Suppliers">Their names.</param>
/// <param name="SupplierIds">Their organisation identifiers, as far as the notice gives them.</param>
/// <param name="AboveThreshold">Null if not stated.</param>
public sealed record ContractAward(DateOnly? Date, ContractValue? Value, IReadOnlyList<string> Suppliers, IReadOnlyList<string> SupplierIds, bool? AboveThreshold);

/// <summary>Something that a group can bid for, as its buyer's notices tell of it. What they do not say is null or empty: not stated, never no.</summary>
public sealed record Opportunity
{
    /// <summary>The identifier of the procurement (an ocid), or the list's own.</summary>
    public required string Ocid { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public OpportunityStage Stage { get; init; }

    /// <summary>The moment of its newest notice (UTC).</summary>
    public required DateTimeOffset Published { get; init; }

    public string? Buyer { get; init; }

    public string? BuyerId { get; init; }

    /// <summary>The buyer's own address: its town and postcode.</summary>
    public DeliveryPlace? BuyerPlace { get; init; }

    /// <summary>The end of the time for bids (UTC).</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The end of the time for questions (UTC).</summary>
    public DateTimeOffset? QuestionsUntil { get; init; }

    public ContractValue? Value { get; init; }

    public IReadOnlyList<CpvClass> Classes { get; init; } = [];

    public IReadOnlyList<DeliveryPlace> Places { get; init; } = [];

    /// <summary>Whether the buyer calls it suitable for small and medium-sized enterprises; null if not stated.</summary>
    public bool? SuitableForSmall { get; init; }

    /// <summary>Whether the buyer calls it suitable for VCSE organisations; null if not stated.</summary>
    public bool? SuitableForVcse { get; init; }

    /// <summary>Codes of those for whom it is reserved, such as <c>smeVcse</c>; empty if not stated.</summary>
    public IReadOnlyList<string> ReservedFor { get; init; } = [];

    /// <summary>The area for whose suppliers it is reserved.</summary>
    public string? ReservedArea { get; init; }

    public Regime Regime { get; init; }

    /// <summary>Whether it is under the lighter rules for services to people; null if not stated.</summary>
    public bool? LightTouch { get; init; }

    public bool? AboveThreshold { get; init; }

    /// <summary>How the buyer chooses, in the notice's words.</summary>
    public string? Procedure { get; init; }

    /// <summary>Where bids are given in: most often a portal of the buyer's, not the place where the notice stands.</summary>
    public string? WhereToBid { get; init; }

    /// <summary>The notice itself.</summary>
    public string? NoticeUrl { get; init; }

    /// <summary>UK1 to UK17; null under the old rules.</summary>
    public string? NoticeType { get; init; }

    public IReadOnlyList<string> Lots { get; init; } = [];

    public IReadOnlyList<ContractAward> Awards { get; init; } = [];

    /// <summary>Where the notice contradicts itself or is easily misread, in whole sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The data set it is from and its licence.</summary>
    public string DataSet { get; init; } = "";

    public string Licence { get; init; } = "";

    /// <summary>The day since which its data set does not hold it any more; null if it does.</summary>
    public DateOnly? GoneSince { get; init; }

    /// <summary>
    /// What both notices of one procurement come to: the later one's words stand, the earlier one's where the later one is silent (a notice of an
    /// award says no deadline). The order in which they are read does not matter.
    /// </summary>
    public Opportunity With(Opportunity other)
    {
        var (early, late) = other.Published < Published ? (other, this) : (this, other);
        return late with
        {
            Description = late.Description ?? early.Description,
            Buyer = late.Buyer ?? early.Buyer,
            BuyerId = late.BuyerId ?? early.BuyerId,
            BuyerPlace = late.BuyerPlace ?? early.BuyerPlace,
            Deadline = late.Deadline ?? early.Deadline,
            QuestionsUntil = late.QuestionsUntil ?? early.QuestionsUntil,
            Value = late.Value ?? early.Value,
            Classes = late.Classes.Count > 0 ? late.Classes : early.Classes,
            Places = late.Places.Count > 0 ? late.Places : early.Places,
            SuitableForSmall = late.SuitableForSmall ?? early.SuitableForSmall,
            SuitableForVcse = late.SuitableForVcse ?? early.SuitableForVcse,
            ReservedFor = late.ReservedFor.Count > 0 ? late.ReservedFor : early.ReservedFor,
            ReservedArea = late.ReservedArea ?? early.ReservedArea,
            Regime = late.Regime == Regime.NotStated ? early.Regime : late.Regime,
            LightTouch = late.LightTouch ?? early.LightTouch,
            AboveThreshold = late.AboveThreshold ?? early.AboveThreshold,
            Procedure = late.Procedure ?? early.Procedure,
            WhereToBid = late.WhereToBid ?? early.WhereToBid,
            NoticeUrl = late.NoticeUrl ?? early.NoticeUrl,
            NoticeType = late.NoticeType ?? early.NoticeType,
            Lots = late.Lots.Count > 0 ? late.Lots : early.Lots,
            Awards = late.Awards.Count > 0 ? late.Awards : early.Awards,
            Warnings = late.Deadline is null ? [.. early.Warnings.Union(late.Warnings)] : late.Warnings,
        };
    }
}
