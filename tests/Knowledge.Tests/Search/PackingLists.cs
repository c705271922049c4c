using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Tests.Search;

public class PackingLists
{
    [Fact]
    public void Lists_come_back_as_they_were_however_far_their_numbers_are_apart()
    {
        const int Keys = 50;
        var random = new Random(1);
        var expected = Enumerable.Range(0, Keys).Select(_ => new List<int>()).ToList();
        var builder = new Postings.Builder();
        for (var number = 0; number < 40_000; number++)
        {
            for (var key = 0; key < Keys; key++)
            {
                // The higher the key, the rarer it is; the last has none.
                if (key == Keys - 1 || random.Next(1 + key * key * 20) > 0) continue;
                builder.Add(key);
                expected[key].Add(number);
            }
            builder.Next();
        }
        var packed = builder.Build(Keys);
        for (var key = 0; key < Keys; key++)
        {
            Assert.Equal(expected[key].Count, packed.Count(key));
            Assert.Equal(expected[key], Numbers(packed.Of(key)));
        }
        Assert.Equal(0, packed.Count(-1));
        Assert.Empty(Numbers(packed.Of(Keys)));
    }

    [Fact]
    public void A_set_gives_its_numbers_in_order()
    {
        var set = new NumberSet(130);
        foreach (var number in new[] { 129, 0, 64, 63, 5 }) set.Add(number);
        Assert.Equal([0, 5, 63, 64, 129], Numbers(set));
        var all = new NumberSet(130);
        all.AddAll();
        all.RemoveAll(set);
        Assert.Equal(125, Numbers(all).Count);
        Assert.False(all.Contains(64));
        Assert.True(all.Contains(65));
    }

    private static List<int> Numbers(Postings.Numbers numbers)
    {
        var all = new List<int>();
        foreach (var number in numbers) all.Add(number);
        return all;
    }

    private static List<int> Numbers(NumberSet numbers)
    {
        var all = new List<int>();
        foreach (var number in numbers) all.Add(number);
        return all;
    }
}
