using System.Text.Json;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Tests.Providers;

public class FindingProviders
{
    private static ProviderResult Find(string text, int week = 1, int pageSize = 5) => new FindProviders(SmallTown.Index, pageSize).Find(new UnderstandProviderQuery(SmallTown.Index).Run(text), week);

    private static List<string> Here(ProviderResult result) => [.. result.Matches.Where(m => !m.Outside).Select(m => m.Name)];

    [Fact]
    public void What_answers_whole_comes_first_and_says_where_it_was_said_and_when()
    {
        var result = Find("befriending for older people in bolton");
        Assert.Equal(["Fernlea Neighbours", "Silver Threads Elders Centre"], Here(result));
        var reason = result.Matches[0].Reasons[0];
        Assert.Equal(("befriending", MentionKind.Stated, "grant from a fund", new DateOnly(2014, 5, 6)), (reason.What, reason.How, reason.Source, reason.Date!.Value));
        Assert.Equal(["befriending"], result.Matches[1].NotStated);
    }

    [Fact]
    public void A_job_title_says_nothing_about_older_people() => Assert.DoesNotContain("Tots Together", Here(Find("older people in bolton")));

    [Fact]
    public void Being_for_other_people_is_no_answer() => Assert.DoesNotContain("Welcome Friends", Here(Find("befriending for older people in bolton")));

    [Fact]
    public void A_name_that_only_sounds_right_is_no_answer() => Assert.Equal(["Welcome Friends"], Here(Find("people seeking sanctuary in bolton")));

    [Fact]
    public void Nobody_from_elsewhere_is_shown_without_saying_so()
    {
        var result = Find("youth mentoring wirral");
        Assert.Equal(["Kite Youth Club"], Here(result));
        Assert.Equal(["mentoring"], result.Matches[0].NotStated);
        Assert.DoesNotContain(result.Matches, m => m.Name == "Long Mentors");
    }

    [Fact]
    public void Nothing_found_says_so_and_may_offer_neighbours_with_their_town()
    {
        var result = Find("domestic abuse refuge in telford");
        Assert.Equal(0, result.Total);
        var neighbour = Assert.Single(result.Matches);
        Assert.Equal(("Castle Womens Refuge", true, "Stafford"), (neighbour.Name, neighbour.Outside, neighbour.Place));
    }

    [Fact]
    public void Near_counts_neighbours_in_and_still_labels_them_but_not_mid_Wales()
    {
        var result = Find("domestic abuse refuge near telford");
        Assert.Equal((1, true), (result.Total, Assert.Single(result.Matches).Outside));
    }

    [Theory]
    [InlineData("cancer support for older people in bolton")]
    [InlineData("hospice at home in telford")]
    [InlineData("donkey sanctuary worcester")]
    [InlineData("charity number 1059831")]
    [InlineData("befriending in Atlantis")]
    [InlineData("hello")]
    public void None_is_none(string text)
    {
        var result = Find(text);
        Assert.Equal(0, result.Total);
        Assert.Empty(Here(result));
    }

    [Fact]
    public void The_postcode_decides_where_a_big_towns_address_is() => Assert.Equal(["Rowley Money"], Here(Find("debt advice in sandwell")));

    [Fact]
    public void A_long_text_does_not_win_by_length_and_a_job_title_is_weaker_than_a_statement() =>
        Assert.Equal(["Clear Pockets", "Penny Plain"], Here(Find("debt advice in birmingham")));

    [Fact]
    public void A_provider_with_no_address_is_found_where_no_place_is_asked_and_says_so()
    {
        var match = Find("befriending for older people").Matches.Single(m => m.Name == "Nowhere Known");
        Assert.Contains("Where it is based is not in this data.", match.Notes);
        Assert.DoesNotContain("Nowhere Known", Here(Find("befriending for older people in bolton")));
    }

    [Fact]
    public void A_name_that_speaks_of_another_place_is_pointed_out() =>
        Assert.Contains("Its name says Clwyd, its address Telford: check where it works.", Assert.Single(Find("arthritis telford").Matches).Notes);

    [Fact]
    public void A_misspelt_name_is_found_and_asked_about()
    {
        var result = Find("is fortaliss in bolton on your list?");
        Assert.Equal("Fortalis Ltd", Assert.Single(result.Matches).Name);
        Assert.Equal("Did you mean Fortalis Ltd?", result.Suggestion);
    }

    [Fact]
    public void A_shared_name_means_the_name() => Assert.Equal(["Home-Start Fernshire"], Here(Find("home start groups in worcestershire")));

    [Fact]
    public void A_shared_place_name_gives_choices()
    {
        var result = Find("family support in newport");
        Assert.Equal(["Newport, south Wales (NP)", "Newport, Isle of Wight (PO30)", "Newport, Shropshire (TF10)"], result.Clarify.Select(c => c.Label));
        Assert.Empty(result.Matches);
    }

    [Fact]
    public void Size_is_called_not_in_the_data() => Assert.Equal(["size"], Find("small charity youth mentoring wirral").Understood.NotInData);

    [Fact]
    public void The_same_question_in_the_same_week_has_the_same_order()
    {
        Assert.Equal(Here(Find("befriending")), Here(Find("befriending")));
        var firsts = Enumerable.Range(1, 30).Select(week => Find("befriending for older people", week).Matches[0].Name).Distinct();
        Assert.True(firsts.Count() > 1, "Equals should take turns.");
    }

    [Fact]
    public void Pages_follow_on_and_leave_nobody_out()
    {
        var find = new FindProviders(SmallTown.Index, 2);
        var page = Find("groups in bolton", pageSize: 2);
        var seen = new List<string>();
        for (; ; page = find.Find(page.PageToken!)!)
        {
            Assert.False(page.ListUpdated);
            seen.AddRange(page.Matches.Select(m => m.Id));
            if (page.PageToken is null) break;
        }
        Assert.Equal(page.Total, seen.Distinct().Count());
        Assert.Equal(page.Total, seen.Count);
    }

    [Fact]
    public void A_token_of_older_data_begins_again_and_says_so()
    {
        var token = new PageToken(new ProviderQuery { Services = ["debt"], Page = 3 }, DataVersion: 6, Week: 1).Write();
        var result = new FindProviders(SmallTown.Index).Find(token)!;
        Assert.True(result.ListUpdated);
        Assert.NotEmpty(result.Matches);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a token!")]
    [InlineData("e30")]
    [InlineData("eyJRdWVyeSI6eyJTZXJ2aWNlcyI6bnVsbCwiUGFnZSI6MX0sIkRhdGFWZXJzaW9uIjoxLCJXZWVrIjoxfQ")]
    public void A_forged_token_is_refused(string token) => Assert.Null(new FindProviders(SmallTown.Index).Find(token));

    [Fact]
    public void A_result_can_be_written_as_JSON_and_a_query_comes_back_whole()
    {
        Assert.Contains("GB-CHC-100001", JsonSerializer.Serialize(Find("befriending in bolton")), StringComparison.Ordinal);
        var query = new UnderstandProviderQuery(SmallTown.Index).Run("befriending for older people in bolton");
        Assert.Equal(JsonSerializer.Serialize(query), JsonSerializer.Serialize(JsonSerializer.Deserialize<ProviderQuery>(JsonSerializer.Serialize(query))));
    }
}
