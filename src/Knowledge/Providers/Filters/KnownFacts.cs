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
    private readonly ushort[] listed;
    private readonly List<string> texts = [""];
    private readonly Dictionary<string, int> textNumbers = new(StringComparer.Ordinal) { [""] = 0 };

    // A register link is kept as what all of them begin with and the number at the end; lists as where their texts begin and how many each has.
    private readonly record struct Packed(
        int Provider, int DataSet, int LastSeen, long Pence, int YearEnd, int Registered, int Listed, byte Policies, byte QualityMarks, byte LedBy, byte Standing, int LinkStart, int LinkNumber);

    /// <param name="said">What the data sets say; those of one provider may stand anywhere.</param>
    /// <param name="numberOf">The number of a provider; less than 0 if it has none.</param>
    public KnownFacts(IEnumerable<SaidOfProvider> said, Func<string, int> numberOf)
    {
        var packed = new List<Packed>();
        var lists = new List<ushort>();
        foreach (var (provider, dataSet, lastSeen, own) in said)
        {
            if (own is { Income: null, Registered: null, Policies.Count: 0, QualityMarks.Count: 0, LedBy.Count: 0, Standing.Count: 0, RegisterLink: null }) continue;
            if (numberOf(provider) is not (>= 0 and var number)) continue;
            var (start, end) = Link(own.RegisterLink);
            packed.Add(new Packed(
                number, Once(dataSet), lastSeen.DayNumber, own.Income is { } income ? (long)Math.Round(income * 100) : long.MinValue, own.YearEnd?.DayNumber ?? Nothing, own.Registered?.DayNumber ?? Nothing,
                lists.Count, Pack(own.Policies, lists), Pack(own.QualityMarks, lists), Pack(own.LedBy, lists), Pack(own.Standing, lists), start, end));
            HasIncomes |= own.Income is not null;
            HasPolicies |= own.Policies.Count > 0;
            HasQualityMarks |= own.QualityMarks.Count > 0;
        }
        listed = [.. lists];
        all = [.. packed];
        Array.Sort(all, (a, b) => a.Provider.CompareTo(b.Provider) is not 0 and var byProvider ? byProvider
            : b.LastSeen.CompareTo(a.LastSeen) is not 0 and var byDay ? byDay : string.CompareOrdinal(texts[a.DataSet], texts[b.DataSet]));
    }

    /// <summary>Whether any provider states its income, a policy or a quality mark.</summary>
    public bool HasIncomes { get; }

    public bool HasPolicies { get; }

    public bool HasQualityMarks { get; }

    /// <summary>Whether a data set states the income of a provider.</summary>
    public bool StatesIncome(int provider)
    {
        for (var at = First(provider); at < all.Length && all[at].Provider == provider; at++)
            if (all[at].Pence != long.MinValue) return true;
        return false;
    }

    /// <summary>What the data sets say of a provider, the one that was seen last first.</summary>
    public IReadOnlyList<SourceFacts> Of(int provider)
    {
        List<SourceFacts>? found = null;
        for (var at = First(provider); at < all.Length && all[at].Provider == provider; at++) (found ??= []).Add(Unpack(all[at]));
        return found ?? (IReadOnlyList<SourceFacts>)[];
    }

    private int First(int provider)
    {
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Provider < provider) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private SourceFacts Unpack(Packed one)
    {
        var at = one.Listed;
        return new SourceFacts
        {
            DataSet = texts[one.DataSet],
            LastSeen = DateOnly.FromDayNumber(one.LastSeen),
            Income = one.Pence == long.MinValue ? null : one.Pence / 100m,
            YearEnd = one.YearEnd == Nothing ? null : DateOnly.FromDayNumber(one.YearEnd),
            Registered = one.Registered == Nothing ? null : DateOnly.FromDayNumber(one.Registered),
            Policies = Texts(ref at, one.Policies),
            QualityMarks = Texts(ref at, one.QualityMarks),
            LedBy = Texts(ref at, one.LedBy),
            Standing = Texts(ref at, one.Standing),
            RegisterLink = one.LinkStart == 0 ? null : texts[one.LinkStart] + (one.LinkNumber < 0 ? "" : one.LinkNumber.ToString(CultureInfo.InvariantCulture)),
        };
    }

    private IReadOnlyList<string> Texts(ref int at, int count)
    {
        if (count == 0) return [];
        var own = new string[count];
        for (var i = 0; i < count; i++) own[i] = texts[listed[at++]];
        return own;
    }

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

    // Thousands of charities name the same few policies. Beyond what a list or the numbers hold, a text is left out: that is not stated, never no.
    private byte Pack(IReadOnlyList<string> list, List<ushort> lists)
    {
        byte count = 0;
        foreach (var text in list)
        {
            if (count == byte.MaxValue || Once(text) is not (<= ushort.MaxValue and var number)) continue;
            lists.Add((ushort)number);
            count++;
        }
        return count;
    }
}
