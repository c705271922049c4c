using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Tests.Providers;

public class UnderstandingAQuery
{
    private static ProviderQuery Understand(string text, ProviderQuery? previous = null) => new UnderstandProviderQuery(SmallTown.Index).Run(text, previous);

    private static string Told(ProviderQuery q) => string.Join(" ", new[]
    {
        string.Join('+', q.Services), "for", string.Join('+', q.WhoFor), q.Near ? "near" : "in", string.Join('+', q.Places), string.Join('+', q.Words),
    }.Where(p => p.Length > 0));

    [Theory]
    [InlineData("befriending for older people in bolton", "befriending for older-people in bolton")]
    [InlineData("lonely pensioners sandwell, whos out there", "befriending for older-people in sandwell")]
    [InlineData("who does domestic abuse refuge work near telford", "domestic-abuse for near telford")]
    [InlineData("small charity youth mentoring wirral", "mentoring for young-people in wirral")]
    [InlineData("debt advice in birmingham, turnover not needed", "debt for in birmingham")]
    [InlineData("bailiffs at the door, ellesmere port families", "debt for families in ellesmere-port")]
    [InlineData("people seeking sanctuary in bolton - any groups?", "for refugees in bolton")]
    [InlineData("rough sleepers worcester", "homelessness for in worcester")]
    [InlineData("groups for blind peple on the wirral", "for blind in wirral")]
    [InlineData("who finds work placements in telford for people with a learning disability", "employment for learning-disability in telford placements")]
    [InlineData("helping disabled people get jobs, Wolverhamton", "employment for disabled-people in wolverhampton")]
    [InlineData("mental health groups in WV postcodes", "mental-health for in postcode-wv")]
    [InlineData("mental health support in WR1", "mental-health for in postcode-wr1")]
    [InlineData("food bank near TF1 1HE", "food for near postcode-tf1")]
    [InlineData("hospice at home in telford", "end-of-life for in telford")]
    [InlineData("counselling for teenagers around brum", "counselling for young-people near birmingham")]
    [InlineData("domestic abuse salford and bolton", "domestic-abuse for in salford+bolton")]
    [InlineData("rape support worcester", "sexual-violence for in worcester")]
    [InlineData("sickle cel groups wolverhampton", "sickle-cell for in wolverhampton cel")]
    [InlineData("lifts to hospital for the elderly in dudley", "transport for older-people in dudley hospital")]
    [InlineData("visually impaired wolverhampton", "for blind in wolverhampton")]
    [InlineData("help for ex-offenders, west midlands", "offending for in west-midlands")]
    [InlineData("somewhere to live for young care leavers in Redditch", "housing for young-people+care-leavers in redditch")]
    [InlineData("youth groups newport, shropshire", "for young-people in newport-shropshire")]
    [InlineData("donkey sanctuary worcester", "for in worcester donkey+sanctuary")]
    [InlineData("citizens advice in Kidderminster", "for in wyre-forest/kidderminster")]
    [InlineData("groups in bolton", "for in bolton")]
    [InlineData("deaf clubs Ellesmere Port or Chester", "for deaf in ellesmere-port+chester clubs")]
    [InlineData("debt advice within 10 miles of bolton", "debt for near bolton")]
    [InlineData("gardening with veterans", "gardening for veterans in")]
    [InlineData("English classes for Somali women in Sheffield", "english for black+somali+women in sheffield")]
    public void Gives_service_people_and_place(string text, string understood) => Assert.Equal(understood, Told(Understand(text)));

    [Theory]
    [InlineData("charity number 1059831", "GB-CHC-1059831")]
    [InlineData("1059831", "GB-CHC-1059831")]
    [InlineData("is registered charity no. 1114101 with you", "GB-CHC-1114101")]
    [InlineData("company number 1234567", "GB-COH-01234567")]
    [InlineData("gb-chc-1114101 please", "GB-CHC-1114101")]
    public void A_number_is_looked_up(string text, string id) => Assert.Equal(id, Understand(text).Number);

