using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Tests.Questions;

public class KeepingOnlyKnownWords
{
    private static readonly KnownWords Known = new(ContentLibrary.Load());

    [Theory]
    [InlineData("can we get a grant for a boat", "can we get a grant for a boat")]
    [InlineData("Can Mrs Patricia Wojciechowska get a grant?", "can … get a grant")]
    [InlineData("my name is jo o'brien, is there a grant", "my name is … is there a grant")]
    [InlineData("our number is 07700 900123 and we need a grant", "our number is … and we need a grant")]
    [InlineData("write to jo.bloggs@mail.example about the contract", "write to … about the contract")]
    [InlineData("is there money for people at BL3 5JH", "is there money for people at …")]
    [InlineData("see https://example.org/jo/grant or www.jo.example", "see … or …")]
    [InlineData("does £25,000 need a contract", "does … need a contract")]
    [InlineData("what are the procuremant rules", "what are the procurement rules")]
    [InlineData("ask Rich about the grant", "ask … about the grant")]
    public void Everything_else_is_left_out(string typed, string kept) => Assert.Equal(kept, Known.Of(typed).Text);

    [Fact]
    public void Places_of_the_papers_stand_apart_and_others_nowhere()
    {
        var asked = Known.Of("boats in Wirral and Harrogate, near Bolton");
        Assert.Equal(["Bolton", "Wirral"], asked.Places);
        Assert.DoesNotContain("arrogate", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void First_names_and_surnames_are_no_known_words()
    {
        // Common ones in England that are no words besides; https://www.ons.gov.uk lists first names.
        string[] names =
        [
            "oliver", "george", "harry", "muhammad", "mohammed", "david", "susan", "margaret", "patricia", "christine", "sarah", "karen", "paul", "andrew",
            "olivia", "amelia", "emily", "jessica", "fatima", "aisha", "zainab", "piotr", "agnieszka", "smith", "jones", "taylor", "williams", "patel", "khan", "hussain",
            "ahmed", "singh", "begum", "kowalski", "davies", "evans", "thomas", "wilson", "robinson", "thompson", "julia", "unwin",
        ];
        var kept = names.Where(n => Known.Of($"the grant of {n}").Text.Split(' ').Contains(n)).ToList();
        Assert.True(kept.Count == 0, string.Join(' ', kept));
    }

    [Fact]
    public void Tells_how_much_of_the_subject_is_left()
    {
        Assert.Equal(0, Known.Of("is Zbigniew there with 4 of them").Count);
        Assert.Equal(2, Known.Of("a grant for the boat").Count);
    }

    [Fact]
    public void Long_texts_are_cut() => Assert.InRange(Words.Split(Known.Of(string.Join(' ', Enumerable.Repeat("grant", 500))).Text).Count, 1, 30);
}
