namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>What the rows of a market view are.</summary>
public enum MarketRows
{
    Towns,
    Councils,
    Regions,
}

/// <summary>How many providers there are of one kind.</summary>
public sealed record MarketCount(string Name, int Count);

/// <summary>One place of a market view.</summary>
/// <param name="Count">Providers that state it there.</param>
/// <param name="Perhaps">Those whose postcode leaves open whether they are there.</param>
/// <param name="OfAnyKind">Providers there in this data, whatever they do; null for a town.</param>
public sealed record MarketPlace(string Name, int Count, int Perhaps, int? OfAnyKind)
{
    /// <summary>True if no provider in the data states it there. That nobody does it is never said.</summary>
    public bool NoneStated => Count + Perhaps == 0;
}

/// <summary>A service and where nobody states it.</summary>
public sealed record ThemeGap(string Service, int Providers, IReadOnlyList<string> NoneStatedIn);

/// <summary>Who is out there, as far as the data tells.</summary>
/// <param name="Found">How many a search finds.</param>
/// <param name="States">How many of them state it. All other counts are of these.</param>
/// <param name="NotPlaced">In no row: the data does not tell in which of these places they are.</param>
/// <param name="SizeNotKnown">No income stated, or one that lies in two bands.</param>
/// <param name="ForNotStated">They do not say whom they are for.</param>
/// <param name="LastSaid">By the year of the newest text, newest first.</param>
/// <param name="Undated">Nothing that is said of them has a date.</param>
/// <param name="Gone">In no data set any more.</param>
public sealed record MarketView(
    MarketSearch Search, int Found, int States,
    MarketRows Rows, IReadOnlyList<MarketPlace> Places, int NotPlaced,
    IReadOnlyList<MarketCount> Sizes, int SizeNotKnown,
    IReadOnlyList<MarketCount> For, int ForNotStated,
    IReadOnlyList<MarketCount> LastSaid, int Undated, int Gone)
{
    /// <summary>Services by how many councils state none, where no service was asked for; empty otherwise.</summary>
    public IReadOnlyList<ThemeGap> Themes { get; init; } = [];

    /// <summary>The councils in which no provider of the data states it; empty if the place asked for is smaller than a county.</summary>
    public IEnumerable<MarketPlace> Gaps => Rows == MarketRows.Towns ? [] : Places.Where(p => p.NoneStated);
}
