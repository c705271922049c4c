using System.Globalization;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>What one data set says of one provider, as it is read from the store.</summary>
public sealed record SaidOfProvider(string Provider, string DataSet, DateOnly LastSeen, ProviderFacts Facts);

/// <summary>What one data set states of one provider that a search can be narrowed by, packed: there is one for every charity of the country.</summary>
internal sealed class SourceFacts
{
    public required string DataSet { get; init; }
    public required DateOnly LastSeen { get; init; }

    /// <summary>Pounds in the year to <see cref="YearEnd"/>; null if not stated.</summary>
    public decimal? Income { get; init; }

    public DateOnly? YearEnd { get; init; }
    public DateOnly? Registered { get; init; }
    public IReadOnlyList<string> Policies { get; init; } = [];
    public IReadOnlyList<string> QualityMarks { get; init; } = [];
    public IReadOnlyList<string> LedBy { get; init; } = [];
    public IReadOnlyList<string> Standing { get; init; } = [];

    /// <summary>The link to its page on a register: what all of them begin with, and the number at the end.</summary>
    public (string Start, int Number)? Register { get; init; }

    public string? RegisterLink => Register is var (start, number) ? start + number.ToString(CultureInfo.InvariantCulture) : null;
}

/// <summary>The facts by which providers can be narrowed, of all providers of one data version. What is not in it is not stated.</summary>
public sealed class KnownFacts
{
    private readonly Dictionary<string, SourceFacts[]> all = new(StringComparer.Ordinal);

    private KnownFacts()
    {
    }

    /// <summary>Nothing is known of anybody.</summary>
    public static KnownFacts None { get; } = new();

    /// <summary>Whether any provider states its income, a policy or a quality mark.</summary>
    internal bool HasIncomes { get; private set; }

    internal bool HasPolicies { get; private set; }

    internal bool HasQualityMarks { get; private set; }

    /// <param name="said">What the data sets say; those of one provider may stand anywhere.</param>
    public static KnownFacts Of(IEnumerable<SaidOfProvider> said)
    {
        var facts = new KnownFacts();
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var starts = new Dictionary<string, string>(StringComparer.Ordinal);
        // Thousands of charities say they have the same policies.
        IReadOnlyList<string> Once(IReadOnlyList<string> list)
        {
            if (list.Count == 0) return [];
            var key = string.Join('\n', list);
            return lists.TryGetValue(key, out var known) ? known : lists[key] = list;
        }
        (string, int)? Link(string? link)
        {
            if (link is null || link.LastIndexOf('/') is var slash && !int.TryParse(link.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            var start = link[..(slash + 1)];
            return (starts.TryGetValue(start, out var known) ? known : starts[start] = start, number);
        }
        foreach (var (provider, dataSet, lastSeen, own) in said)
        {
            if (own is { Income: null, Registered: null, Policies.Count: 0, QualityMarks.Count: 0, LedBy.Count: 0, Standing.Count: 0, RegisterLink: null }) continue;
            var source = new SourceFacts
            {
                DataSet = dataSet,
                LastSeen = lastSeen,
                Income = own.Income,
                YearEnd = own.YearEnd,
                Registered = own.Registered,
                Policies = Once(own.Policies),
                QualityMarks = Once(own.QualityMarks),
                LedBy = Once(own.LedBy),
                Standing = Once(own.Standing),
                Register = Link(own.RegisterLink),
            };
            facts.HasIncomes |= own.Income is not null;
            facts.HasPolicies |= own.Policies.Count > 0;
            facts.HasQualityMarks |= own.QualityMarks.Count > 0;
            facts.all[provider] = facts.all.TryGetValue(provider, out var others) ? [.. others.Append(source).OrderByDescending(s => s.LastSeen).ThenBy(s => s.DataSet, StringComparer.Ordinal)] : [source];
        }
        return facts;
    }

    /// <summary>What the data sets say of a provider, the one that was seen last first.</summary>
    internal IReadOnlyList<SourceFacts> Of(string provider) => all.GetValueOrDefault(provider, []);
}
