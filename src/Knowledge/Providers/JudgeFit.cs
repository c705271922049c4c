using System.Collections.Concurrent;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Says how well each provider answers to what was asked, place aside. To be disposed of when the search is done.</summary>
internal sealed class JudgeFit : IDisposable
{
    // So much of the telling words, by rarity, must be there before a text counts as being on the subject.
    private const double MostWords = 0.6;

    // A word that stands in no more than one text of a hundred: ln 100.
    private const float Telling = 4.6f;

    // What words beside a known service add to it: "programme", "victims".
    private const double FurtherWords = 0.3;

    // What the very words of the question add to the ideas behind them.
    private const double VeryWords = 0.4;

    // So many that answer whole are enough to leave out those that answer half.
    private const int Enough = 3;

    // Common words have tens of thousands of candidates: lists of that length are not made anew for every search.
    private const int MostSpare = 4;

    private static readonly ConcurrentBag<List<Candidate>> Spare = [];

    private readonly List<List<Candidate>> given = [];
    private readonly ProviderIndex index;
    private readonly ProviderQuery query;
    private readonly AskedIdeas services;
    private readonly AskedIdeas people;
    private readonly AskedIdeas sharedNames;
    private readonly AskedIdeas essential;
    private readonly WordShare words;
    private readonly WordShare putAs;
    private readonly NumberSet mayAnswerWhole;
    private readonly bool asksForSome;
    private readonly ulong others;

    public JudgeFit(ProviderIndex index, ProviderQuery query)
    {
        this.index = index;
        this.query = query;
        services = new AskedIdeas(index, query.Services);
        people = new AskedIdeas(index, query.WhoFor);
        sharedNames = new AskedIdeas(index, query.SharedNames);
        essential = services.Only(i => i.Essential);
        // Beside people, an everyday word ("day", "back") must not decide; a rare one ("kinship") must.
        words = new WordShare(index, query.WhoFor.Count == 0 ? query.Words : [.. query.Words.Where(w => index.Rarity(Stemmer.Stem(w)) >= Telling)]);
        putAs = new WordShare(index, query.PutAs);
        mayAnswerWhole = MayAnswerWhole();
        var asked = query.WhoFor.Where(ServiceWords.Authored.Knows).Select(id => ServiceWords.Authored[id]).Where(i => !i.Broad).ToList();
        asksForSome = asked.Count > 0;
        var only = asked.SelectMany(i => i.ContradictedBy).ToList();
        others = only.Count == 0 ? ulong.MaxValue : only.Aggregate(0UL, (bits, id) => bits | ServiceWords.Authored.PeopleBit(ServiceWords.Authored.NumberOf(id)));
    }

    /// <summary>Those that answer, in the order of the index; good until this is disposed of. What answers only half is a help where little answers whole, and noise where much does.</summary>
    /// <param name="among">Only these are looked at; null for all.</param>
    /// <param name="admits">Providers for which this is false are not looked at.</param>
    public List<Candidate> Run(NumberSet? among, Func<int, bool>? admits = null)
    {
        var found = Room();
        JudgeAll(mayAnswerWhole, among, admits, found);
        var least = !query.All && found.Count(c => c.Fit >= Fit.Full) >= Enough ? Fit.ServiceOnly : Fit.PeopleOnly;
        if (least == Fit.PeopleOnly && services.Count > 0 && essential.Count + sharedNames.Count == 0)
        {
            var half = people.Mentioning.Copy();
            half.RemoveAll(mayAnswerWhole);
            JudgeAll(half, among, admits, found);
        }
        found.RemoveAll(c => c.Fit < least);
        return found;
    }

    /// <summary>Those that answer to everything that was asked; good until this is disposed of.</summary>
    /// <param name="among">As above.</param>
    /// <param name="admits">As above.</param>
    public List<Candidate> RunWhole(NumberSet? among, Func<int, bool>? admits = null)
    {
        var found = Room();
        JudgeAll(mayAnswerWhole, among, admits, found);
        found.RemoveAll(c => c.Fit < Fit.Full);
        return found;
    }

    public void Dispose()
    {
        foreach (var list in given.Where(_ => Spare.Count < MostSpare))
        {
            list.Clear();
            Spare.Add(list);
        }
        services.Dispose();
        people.Dispose();
        sharedNames.Dispose();
    }

    private List<Candidate> Room()
    {
        var list = Spare.TryTake(out var spare) ? spare : [];
        given.Add(list);
        return list;
    }

    private void JudgeAll(NumberSet numbers, NumberSet? among, Func<int, bool>? admits, List<Candidate> found)
    {
        var looked = numbers;
        if (among is not null)
        {
            looked = numbers.Copy();
            looked.KeepAll(among);
        }
        foreach (var number in looked)
        {
            if (admits is not null && !admits(number)) continue;
            var (fit, score) = Judge(number);
            if (fit != Fit.None) found.Add(new Candidate(number, fit, score));
        }
    }

    // Nobody else can be more than half an answer; looking at these alone is what makes a search fast.
    private NumberSet MayAnswerWhole()
    {
        if (query.HasTopic && sharedNames.Count > 0) return sharedNames.Mentioning;
        if (services.Count > 0) return services.Mentioning;
        if (query.HasTopic && words.Count == 0) return people.Mentioning;
        var set = new NumberSet(index.Count);
        if (query.HasTopic) words.AddTo(set);
        else set.AddAll();
        return set;
    }

    private (Fit Fit, double Score) Judge(int number)
    {
        if (!sharedNames.AllInName(number)) return (Fit.None, 0);
        if (essential.Count > 0 && !essential.Of(number).Stated) return (Fit.None, 0);
        var share = words.Of(number);
        var (does, serviceScore) = services.Of(number);
        var (isFor, peopleScore) = people.Of(number);
        var score = serviceScore + peopleScore + (services.Count > 0 ? FurtherWords * share : share) + VeryWords * putAs.Of(number) + query.SharedNames.Count;
        var lacks = services.Count > 0 && !does || people.Count > 0 && !isFor;
        if (words.Count > 0 && share > 0.99 && !lacks && words.AllInName(number)) return (Fit.Named, score);
        if (!query.HasTopic || sharedNames.Count > 0) return (Fit.Full, score);
        if (services.Count + words.Count == 0) return (isFor ? Fit.Full : Fit.None, score);
        if (services.Count > 0 ? does : share >= MostWords) return (FitOfPeople(number, isFor), score);
        // Words that no idea knows are what was wanted: without them the people alone are no match.
        return (isFor && (words.Count == 0 || serviceScore > 0) ? Fit.PeopleOnly : Fit.None, score);
    }

    // Befriending for refugees is no answer to befriending for older people; mental health for African people may be one for men.
    private Fit FitOfPeople(int number, bool isFor)
    {
        if (isFor || !asksForSome) return Fit.Full;
        return people.MentionsNarrow(number) || (index.StatedPeopleOf(number) & others) == 0 ? Fit.ServiceOnly : Fit.None;
    }
}