    [Theory]
    [InlineData("is fortaliss in bolton on your list?", "fortaliss in bolton")]
    [InlineData("do you have Kite Youth Club listed", "Kite Youth Club")]
    [InlineData("tell me about Penny Plain", "Penny Plain")]
    [InlineData("Penny Plain", "Penny Plain")]
    public void A_name_is_looked_up(string text, string name) => Assert.Equal(name, Understand(text).Name);

    [Theory]
    [InlineData("tell me about debt advice in bolton")]
    [InlineData("do you have any hostels in walsall?")]
    public void What_is_no_name_is_a_search(string text) => Assert.Null(Understand(text).Name);

    [Theory]
    [InlineData("family support in newport", "newport-wales+newport-wight+newport-shropshire")]
    [InlineData("youth clubs newcastle", "newcastle-under-lyme+newcastle-tyne")]
    public void A_shared_place_name_is_asked_about(string text, string places) => Assert.Equal(places, string.Join('+', Understand(text).WhichPlace));

    [Fact]
    public void The_answer_to_which_place_is_understood_and_keeps_the_rest()
    {
        var shared = Names().Where(n => n.Count() > 1).SelectMany(n => n).Distinct().ToList();
        Assert.NotEmpty(shared);
        foreach (var place in shared)
        {
            var asked = Understand("family support in newport");
            var query = Understand(place.Label, asked);
            Assert.Equal((place.Id, "family-support"), (Assert.Single(query.Places), Assert.Single(query.Services)));
        }
        static IEnumerable<IGrouping<string, Place>> Names() => SmallTown.Index.Gazetteer.Places.SelectMany(p => p.Also.Prepend(p.Name).Select(n => (Gazetteer.Key(n), p))).Distinct().GroupBy(n => n.Item1, n => n.p);
    }

    [Fact]
    public void A_place_that_nobody_knows_is_not_passed_over() => Assert.Equal("atlantis", Understand("befriending in Atlantis").UnknownPlace);

    [Theory]
    [InlineData("debt advice for between £10k and £25k", "a sum of money (between £10k and £25k)")]
    [InlineData("debt advice for five grand", "a sum of money (five grand)")]
    public void A_sum_that_cannot_narrow_the_search_is_said(string text, string said) => Assert.Equal([said], Understand(text).NotInData);

    [Fact]
    public void What_the_data_cannot_tell_is_kept_apart() =>
        Assert.Equal(["income", "opening times and cost"], Understand("small charities with income for debt advice at weekends").NotInData);

    [Fact]
    public void A_mended_word_is_told() => Assert.Contains(new Correction("wolverhamton", "wolverhampton"), Understand("jobs Wolverhamton").Corrections);

    [Theory]
    [InlineData("only in Wirral", "befriending for older-people in wirral")]
    [InlineData("what about Liverpool instead", "befriending for older-people in liverpool")]
    [InlineData("anything nearby?", "befriending for older-people near bolton")]
    [InlineData("near Telford", "befriending for older-people near telford")]
    [InlineData("for young people", "befriending for young-people in bolton")]
    [InlineData("and debt advice?", "debt for older-people in bolton")]
    [InlineData("anywhere", "befriending for older-people in")]
    [InlineData("small ones only", "befriending for older-people in bolton")]
    [InlineData("rough sleepers worcester", "homelessness for in worcester")]
    public void The_next_message_refines_the_last(string text, string understood) =>
        Assert.Equal(understood, Told(Understand(text, Understand("befriending for older people in bolton"))));

    [Fact]
    public void More_turns_the_page_and_a_refinement_begins_again()
    {
        var second = Understand("more", Understand("befriending in bolton"));
        Assert.Equal(2, second.Page);
        Assert.Equal(1, Understand("only in Wirral", second).Page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("'; DROP TABLE provider; --")]
    [InlineData("in")]
    [InlineData("\u202Ein\u200b \u0000")]
    public void Nonsense_is_survived(string text) => Assert.NotNull(Understand(text));
}
