using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Tests.Providers.Market;

/// <summary>Made-up providers of a county, with what is known of them and what is not.</summary>
internal static class Town
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static IReadOnlyList<Provider> Providers { get; } =
    [
        Provider(1, "Alpha Friends", "Bolton", "BL1", "Befriending for older people", 2026, "Under £10k"),
        Provider(2, "Beta Friends", "Bolton", "BL2", "Befriending and a lunch club for older people", 2026, "£10k to £100k"),
        Provider(3, "Gamma Friends", "Farnworth", "BL4", "Befriending for refugees. We hold PQASSO level 2", 2015, "£250,000 in the year to 31 March 2025, as it reported"),
        Provider(4, "Delta Wheels", "Bolton", "BL3", "Community transport", 2025, "£50k to £150k"),
        Provider(5, "Epsilon Friends", "Bury", "BL9", "Befriending and a car scheme", 2014, null),
        Provider(6, "Zeta House", "Wigan", "WN1", "Counselling", null, "45000"),
        Provider(7, "Eta Elders", "Bolton", "BL1", "A choir for older people", 2026, "£1m or more"),
    ];

    public static ProviderIndex Index { get; } = Of(Providers);

    public static ProviderIndex Of(params IEnumerable<Provider> providers) => new(dataVersion: 3, [.. providers], []);

    public static Provider Provider(int number, string name, string? town, string? outward, string text, int? year, string? income) => new()
    {
        Id = Id(number), Name = name, Locality = town, Outward = outward, DataSet = "made up", Licence = "none", LastSeen = Today, IncomeBand = income,
        Texts = [new ProviderText($"t-{number}", text, "a list", year is { } y ? new DateOnly(y, 5, 6) : null, null)],
    };

    public static string Id(int number) => FormattableString.Invariant($"GB-CHC-{200000 + number}");

    public static ProviderQuery Query(string text) => new UnderstandProviderQuery(Index).Run(text);
}
