using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Tests.Search;

/// <summary>The quick ways through plain texts and through many texts come to the same words as the careful one.</summary>
public class CuttingManyTexts
{
    [Fact]
    public void A_table_changes_no_word()
    {
        var table = new WordTable();
        foreach (var text in new[] { "The Befrienders' café, £1,500.50 a year", "don't don't DON'T tenders tendering tendered", "", "  -- 3.5m  ", "caf\u00e9 cafe" })
        {
            Assert.Equal(Words.Split(text), Words.Split(text, table));
            Assert.Equal(Words.Split(text), Words.Split(text, table));
        }
        Assert.Same(Words.Split("tendered", table)[0].Text, Words.Split("Tendered!", table)[0].Text);
    }

    [Fact]
    public void Every_plain_character_folds_as_it_does_beside_an_accent()
    {
        for (var c = '\0'; c < 128; c++)
        {
            var plain = $"a{c}b";
            // The accent sends the text the long way round, and comes to an e.
            Assert.Equal(Words.Fold(plain) + "e", Words.Fold(plain + "\u00e9"));
        }
    }
}
