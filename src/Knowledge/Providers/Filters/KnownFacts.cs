using System.Globalization;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>What one data set says of one provider, as it is read from the store.</summary>
public sealed record SaidOfProvider(string Provider, string DataSet, DateOnly LastSeen, ProviderFacts Facts);

/// <summary>What one data set states of one provider that a search can be narrowed by.</summary>
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
    public string? RegisterLink { get; init; }
}

/// <summary>The facts by which providers can be narrowed, of all providers of an index, packed by their numbers. What is not in it is not stated.</summary>
internal sealed class KnownFacts
{
    private const int Nothing = int.MinValue;

    private readonly Packed[] all;
    private readonly List<IReadOnlyList<string>> lists = [[]];
    private readonly Dictionary<string, int> listNumbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> texts = [""];
    private readonly Dictionary<string, int> textNumbers = new(StringComparer.Ordinal) { [""] = 0 };

    // A register link is kept as what all of them begin with and the number at the end.
    private readonly record struct Packed(
        int Provider, int DataSet, int LastSeen, long Pence, int YearEnd, int Registered, int Policies, int QualityMarks, int LedBy, int Standing, int LinkStart, int LinkNumber);

    /// <param name="said">What the data sets say; those of one provider may stand anywhere.</param>
    /// <param name="numberOf">The number of a provider; less than 0 if it has none.</param>
    public KnownFacts(IEnumerable<SaidOfProvider> said, Func<string, int> numberOf)
    {
        var packed = new List<Packed>();
        foreach (var (provider, dataSet, lastSeen, own) in said)
        {
            if (own is { Income: null, Registered: null, Policies.Count: 0, QualityMarks.Count: 0, LedBy.Count: 0, Standing.Count: 0, RegisterLink: null }) continue;
            if (numberOf(provider) is not (>= 0 and var number)) continue;
            var (start, end) = Link(own.RegisterLink);
            packed.Add(new Packed(
                number, Once(dataSet), lastSeen.DayNumber, own.Income is { } income ? (long)Math.Round(income * 100) : long.MinValue, own.YearEnd?.DayNumber ?? Nothing, own.Registered?.DayNumber ?? Nothing,
                Once(own.Policies), Once(own.QualityMarks), Once(own.LedBy), Once(own.Standing), start, end));
            HasIncomes |= own.Income is not null;
            HasPolicies |= own.Policies.Count > 0;
            HasQualityMarks |= own.QualityMarks.Count > 0;
        }
        all = [.. packed];
        Array.Sort(all, (a, b) => a.Provider.CompareTo(b.Provider) is not 0 and var byProvider ? byProvider
            : b.LastSeen.CompareTo(a.LastSeen) is not 0 and var byDay ? byDay : string.CompareOrdinal(texts[a.DataSet], texts[b.DataSet]));
    }

    /// <summary>Whether any provider states its income, a policy or a quality mark.</summary>
    public bool HasIncomes { get; }

    public bool HasPolicies { get; }

    public bool HasQualityMarks { get; }

    /// <summary>What the data sets say of a provider, the one that was seen last first.</summary>
    public IReadOnlyList<SourceFacts> Of(int provider)
    {
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Provider < provider) low = middle + 1;
            else high = middle;
        }
        List<SourceFacts>? found = null;
        for (; low < all.Length && all[low].Provider == provider; low++) (found ??= []).Add(Unpack(all[low]));
        return found ?? (IReadOnlyList<SourceFacts>)[];
    }

    private SourceFacts Unpack(Packed one) => new()
    {
        DataSet = texts[one.DataSet],
        LastSeen = DateOnly.FromDayNumber(one.LastSeen),
        Income = one.Pence == long.MinValue ? null : one.Pence / 100m,
        YearEnd = one.YearEnd == Nothing ? null : DateOnly.FromDayNumber(one.YearEnd),
        Registered = one.Registered == Nothing ? null : DateOnly.FromDayNumber(one.Registered),
        Policies = lists[one.Policies],
        QualityMarks = lists[one.QualityMarks],
        LedBy = lists[one.LedBy],
        Standing = lists[one.Standing],
        RegisterLink = one.LinkStart == 0 ? null : texts[one.LinkStart] + (one.LinkNumber < 0 ? "" : one.LinkNumber.ToString(CultureInfo.InvariantCulture)),
    };

    private (int Start, int Number) Link(string? link)
    {
        if (string.IsNullOrEmpty(link)) return (0, -1);
        var slash = link.LastIndexOf('/');
        var end = link[(slash + 1)..];
        return int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == end
            ? (Once(link[..(slash + 1)]), number) : (Once(link), -1);
    }

    private int Once(string text)
    {
        if (textNumbers.TryGetValue(text, out var known)) return known;
        texts.Add(text);
        return textNumbers[text] = texts.Count - 1;
    }

    // Thousands of charities say they have the same policies.
    private int Once(IReadOnlyList<string> list)
    {
        if (list.Count == 0) return 0;
        var key = string.Join('\n', list);
        if (listNumbers.TryGetValue(key, out var known)) return known;
        lists.Add(list);
        return listNumbers[key] = lists.Count - 1;
    }
}
