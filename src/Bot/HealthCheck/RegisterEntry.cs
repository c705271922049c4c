using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Recognisers;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>What an imported register says of a group, as far as the check asks for it. Null is not stated.</summary>
/// <param name="YearEnd">The last day of the year that its income is of.</param>
public sealed record RegisterEntry(string Id, string Name, LegalForm? LegalForm, Income? Income, DateOnly? YearEnd, string DataSet, DateOnly LastSeen)
{
    // How registers put a legal form, the narrower first: a charitable company is a company.
    private static readonly (string Says, LegalForm Form)[] Forms =
    [
        ("charitable incorporated", Knowledge.HealthCheck.LegalForm.Cio), ("cio", Knowledge.HealthCheck.LegalForm.Cio),
        ("community interest", Knowledge.HealthCheck.LegalForm.Cic), ("cic", Knowledge.HealthCheck.LegalForm.Cic),
        ("charitable company", Knowledge.HealthCheck.LegalForm.CharitableCompany), ("society", Knowledge.HealthCheck.LegalForm.Society),
        ("trust", Knowledge.HealthCheck.LegalForm.CharitableTrust), ("unincorporated", Knowledge.HealthCheck.LegalForm.GroupWithRules), ("association", Knowledge.HealthCheck.LegalForm.GroupWithRules),
    ];

    /// <param name="today">UK time; days in the band are counted from it.</param>
    public static RegisterEntry Of(Provider provider, DateOnly today)
    {
        var form = Words.Fold(provider.LegalForm ?? "");
        var found = provider.IncomeBand is { } band ? Recognise.In(band, today) : [];
        // Two sums are a band, which is not a figure to take over.
        var sums = found.Select(r => r.Value).OfType<Money>().ToList();
        // "In the year to 31 March 2026" is a stretch of time whose end counts.
        var days = found.Select(r => r.Value switch { Day day => day.Date, Period { To: { } to } => to, _ => null as DateOnly? }).OfType<DateOnly>().ToList();
        return new RegisterEntry(
            provider.Id, provider.Name,
            Array.Find(Forms, f => $" {form} ".Contains(f.Says, StringComparison.Ordinal)) is { Says: not null } known ? known.Form : null,
            sums is [var only] ? Income.Of(only.Amount) : null,
            days is [var end] ? end : null,
            provider.DataSet, provider.LastSeen);
    }

    /// <summary>The profile with what the register says in place of what was said before.</summary>
    public Profile In(Profile profile) => profile with
    {
        LegalForm = LegalForm ?? profile.LegalForm,
        Income = Income ?? profile.Income,
        YearEnd = YearEnd ?? profile.YearEnd,
    };
}
