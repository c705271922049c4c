namespace CommissioningBot.Knowledge.Providers;

/// <summary>
/// What a data set says of an organisation besides its name, place and words. All of it is as the organisation or its register puts it; null and
/// empty mean not stated, which never means no. No person is in it.
/// </summary>
public sealed record ProviderFacts
{
    // What was stored before there was a list of the kind reads as null, which the generated reader hands on.

    /// <summary>Further identifiers, such as GB-COH-01234567 for a charity that is a company too.</summary>
    public IReadOnlyList<string> Identifiers { get; init => field = value ?? []; } = [];

    /// <summary>Working names and earlier names.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; init => field = value ?? []; } = [];

    /// <summary>What the register or the publisher says of its standing, such as "insolvent" or "large".</summary>
    public IReadOnlyList<string> Standing { get; init => field = value ?? []; } = [];

    /// <summary>The day on which it was registered.</summary>
    public DateOnly? Registered { get; init; }

    /// <summary>Pounds of income in the year that ended on <see cref="YearEnd"/>, as it reported.</summary>
    public decimal? Income { get; init; }

    /// <summary>Pounds spent in that year.</summary>
    public decimal? Expenditure { get; init; }

    public DateOnly? YearEnd { get; init; }

    /// <summary>Pounds of income from contracts with government in that year.</summary>
    public decimal? GovernmentContracts { get; init; }

    /// <summary>Pounds of income from grants of government in that year.</summary>
    public decimal? GovernmentGrants { get; init; }

    /// <summary>Pounds of free reserves; only bigger charities report them.</summary>
    public decimal? Reserves { get; init; }

    public int? Employees { get; init; }

    public int? Volunteers { get; init; }

    /// <summary>What it does, in the data set's own classes.</summary>
    public IReadOnlyList<string> Services { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> WhoFor { get; init => field = value ?? []; } = [];

    /// <summary>How it helps: grants, buildings, advice.</summary>
    public IReadOnlyList<string> How { get; init => field = value ?? []; } = [];

    /// <summary>Where it says that it works.</summary>
    public IReadOnlyList<string> WorksIn { get; init => field = value ?? []; } = [];

    /// <summary>Policies that it says it has. Nobody has checked them.</summary>
    public IReadOnlyList<string> Policies { get; init => field = value ?? []; } = [];

    /// <summary>Quality marks and assurance that the data set names.</summary>
    public IReadOnlyList<string> QualityMarks { get; init => field = value ?? []; } = [];

    /// <summary>Who leads it, as it puts it: women, disabled people.</summary>
    public IReadOnlyList<string> LedBy { get; init => field = value ?? []; } = [];

    /// <summary>If it is a consortium, its members; null if it is none.</summary>
    public Consortium? Consortium { get; init; }

    /// <summary>An e-mail address of a post, such as info@; never a person's.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Its page on a public register.</summary>
    public string? RegisterLink { get; init; }
}

/// <summary>What one data set says of one provider.</summary>
/// <param name="LastSeen">The day on which an import of it last met the provider.</param>
/// <param name="GoneSince">The day of the first import of it that did not; null if it is still there.</param>
/// <param name="Facts">Null if it says no more than the provider itself shows.</param>
public sealed record ProviderSource(string DataSet, string Licence, DateOnly LastSeen, DateOnly? GoneSince, ProviderFacts? Facts);

/// <summary>Two that may be one organisation. Nobody joins them but a person: a name and a place are no identifier.</summary>
public sealed record ProviderProposal(string One, string Other, string Reason);
