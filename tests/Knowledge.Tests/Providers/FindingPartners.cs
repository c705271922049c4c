using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Tests.Providers;

public class FindingPartners
{
    private static readonly ProviderIndex Many = new(1, [.. Enumerable.Range(0, 30).Select(i => Provider($"id-{i:00}", "runs a befriending scheme"))], []);

    private static Provider Provider(string id, string says, bool officersOnly = false) => new()
    {
        Id = id, Name = "Group " + id, Locality = "Bolton", Outward = "BL1", DataSet = "a list", Licence = "made up", LastSeen = new DateOnly(2026, 9, 1), IncomeBand = "£10k to £100k",
        CommissionersOnly = officersOnly, Texts = [new ProviderText("what", says, "a list", new DateOnly(2026, 9, 1), 41_523)],
    };

    private static readonly ProviderQuery Befriending = new() { Services = ["befriending"] };

    private static List<string> Ids(PartnerResult result) => [.. result.Shown.Select(p => p.Id)];

    [Fact]
    public void At_most_ten_are_shown_and_no_page_of_the_query_shows_others()
    {
        var first = new FindPartners(Many).Find(Befriending, 1);
        Assert.Equal((10, true), (first.Shown.Count, first.More));
        Assert.Equal(Ids(first), Ids(new FindPartners(Many).Find(Befriending with { Page = 2 }, 1)));
    }

    [Fact]
    public void Everybody_who_fits_has_a_turn_within_some_weeks()
    {
        var seen = Enumerable.Range(1, 40).SelectMany(week => Ids(new FindPartners(Many).Find(Befriending, week))).ToHashSet();
        Assert.Equal(30, seen.Count);
        Assert.Equal(Ids(new FindPartners(Many).Find(Befriending, 7)), Ids(new FindPartners(Many).Find(Befriending, 7)));
    }

    [Fact]
    public void What_is_asked_of_size_or_money_is_said_to_be_left_out_and_narrows_nothing()
    {
        var result = new FindPartners(Many).Find(Befriending with { NotInData = ["income"] }, 3);
        Assert.Equal(["income"], result.LeftOut);
        Assert.Equal(Ids(new FindPartners(Many).Find(Befriending, 3)), Ids(result));
    }

    [Fact]
    public void Who_agreed_to_officers_only_is_not_among_them()
    {
        var index = new ProviderIndex(1, [Provider("id-1", "befriending"), Provider("id-2", "befriending", officersOnly: true)], []);
        Assert.Equal(["id-1"], Ids(new FindPartners(index).Find(Befriending, 1)));
        Assert.Equal(2, new FindProviders(index).Find(Befriending, 1).Total);
    }

    [Theory]
    [InlineData("£5,000 for befriending", "(a sum) for befriending")]
    [InlineData("befriending costs of £1.2m over 3 years", "befriending costs of (a sum) over 3 years")]
    [InlineData("between £5,000 and £7,500 towards befriending", "between (a sum) and (a sum) towards befriending")]
    [InlineData("befriending for 40 people aged 55 to 70", "befriending for 40 people aged 55 to 70")]
    public void Sums_of_money_are_left_out_of_what_is_quoted(string text, string shown) => Assert.Equal(shown, FindPartners.WithoutSums(text));
}
