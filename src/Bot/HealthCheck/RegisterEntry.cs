using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Recognisers;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>What an imported register says of a group, as far as the check asks for it. Null is not stated.</summary>
/// <param name="YearEnd">The last day of the year that its income is of.</param>
public sealed record RegisterEntry(string Id, string Name, LegalForm? LegalForm, Income? Income, DateOnly? YearEnd, string DataSet, DateOnly LastSeen)
{
    private const string Charity = "GB-CHC-";
    private const string Company = "GB-COH-";

    // How registers put a legal form, the narrower first: a charitable company is a company.
    private static readonly (string Says, LegalForm Form)[] Forms =
    [
        ("charitable incorporated", Knowledge.HealthCheck.LegalForm.Cio), ("cio", Knowledge.HealthCheck.LegalForm.Cio),
        ("community interest", Knowledge.HealthCheck.LegalForm.Cic), ("cic", Knowledge.HealthCheck.LegalForm.Cic),
        ("charitable company", Knowledge.HealthCheck.LegalForm.CharitableCompany), ("society", Knowledge.HealthCheck.LegalForm.Society),
        ("trust", Knowledge.HealthCheck.LegalForm.CharitableTrust), ("unincorporated", Knowledge.HealthCheck.LegalForm.GroupWithRules), ("association", Knowledge.HealthCheck.LegalForm.GroupWithRules),
    ];

    /// <param name="sources">What each data set says of it, the newest first.</param>
    /// <param name="today">UK time; days in the band are counted from it.</param>
    public static RegisterEntry Of(Provider provider, IReadOnlyList<ProviderSource> sources, DateOnly today)
    {
        var (income, yearEnd) = InWords(provider.IncomeBand, today);
        // Figures of one year of one data set go before what can be read out of a band. What has left its data set may be long out of date.
        var reported = sources.Where(s => s is { GoneSince: null, Facts: { Income: not null } or { YearEnd: not null } }).MaxBy(s => s.Facts!.YearEnd ?? DateOnly.MinValue);
        if (reported?.Facts is { } facts) (income, yearEnd) = (facts.Income is >= 0 and <= Income.Most and { } pounds ? Income.Of(pounds) : null, facts.YearEnd);
        return new RegisterEntry(
            provider.Id, provider.Name, FormOf(provider, sources), income, yearEnd,
            reported is null || reported.DataSet == provider.DataSet ? provider.DataSet : $"{provider.DataSet} and {reported.DataSet}",
            reported?.LastSeen ?? provider.LastSeen);
    }

    // A charity that its register knows as a company too is a charitable company, even where its form is put as "other".
    private static LegalForm? FormOf(Provider provider, IReadOnlyList<ProviderSource> sources)
    {
        var form = $" {Words.Fold(provider.LegalForm ?? "")} ";
        if (Array.Find(Forms, f => form.Contains(f.Says, StringComparison.Ordinal)) is { Says: not null } known) return known.Form;
        var isCompany = provider.Id.StartsWith(Charity, StringComparison.Ordinal)
            && sources.Any(s => s.GoneSince is null && s.Facts is { } facts && facts.Identifiers.Any(id => id.StartsWith(Company, StringComparison.Ordinal)));
        return isCompany ? Knowledge.HealthCheck.LegalForm.CharitableCompany : null;
    }

    private static (Income? Income, DateOnly? YearEnd) InWords(string? band, DateOnly today)
    {
        var found = band is null ? [] : Recognise.In(band, today);
        // Two sums are a band, which is not a figure to take over.
        var sums = found.Select(r => r.Value).OfType<Money>().ToList();
        // "In the year to 31 March 2026" is a stretch of time whose end counts.
        var days = found.Select(r => r.Value switch { Day day => day.Date, Period { To: { } to } => to, _ => null as DateOnly? }).OfType<DateOnly>().ToList();
        return (sums is [var only] ? Income.Of(only.Amount) : null, days is [var end] ? end : null);
    }

    /// <summary>The profile with what the register says in place of what was said before.</summary>
    public Profile In(Profile profile) => profile with
    {
        LegalForm = LegalForm ?? profile.LegalForm,
        Income = Income ?? profile.Income,
        YearEnd = YearEnd ?? profile.YearEnd,
    };
}
