using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Tests.Providers;

/// <summary>An index holds no texts: what is shown is read then, and may be newer than the index for the moment between an import and the next index.</summary>
public class ReadingWhatIsShown
{
    private readonly List<string> asked = [];

    [Fact]
    public void Only_the_page_is_read()
    {
        var result = Find(Index(Enumerable.Range(100, 40).Select(n => Provider(n, "Befriending for older people")).ToList()), "befriending for older people");
        Assert.Equal((40, 5), (result.Total, result.Matches.Count));
        Assert.Equal(asked, result.Matches.Select(m => m.Id));
    }

    [Fact]
    public void Reasons_quote_what_is_read_not_what_was_indexed()
    {
        var index = Index([Provider(100, "Befriending for older people")], [Provider(100, "Debt advice"), Provider(100, "Lunch, and befriending")]);
        var reason = Assert.Single(Assert.Single(Find(index, "befriending").Matches).Reasons);
        Assert.Equal("Lunch, and befriending", reason.Text);
    }

    [Fact]
    public void What_has_gone_meanwhile_is_left_out()
    {
        var index = Index([Provider(100, "Befriending"), Provider(101, "Befriending")], [Provider(101, "Befriending")]);
        Assert.Equal("GB-CHC-101", Assert.Single(Find(index, "befriending").Matches).Id);
    }

    [Fact]
    public void Listed_providers_come_with_those_of_the_store_in_the_order_that_was_asked_for()
    {
        var both = ProvidersToIndex.Of([Provider(100, "Befriending"), Provider(102, "Befriending")]).And([Provider(101, "Befriending")]);
        Assert.Equal(["GB-CHC-101", "GB-CHC-102"], both.Read(["GB-CHC-101", "GB-CHC-99", "GB-CHC-102"]).Select(p => p.Id));
        Assert.Equal(3, new ProviderIndex(1, both, []).Count);
    }

    private static ProviderResult Find(ProviderIndex index, string text) => new FindProviders(index).Find(new UnderstandProviderQuery(index).Run(text), week: 1);

    private ProviderIndex Index(IReadOnlyList<Provider> indexed, IReadOnlyList<Provider>? now = null) => new(1, new ProvidersToIndex([], indexed, ids =>
    {
        asked.AddRange(ids);
        var byId = (now ?? indexed).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First() with { Texts = [.. g.SelectMany(p => p.Texts)] });
        return [.. ids.Select(byId.GetValueOrDefault).OfType<Provider>()];
    }), []);

    private static Provider Provider(int number, string text) => new()
    {
        Id = $"GB-CHC-{number}", Name = $"Fernlea {number}", Outward = "BL3", DataSet = "made up", Licence = "none", LastSeen = new DateOnly(2026, 11, 20),
        Texts = [new ProviderText(text, text, "a fund", null, null)],
    };
}
