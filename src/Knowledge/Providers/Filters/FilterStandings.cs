namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>How a provider stands to each filter of a query, in their order, packed.</summary>
internal readonly record struct FilterStandings(ulong Bits, int Count)
{
    public FilterStanding this[int filter] => (FilterStanding)(Bits >> (2 * filter) & 3);

    public FilterStandings And(FilterStanding standing) => new(Bits | (ulong)standing << (2 * Count), Count + 1);

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
}
