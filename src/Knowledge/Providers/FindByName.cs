using System.Buffers;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Finds organisations by a name that may be misspelt or only part of theirs.</summary>
internal sealed class FindByName(ProviderIndex index)
{
    private const double Enough = 0.75;

    private static readonly HashSet<string> Generic = new((
        "the and of for in on at group groups trust charity association society club project centre ltd limited company uk cic cio service services support community").Split(' '), StringComparer.Ordinal);

    // Two bits of a mask for each word; further words are colour.
    private const int MostWords = 32;

    private static readonly double[] Worth = [0, 0.85, 0.95, 1];

    /// <summary>The best first; a score of 1 is the name as it stands.</summary>
    public List<Candidate> Run(string name)
    {
        var asked = Words.Split(name);
        if (asked.Count > MostWords) asked.RemoveRange(MostWords, asked.Count - MostWords);
        var weights = asked.Select(w => Generic.Contains(w.Text) || w.IsStop ? 0.2 : index.Rarity(w.Stem)).ToArray();
        var likeness = ArrayPool<ulong>.Shared.Rent(index.Count);
        likeness.AsSpan(0, index.Count).Clear();
        var found = new List<Candidate>();
        var touched = new NumberSet(index.Count);
        for (var i = 0; i < asked.Count; i++) Compare(asked[i], 2 * i, likeness, touched);
        var towns = index.Places.Naming(asked.Select(w => w.Stem));
        foreach (var number in touched)
        {
            var score = Score(weights, likeness[number], towns[index.Places.NeighbourhoodOf(number)]);
            if (score >= Enough) found.Add(new Candidate(number, Fit.Named, score));
        }
        ArrayPool<ulong>.Shared.Return(likeness);
        var best = found.Count > 0 ? found.Max(c => c.Score) : 0;
        var least = best > 0.99 ? 0.99 : best - 0.1;
        return [.. found.Where(c => c.Score > least).OrderByDescending(c => c.Score).ThenBy(c => index.NameLengthOf(c.Number)).ThenBy(c => c.Number)];
    }

    // Of the words of a name, the one that is most like counts.
    private void Compare(Word asked, int shift, ulong[] likeness, NumberSet touched)
    {
        foreach (var (word, how) in index.NameVocabulary.Like(asked).OrderByDescending(l => l.How))
        {
            foreach (var number in index.Names.Of(word))
            {
                touched.Add(number);
                if ((likeness[number] >> shift & 3) == 0) likeness[number] |= (ulong)how << shift;
            }
        }
    }

    private static double Score(double[] weights, ulong likeness, uint town)
    {
        var (got, all, inName) = (0.0, 0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            var worth = Worth[likeness >> (2 * i) & 3];
            all += weights[i];
            inName += worth * weights[i];
            got += weights[i] * (worth > 0 ? worth : (town >> i & 1) != 0 ? 1 : 0);
        }
        // The town alone is not the name.
        return all > 0 && inName > 0.3 * all ? got / all : 0;
    }
}
