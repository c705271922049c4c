namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>What a provider's list states of it that a search can be narrowed or ordered by.</summary>
/// <param name="NewestYear">From <see cref="Freshness.NewestYear"/>.</param>
internal readonly record struct ProviderOutline(string? LegalForm, string? IncomeBand, string DataSet, DateOnly LastSeen, int? NewestYear);

/// <summary>The outlines of all providers of an index by their numbers, packed: there is one for every charity of the country.</summary>
internal sealed class ProviderOutlines
{
    private Packed[] all = new Packed[1024];
    private int count;
    private List<string?> texts = [null];
    private Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> awardSources = new(StringComparer.Ordinal);

    private readonly record struct Packed(int LegalForm, int IncomeBand, int DataSet, int LastSeen, short NewestYear);

    public bool HaveLegalForms { get; private set; }

    public bool HaveIncomeBands { get; private set; }

    /// <summary>Who is named as having given money or a contract, as the sources put it.</summary>
    public IEnumerable<string> AwardSources => awardSources;

    public ProviderOutline this[int number]
    {
        get
        {
            var one = all[number];
            return new ProviderOutline(texts[one.LegalForm], texts[one.IncomeBand], texts[one.DataSet]!, DateOnly.FromDayNumber(one.LastSeen), NewestYear(number));
        }
    }

    public int? NewestYear(int number) => all[number].NewestYear is > 0 and var year ? year : null;

    /// <summary>The next number's.</summary>
    public void Add(Provider provider)
    {
        HaveLegalForms |= provider.LegalForm is not null;
        HaveIncomeBands |= provider.IncomeBand is not null;
        if (count == all.Length) Array.Resize(ref all, count * 2);
        all[count++] = new Packed(Once(provider.LegalForm), Once(provider.IncomeBand), Once(provider.DataSet), provider.LastSeen.DayNumber, (short)(Freshness.NewestYear(provider) ?? 0));
        foreach (var award in Awards.Of(provider)) awardSources.Add(award.Source);
    }

    /// <summary>Forgets the bands of those whose income a data set states: a register gives each its own.</summary>
    public void Trim(Func<int, bool> statesIncome)
    {
        var before = texts;
        (texts, numbers) = ([null], new Dictionary<string, int>(StringComparer.Ordinal));
        Array.Resize(ref all, count);
        for (var i = 0; i < count; i++)
        {
            var one = all[i];
            all[i] = one with { LegalForm = Once(before[one.LegalForm]), IncomeBand = statesIncome(i) ? 0 : Once(before[one.IncomeBand]), DataSet = Once(before[one.DataSet]) };
        }
    }

    private int Once(string? text)
    {
        if (text is null) return 0;
        if (numbers.TryGetValue(text, out var known)) return known;
        texts.Add(text);
        return numbers[text] = texts.Count - 1;
    }
}
