using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Tests.Providers;

/// <summary>A small made-up set of providers, with the traps that real data holds.</summary>
internal static class SmallTown
{
    public static ProviderIndex Index { get; } = new(dataVersion: 7, [.. Providers()], []);

    private static IEnumerable<Provider> Providers() =>
    [
        Provider("GB-CHC-100001", "Fernlea Neighbours", "Bolton", "BL3", "Befriending for older people who live alone", 2014),
        Provider("GB-CHC-100002", "Silver Threads Elders Centre", "Bolton", "BL5", "the salary of the Centre Manager", 2012),
        Provider("GB-CHC-100003", "Welcome Friends", "Bolton", "BL1", "Befriending asylum seekers and refugees", 2013),
        Provider("GB-CHC-100004", "Tots Together", "Bolton", "BL2", "the salary of the Senior Co-ordinator", 2011),
        Provider("GB-CHC-100005", "Harbour Sanctuary Trust", "Bolton", "BL1", "Supported accommodation for adults with drug and alcohol problems", 2013),
        Provider("GB-CHC-100006", "Moor Pensioners Link", "Bury", "BL9", "Befriending for older people across the borough", 2014),
        Provider("GB-CHC-100007", "Kite Youth Club", "Birkenhead", "CH41", "A youth club three nights a week for young people", 2014),
        Provider("GB-CHC-100008", "Long Mentors", "Swindon", "SN25", "Youth mentoring for young people", 2014),
        Provider("GB-CHC-100009", "Penny Plain", "Birmingham", "B7", "the salary of the Debt Advice Worker", 2010),
        Provider("GB-CHC-100010", "Clear Pockets", "Birmingham", "B35", "Debt advice and money management. " + string.Concat(Enumerable.Repeat("The hall has heating, lighting and rooms to hire. ", 20)), 2015),
        Provider("GB-CHC-100011", "Rowley Money", "Birmingham", "B66", "Debt advice for families", 2015),
        Provider("GB-CHC-100012", "West Coast Refuge", "Aberystwyth", "SY23", "A refuge for women fleeing domestic violence", 2015),
        Provider("GB-CHC-100013", "Castle Womens Refuge", "Stafford", "ST16", "A refuge for women fleeing domestic violence", 2015),
        Provider("GB-CHC-100014", "Nowhere Known", null, null, "Befriending for older people", 2015),
        Provider("GB-CHC-100015", "Fortalis Ltd", "Bolton", "BL2", "the salary of a Project Worker", 2012),
        Provider("GB-CHC-100016", "Clwyd Walkers", "Telford", "TF3", "Walking group for people with arthritis", 2013),
        Provider("GB-CHC-100017", "Home-Start Fernshire", "Redditch", "B98", "the salary of the Support Worker", 2012),
        Provider("GB-CHC-100018", "Home Comforts", "Worcester", "WR1", "Start again with furniture for your home", 2012),
    ];

    private static Provider Provider(string id, string name, string? town, string? outward, string text, int year) => new()
    {
        Id = id, Name = name, Locality = town, Outward = outward, DataSet = "made up", Licence = "none", LastSeen = new DateOnly(2026, 11, 20),
        Texts = [new ProviderText("g-" + id, text, "grant from a fund", new DateOnly(year, 5, 6), 1000)],
    };
}
