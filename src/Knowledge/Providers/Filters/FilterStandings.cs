namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>How a provider stands to each filter of a query, in their order, packed: two bits for each, and how many there are.</summary>
internal readonly record struct FilterStandings
{
    public const int Most = 29;

    private const int CountAt = 2 * Most;

    private readonly ulong bits;

    private FilterStandings(ulong bits) => this.bits = bits;

    public int Count => (int)(bits >> CountAt);

    public FilterStanding this[int filter] => (FilterStanding)(bits >> (2 * filter) & 3);

    /// <summary>What all filters come to: one that differs is enough, and one that is not stated.</summary>
    public FilterStanding Together
    {
        get
        {
            var worst = FilterStanding.Stated;
            for (var i = 0; i < Count; i++) worst = this[i] > worst ? this[i] : worst;
            return worst;
        }
    }

    /// <summary>How many of them are not stated, or differ.</summary>
    public int Open
    {
        get
        {
            var open = 0;
            for (var i = 0; i < Count; i++) open += this[i] == FilterStanding.Stated ? 0 : 1;
            return open;
        }
    }

    public FilterStandings And(FilterStanding standing) => new((bits | (ulong)standing << (2 * Count)) + (1UL << CountAt));
}
