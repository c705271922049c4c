using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Tests.Search;

public class Searching
{
    private static SearchIndex Index(params string[] texts)
    {
        var builder = new SearchIndex.Builder();
        foreach (var text in texts) builder.Add((text, 1));
        return builder.Build();
    }

    private static QueryTerm Term(string word, int group, float weight = 1) => new(Stemmer.Stem(word), weight, group);

    [Fact]
    public void Finds_the_text_that_says_more_of_what_was_asked()
    {
        var index = Index("a grant for the hall", "a contract for the hall", "a grant and a contract for a hall in Bolton");
        var hits = index.Find([Term("grants", 0), Term("bolton", 1)], 10);
        Assert.Equal([2, 0], hits.Select(h => h.Document));
        Assert.True(hits[0].Matched(0) && hits[0].Matched(1));
        Assert.False(hits[1].Matched(1));
    }

    [Fact]
    public void Two_ways_to_say_one_idea_count_once()
    {
        var index = Index("elderly old aged", "elderly people lunch");
        var both = index.Find([Term("elderly", 0), Term("old", 0, 0.5f), Term("lunch", 1)], 10);
        Assert.Equal(1, both[0].Document);
    }

    [Fact]
    public void Equal_matches_keep_their_order()
    {
        var index = Index("youth club", "youth club", "youth club");
        Assert.Equal([0, 1, 2], index.Find([Term("youth", 0)], 3).Select(h => h.Document));
    }

    [Theory]
    [InlineData("tenders", "tendering")]
    [InlineData("commissioning", "commissioned")]
    [InlineData("policies", "policy")]
    [InlineData("charities", "charity")]
    [InlineData("organisations", "organisation")]
    public void Endings_do_not_part_words(string one, string other) => Assert.Equal(Stemmer.Stem(one), Stemmer.Stem(other));

    [Theory]
    [InlineData("Don’t — café £1,400", "dont|cafe|1400")]
    [InlineData("2.5 million. Next", "2.5|million|next")]
    [InlineData("be\u200bfriend\u202Eing", "befriending")]
    public void Words_are_cut_as_people_see_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Words.Split(text).Select(w => w.Text)));

    [Theory]
    [InlineData("befreinding", "befriending")]
    [InlineData("grnat", "grant")]
    [InlineData("comissioning", "commissioning")]
    [InlineData("zebra", null)]
    public void Slips_of_the_keyboard_are_mended(string typed, string? meant) =>
        Assert.Equal(meant, new Spelling([("befriending", 3), ("grant", 9), ("commissioning", 4)]).Nearest(typed));
}
