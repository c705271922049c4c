using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Tests.Providers;

/// <summary>Made-up youth groups on the Wirral, of which some state their income, form, policies and funders, and most do not.</summary>
internal static class FilteredTown
{
    public static readonly DateOnly Seen = new(2026, 11, 1);

    public static ProviderIndex Index { get; } = new(3, [.. Providers()], [], said: Said());

    private static IEnumerable<Provider> Providers() =>
    [
        Provider("GB-CHC-200001", "Small Kites", "CIO", "Youth mentoring for young people", Grant("Lloyds Bank Foundation", 9000, 2014, "Youth mentoring for young people")),
        Provider("GB-CHC-200002", "Big Kites", "Charitable company", "Youth mentoring for young people", Grant("Wirral Council", 20000, 2025, "Youth mentoring")),
        Provider("GB-CHC-200003", "Quiet Kites", null, "Youth mentoring for young people"),
        Provider("GB-COH-200004", "Banded Kites", "CIC", "Youth mentoring for young people. We are run by and for disabled women.") with { IncomeBand = "£50k to £250k" },
        Provider("GB-CHC-200005", "Tiny Kites", "Unincorporated association", "Youth mentoring for young people, taught by women", Grant("Lloyds Bank Foundation", 500, 2011, "A minibus")) with { IncomeBand = "Under £10k" },
        Provider("GB-CHC-200006", "No Policy Kites", "Trust", "Youth mentoring for young people") with { IncomeBand = "tiny" },
        Provider("GB-CHC-200007", "Old Kites", null, "Debt advice", year: 2013),
        Provider("GB-CHC-200008", "New Kites", null, "Debt advice", year: 2026),
    ];

    private static IEnumerable<SaidOfProvider> Said() =>
    [
        Says("GB-CHC-200001", new ProviderFacts { Income = 45_000, YearEnd = new DateOnly(2026, 3, 31), Policies = ["Safeguarding of vulnerable beneficiaries", "Complaints handling"], Registered = new DateOnly(2001, 5, 4), RegisterLink = "https://register-of-charities.charitycommission.gov.uk/charity-search/-/charity-details/200001" }),
        Says("GB-CHC-200002", new ProviderFacts { Income = 340_000, YearEnd = new DateOnly(2026, 3, 31), Policies = ["Risk management"], QualityMarks = ["PQASSO level 2"], LedBy = ["older people"] }),
        Says("GB-CHC-200006", new ProviderFacts { Policies = ["None"], LedBy = ["women"] }),
    ];

    private static SaidOfProvider Says(string id, ProviderFacts facts) => new(id, "a register", Seen, facts);

    private static ProviderText Grant(string funder, decimal pounds, int year, string what) => new($"{funder} {year}", what, "grant from " + funder, new DateOnly(year, 5, 6), pounds);

    private static Provider Provider(string id, string name, string? form, string text, params ProviderText[] grants) => Provider(id, name, form, text, 2026, grants);

    private static Provider Provider(string id, string name, string? form, string text, int year, params ProviderText[] grants) => new()
    {
        Id = id, Name = name, Locality = "Birkenhead", Outward = "CH41", DataSet = "a list", Licence = "none", LastSeen = Seen, LegalForm = form,
        Texts = [new ProviderText("t-" + id, text, "what they do, a list", new DateOnly(year, 5, 6), null), .. grants],
    };
}
