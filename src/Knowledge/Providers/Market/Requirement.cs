namespace CommissioningBot.Knowledge.Providers.Market;

public enum RequirementKind
{
    /// <summary>A least yearly income, in pounds.</summary>
    Turnover,

    /// <summary>A least age, in years since it was registered: the nearest that data has to years of accounts or of trading.</summary>
    Years,

    /// <summary>Accounts that an auditor has checked.</summary>
    AuditedAccounts,

    /// <summary>Insurance of a kind, in pounds.</summary>
    Insurance,

    QualityMark,

    Policy,
}

/// <summary>Something that a specification would ask of everybody who bids.</summary>
/// <param name="Least">Pounds or years; null where there is no measure.</param>
/// <param name="Named">Which insurance, mark or policy; null where there is but one.</param>
public sealed record Requirement(RequirementKind Kind, decimal? Least = null, string? Named = null)
{
    /// <summary>True if the other one would take the place of this one: there is one turnover, and one sum for each insurance.</summary>
    public bool IsReplacedBy(Requirement other) => Kind == other.Kind && string.Equals(Named, other.Named, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How a provider stands to a requirement, as far as the data tells.</summary>
public enum Standing
{
    Unknown,
    Meets,
    LeftOut,
}

/// <summary>How the providers of a search stand to what would be asked. The three add up to all.</summary>
public sealed record StandingCount(int Meets, int LeftOut, int Unknown)
{
    public int All => Meets + LeftOut + Unknown;

    /// <summary>False where more than half are unknown: a figure would tell of the data and not of the providers.</summary>
    public bool CanBeSaid => All > 0 && Unknown * 2 <= All;

    public static StandingCount Of(IEnumerable<Standing> standings)
    {
        var counts = standings.CountBy(s => s).ToDictionary();
        return new StandingCount(counts.GetValueOrDefault(Standing.Meets), counts.GetValueOrDefault(Standing.LeftOut), counts.GetValueOrDefault(Standing.Unknown));
    }
}
