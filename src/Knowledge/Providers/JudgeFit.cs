using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Says how well each provider answers to what was asked, place aside.</summary>
internal sealed class JudgeFit
{
    // So much of the telling words, by rarity, must be there before a text counts as being on the subject.
    private const double MostWords = 0.6;

    // A word that stands in no more than one text of a hundred: ln 100.
    private const float Telling = 4.6f;

    // What words beside a known service add to it: "programme", "victims".
    private const double FurtherWords = 0.3;

    // What the very words of the question add to the ideas behind them.
    private const double VeryWords = 0.4;

    private readonly ProviderIndex index;
    private readonly ProviderQuery query;
    private readonly string[] essential;
    private readonly WordShare words;
    private readonly WordShare putAs;

    public JudgeFit(ProviderIndex index, ProviderQuery query)
    {
        this.index = index;
        this.query = query;
        essential = [.. query.Services.Where(id => ServiceWords.Authored[id].Essential)];
        // Beside people, an everyday word ("day", "back") must not decide; a rare one ("kinship") must.
        words = new WordShare(index.Text, query.WhoFor.Count == 0 ? query.Words : [.. query.Words.Where(w => index.Text.Rarity(Stemmer.Stem(w)) >= Telling)]);
        putAs = new WordShare(index.Text, query.PutAs);
    }

    public IEnumerable<Candidate> All()
    {
        for (var number = 0; number < index.Count; number++)
        {
            var provider = index.Providers[number];
            var (fit, score) = Judge(number, provider);
            if (fit != Fit.None) yield return new Candidate(number, provider, fit, score);
        }
    }

    private (Fit Fit, double Score) Judge(int number, IndexedProvider provider)
    {
        if (!query.SharedNames.All(id => provider.Mentions.TryGetValue(id, out var e) && e.Kind == MentionKind.Name)) return (Fit.None, 0);
        if (essential.Length > 0 && !Strengths(provider, essential).Stated) return (Fit.None, 0);
        var share = words.Of(number);
        var services = Strengths(provider, query.Services);
        var people = Strengths(provider, query.WhoFor);
        var score = services.Score + people.Score + (query.Services.Count > 0 ? FurtherWords * share : share) + VeryWords * putAs.Of(number) + query.SharedNames.Count;
        var lacks = query.Services.Count > 0 && !services.Stated || query.WhoFor.Count > 0 && !people.Stated;
        if (words.Count > 0 && share > 0.99 && !lacks && NameHasAllWords(provider)) return (Fit.Named, score);
        if (!query.HasTopic || query.SharedNames.Count > 0) return (Fit.Full, score);
        var asksService = query.Services.Count + words.Count > 0;
        var does = query.Services.Count > 0 ? services.Stated : share >= MostWords;
        if (!asksService) return (people.Stated ? Fit.Full : Fit.None, score);
        if (does) return (FitOfPeople(provider, people.Stated), score);
        // Words that no idea knows are what was wanted: without them the people alone are no match.
        return (people.Stated && (words.Count == 0 || services.Score > 0) ? Fit.PeopleOnly : Fit.None, score);
    }

    private Fit FitOfPeople(IndexedProvider provider, bool stated)
    {
        var asked = query.WhoFor.Where(id => !ServiceWords.Authored[id].Broad).ToList();
        if (stated || asked.Count == 0) return Fit.Full;
        var isNear = asked.Exists(provider.Mentions.ContainsKey);
        return isNear || !IsForOthers(provider, asked) ? Fit.ServiceOnly : Fit.None;
    }

    // Befriending for refugees is no answer to befriending for older people; mental health for African people may be one for men.
    private static bool IsForOthers(IndexedProvider provider, List<string> asked)
    {
        var only = asked.SelectMany(id => ServiceWords.Authored[id].ContradictedBy).ToList();
        return provider.Mentions.Stated.Any(i => i is { Kind: IdeaKind.People, Broad: false } && (only.Count == 0 || only.Contains(i.Id)));
    }

    private static (bool Stated, double Score) Strengths(IndexedProvider provider, IReadOnlyList<string> ideas)
    {
        var stated = false;
        var score = 0.0;
        // "Families with disabled children": families alone are not who was asked for.
        var narrow = ideas.Any(id => !ServiceWords.Authored[id].Broad);
        foreach (var id in ideas)
        {
            if (!provider.Mentions.TryGetValue(id, out var mention)) continue;
            stated |= mention.IsStated && !(narrow && ServiceWords.Authored[id].Broad);
            score += mention.Strength;
        }
        return (stated, score);
    }

    private bool NameHasAllWords(IndexedProvider provider) => words.Stems.All(s => provider.NameWords.Exists(w => w.Stem == s));
}
