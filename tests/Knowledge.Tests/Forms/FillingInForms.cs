using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Forms;
using CommissioningBot.Knowledge.Funding;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.Forms;

public class FillingInForms
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly IReadOnlyDictionary<string, Form> All = Form.LoadAll();

    [Fact]
    public void Both_forms_load_and_name_items_that_there_are()
    {
        Assert.Equal([Form.BidPack, Form.FullCost], All.Keys.Order());
        var items = Catalogue.Load().Items.Select(i => i.Id).ToHashSet();
        Assert.All(All.Values.SelectMany(f => f.Fields).SelectMany(f => f.Evidence), id => Assert.Contains(id, items));
    }

    [Theory]
    [InlineData("label: \"Name of your group\"", "", "bid-pack.yaml: label is missing")]
    [InlineData("kind: text", "kind: txt", "'txt' is no kind")]
    [InlineData("- id: number", "- id: name", "name is there twice")]
    [InlineData("label: \"Name", "lable: \"Name", "bid-pack.yaml, line")]
    public void A_half_made_form_is_refused_with_its_place(string sound, string slip, string problem)
    {
        var text = AuthoredContent.Text("forms/bid-pack.yaml");
        Assert.Contains(sound, text, StringComparison.Ordinal);
        var error = Assert.Throws<InvalidDataException>(() => Form.Read("forms/bid-pack.yaml", text.Replace(sound, slip, StringComparison.Ordinal)));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pay", "£1,200", "1200")]
    [InlineData("pay", "about 3 grand", "3000")]
    [InlineData("pay", "£30 a week", "1560")]
    [InlineData("pay", "£100 per month", "1200")]
    [InlineData("pay", "1500", "1500")]
    [InlineData("pay", "nothing", "0")]
    [InlineData("pay", "£200 or £300", null)]
    [InlineData("pay", "£20 an hour", null)]
    [InlineData("pay", "quite a lot", null)]
    [InlineData("share", "25 per cent", "25")]
    [InlineData("share", "120", null)]
    [InlineData("sessions", "50", "50")]
    [InlineData("only", "yes", "yes")]
    [InlineData("only", "no", "no")]
    [InlineData("only", "perhaps", null)]
    public void Takes_an_answer_as_people_type_it(string field, string typed, string? kept) =>
        Assert.Equal(kept, ReadField.As(All[Form.FullCost].Find(field)!, typed, Today));

    [Fact]
    public void Keeps_what_fits_and_refuses_what_is_too_long()
    {
        var name = All[Form.BidPack].Find("name")!;
        Assert.Equal("Riverside Club", ReadField.As(name, " Riverside Club ", Today));
        Assert.Null(ReadField.As(name, new string('x', name.Longest + 1), Today));
    }

    [Fact]
    public void A_group_with_one_activity_is_not_asked_for_a_share()
    {
        var form = All[Form.FullCost];
        Assert.Contains(form.Asked(new Dictionary<string, string> { ["only"] = "no" }), f => f.Id == "share");
        Assert.DoesNotContain(form.Asked(new Dictionary<string, string> { ["only"] = "yes" }), f => f.Id == "share");
    }

    [Fact]
    public void Full_cost_is_direct_cost_and_a_share_of_the_overheads()
    {
        var cost = new FullCost(13_760, 20_000, 0.25m, 50, 14_000);
        Assert.Equal((18_760m, 375.20m, -4_760m), (cost.Total, cost.PerSession, cost.Left));
        Assert.Equal(33_760, (cost with { Share = 1 }).Total);
        Assert.Null((cost with { Sessions = 0 }).PerSession);
    }

    [Fact]
    public void Every_template_takes_the_groups_name_and_leaves_no_place_open()
    {
        Assert.Equal(6, Template.LoadAll().Count);
        Assert.All(Template.LoadAll(), t =>
        {
            Assert.Contains("Riverside Club", t.For("Riverside Club"), StringComparison.Ordinal);
            Assert.DoesNotContain("{{", t.For("Riverside Club"), StringComparison.Ordinal);
            Assert.Contains("name of the group", t.For(null), StringComparison.Ordinal);
        });
    }
}
