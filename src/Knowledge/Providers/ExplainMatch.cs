using System.Globalization;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Says why a provider is on the list and what is not stated, with the source's words and date.</summary>
internal sealed class ExplainMatch(ProviderQuery query)
{
    private const int MostReasonsForName = 3;
    private const double KilometresInMile = 1.609344;

    private static ServiceWords Ideas => ServiceWords.Authored;

    public Understood Understood(IReadOnlyList<Place> places, Gazetteer gazetteer) => new(
        [.. query.Services.Concat(query.SharedNames).Select(NameOf)], [.. query.WhoFor.Select(NameOf)], query.Words, [.. places.Select(p => p.Label)], query.Near,
        query.Name, query.Number, query.NotInData, [.. places.Select(p => PlaceNote.About(p, gazetteer)).OfType<string>()]);

    public ProviderMatch Run(Candidate candidate)
    {
        var indexed = candidate.Indexed;
        var provider = indexed.Provider;
        return new ProviderMatch(
            provider.Id, provider.Name, indexed.Whereabouts.Label, Reasons(candidate), NotStated(indexed), candidate.Outside,
            Notes(candidate), provider.Website, provider.IncomeBand, provider.Sample);
    }

    private List<Reason> Reasons(Candidate candidate)
    {
        var (indexed, provider) = (candidate.Indexed, candidate.Indexed.Provider);
        if (query.Name is not null || query.Number is not null || !query.HasTopic)
        {
            return [.. provider.Texts.Where(t => !Consortium.IsMembers(t)).Take(MostReasonsForName).Select(t => new Reason("", MentionKind.Stated, t.Text, SourceOf(t), t.Date))];
        }
        var reasons = new List<Reason>();
        foreach (var id in Asked)
        {
            if (indexed.Mentions.TryGetValue(id, out var mention)) reasons.Add(Reason(provider, NameOf(id), mention.Kind, mention.Text));
        }
        foreach (var word in query.Words)
        {
            if (Holding(provider, word) is not { } text || text >= 0 && reasons.Exists(r => r.Text == provider.Texts[text].Text)) continue;
            reasons.Add(Reason(provider, word, text < 0 ? MentionKind.Name : MentionKind.Stated, text));
        }
        return reasons;
    }

    // A name is dated by the newest text that came with it.
    private static Reason Reason(Provider provider, string what, MentionKind how, int number)
    {
        var text = number >= 0 ? provider.Texts[number] : provider.Texts.Count > 0 ? provider.Texts[0] : null;
        return number >= 0
            ? new Reason(what, how, text!.Text, SourceOf(text), text.Date)
            : new Reason(what, how, provider.Name, $"its name in: {text?.Source ?? provider.DataSet}", text?.Date ?? provider.LastSeen);
    }

    private static string SourceOf(ProviderText text) =>
        text.GoneSince is { } gone ? $"{text.Source}, no longer there since {gone.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}" : text.Source;

    private List<string> NotStated(IndexedProvider indexed)
    {
        var ideas = Asked.Where(id => !indexed.Mentions.TryGetValue(id, out var e) || !e.IsStated).Select(NameOf);
        // With a service asked for, further words are colour; without one they are what was asked.
        var words = query.Services.Count > 0 ? [] : query.Words.Where(w => Holding(indexed.Provider, w) is null);
        return [.. ideas, .. words];
    }

    private List<string> Notes(Candidate candidate)
    {
        var notes = candidate.Indexed.Provider.Texts.Where(Consortium.IsMembers).Select(t => t.Text).ToList();
        if (candidate.Indexed.Provider.Sample) notes.Add("Made up, to show how this works.");
        if (candidate.Indexed.Provider.GoneSince is { } gone) notes.Add($"No longer in {candidate.Indexed.Provider.DataSet} since {gone.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: check whether it still runs.");
        if (candidate.Outside) notes.Add($"Outside: its address is in {candidate.Indexed.Whereabouts.Label}{Away(candidate)}." + (candidate.SaysPlace is { } place ? $" Its text names {place}." : ""));
        if (candidate.Indexed.NameSays is { } far) notes.Add($"Its name says {far.Name}, its address {candidate.Indexed.Whereabouts.Label}: check where it works.");
        if (candidate.Indexed.Whereabouts.IsAreaOnly) notes.Add("Area only: the letters of its postcode are known here, its council is not.");
        if (candidate.Indexed.Whereabouts.Places.Count == 0) notes.Add("Where it is based is not in this data.");
        return notes;
    }

    // Said only where an imported directory knows the address better than by its council.
    private static string Away(Candidate candidate) =>
        candidate.Indexed.Whereabouts.Precision >= Precision.OutwardCode && candidate.Kilometres < double.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, candidate.Kilometres / KilometresInMile):0} miles away") : "";

    private IEnumerable<string> Asked => query.Services.Concat(query.WhoFor).Concat(query.SharedNames);

    // The newest text with the word, -1 for the name, null for none.
    private static int? Holding(Provider provider, string word)
    {
        var stem = Stemmer.Stem(word);
        for (var i = 0; i < provider.Texts.Count; i++)
        {
            if (Words.Split(provider.Texts[i].Text).Exists(w => w.Stem == stem)) return i;
        }
        return Words.Split(provider.Name).Exists(w => w.Stem == stem) ? -1 : null;
    }

    private static string NameOf(string id) => Ideas.Knows(id) ? Ideas[id].Name : id;
}
