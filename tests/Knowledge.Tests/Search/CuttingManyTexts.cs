using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Tests.Search;

/// <summary>The quick ways through plain texts and through many texts come to the same words as the careful one.</summary>
public class CuttingManyTexts
{
    [Fact]
    public void A_table_changes_no_word()
    {
        var table = new WordTable();
        string[] texts = ["The Befrienders' café, £1,500.50 a year", "don't don't DON'T tenders tendering tendered", "", "  -- 3.5m  ", "caf\u00e9 cafe"];
        foreach (var text in texts.Concat(texts))
        {
            var words = new List<NumberedWord>();
            table.Cut(text, words);
            Assert.Equal(Words.Split(text).Select(w => (w.Text, w.Stem)), words.Select(w => (table[w.Text], table[w.Stem])));
            Assert.Equal(words, table.Look(text));
        }
        Assert.Equal(table.Look("tendered"), table.Look("Tendered!"));
    }

    [Fact]
    public void A_word_that_a_table_lacks_is_known_by_its_stem_and_adds_nothing()
    {
        var table = new WordTable();
        table.Cut("tender", []);
        var count = table.Count;
        var word = Assert.Single(table.Look("tendering"));
        Assert.Equal((-1, "tender"), (word.Text, table[word.Stem]));
        Assert.Equal([new NumberedWord(-1, -1)], table.Look("hospice"));
        Assert.Equal(count, table.Count);
    }

    [Fact]
    public void A_table_that_begins_with_another_keeps_its_numbers_and_leaves_it_alone()
    {
        var first = new WordTable();
        first.Cut("tenders for bids", []);
        var count = first.Count;
        var second = new WordTable(first);
        for (var i = 0; i < 5000; i++) second.Cut($"word{i} bids", []);
        Assert.Equal(first.Look("tenders for bids"), second.Look("tenders for bids"));
        Assert.Equal(count, first.Count);
        Assert.Equal(second.Find("word4999"), Assert.Single(second.Look("WORD4999")).Text);
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
