using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Finds organisations by a name that may be misspelt or only part of theirs.</summary>
internal sealed class FindByName(ProviderIndex index)
{
    private const double Enough = 0.75;
    private const double Misspelt = 0.85;

    private static readonly HashSet<string> Generic = new((
        "the and of for in on at group groups trust charity association society club project centre ltd limited company uk cic cio service services support community").Split(' '), StringComparer.Ordinal);

    /// <summary>The best first; a score of 1 is the name as it stands.</summary>
    public List<Candidate> Run(string name)
    {
        var asked = Words.Split(name);
        var weights = asked.Select(w => Generic.Contains(w.Text) || w.IsStop ? 0.2 : index.Text.Rarity(w.Stem)).ToArray();
        var found = new List<Candidate>();
        for (var number = 0; number < index.Count; number++)
        {
            var score = Score(asked, weights, index.Providers[number]);
            if (score >= Enough) found.Add(new Candidate(number, index.Providers[number], Fit.Named, score));
        }
        var best = found.Count > 0 ? found.Max(c => c.Score) : 0;
        var least = best > 0.99 ? 0.99 : best - 0.1;
        return [.. found.Where(c => c.Score > least).OrderByDescending(c => c.Score).ThenBy(c => c.Indexed.Provider.Name.Length).ThenBy(c => c.Number)];
    }

    private static double Score(List<Word> asked, double[] weights, IndexedProvider provider)
    {
        var name = provider.NameWords;
        List<Word>? town = null;
        var (got, all, inName) = (0.0, 0.0, 0.0);
        if (!name.Exists(n => asked.Exists(a => a.Text[0] == n.Text[0]))) return 0;
        for (var i = 0; i < asked.Count; i++)
        {
            all += weights[i];
            var likeness = name.Count == 0 ? 0 : name.Max(n => Likeness(asked[i], n));
            inName += likeness * weights[i];
            got += weights[i] * (likeness > 0 ? likeness : (town ??= Town(provider)).Exists(t => t.Stem == asked[i].Stem) ? 1 : 0);
        }
        // The town alone is not the name.
        return all > 0 && inName > 0.3 * all ? got / all : 0;
    }

    private static List<Word> Town(IndexedProvider provider) =>
        Words.Split(string.Join(' ', provider.Whereabouts.Places.Select(p => p.Name).Prepend(provider.Whereabouts.Label)));

    private static double Likeness(Word asked, Word name)
    {
        if (asked.Text == name.Text) return 1;
        if (asked.Stem == name.Stem) return 0.95;
        if (asked.Text.Length < 5 || name.Text.Length < 4 || asked.Text[0] != name.Text[0]) return 0;
        var allowed = asked.Text.Length >= 8 ? 2 : 1;
        return Spelling.Slips(asked.Text, name.Text, allowed) <= allowed ? Misspelt : 0;
    }
}
