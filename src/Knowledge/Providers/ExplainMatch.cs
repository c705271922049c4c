using System.Globalization;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Says why a provider is on the list and what is not stated, with the source's words and date.</summary>
internal sealed class ExplainMatch(ProviderQuery query, ProviderIndex index, IReadOnlyList<Place> places, JudgeFilters filters, int week)
{
    private const int MostReasonsForName = 3;
    private const double KilometresInMile = 1.609344;

    private static ServiceWords Ideas => ServiceWords.Authored;

    public Understood Understood(IReadOnlyList<Place> places, Gazetteer gazetteer) => new(
        [.. query.Services.Concat(query.SharedNames).Select(NameOf)], [.. query.WhoFor.Select(NameOf)], query.Words, [.. places.Select(p => p.Label)], query.Near,
        query.Name, query.Number, NotInData(), [.. places.Select(p => PlaceNote.About(p, gazetteer)).OfType<string>()])
    {
        Filters = [.. query.Filters.Select(FilterLabels.Of)],
        SizeSource = query.Filters.Any(f => f is { Kind: FilterKind.Size, Id.Length: > 0 }) ? FilterWords.Authored.SizeSource : null,
        AskedForShared = query.AsksForShared,
        AskedForFunding = query.Filters.Any(f => f.Kind == FilterKind.FundedBy),
    };

    public ProviderMatch Run(Candidate candidate, IndexedProvider indexed)
    {
        var provider = indexed.Provider;
        var findings = filters.Run(indexed.Number, provider);
        return new ProviderMatch(
            provider.Id, provider.Name, indexed.Whereabouts.Label, Reasons(indexed), NotStated(indexed), candidate.Outside,
            Notes(candidate, indexed), provider.Website, provider.IncomeBand, provider.Sample)
        {
            Filters = findings,
            Standing = findings.Count == 0 ? FilterStanding.Stated : findings.Max(f => f.Standing),
            Facts = TellFacts.Of(provider, index.Outlines[indexed.Number], index.Facts.Of(indexed.Number)),
            Awards = (IsOfOne || query.Filters.Any(f => f.Kind == FilterKind.FundedBy)) && Awards.Of(provider).ToList() is { Count: > 0 } awards ? Awards.Told(awards) : null,
            LastSeen = provider.LastSeen,
            CommissionersOnly = provider.CommissionersOnly,
        };
    }

    private bool IsOfOne => query.Name is not null || query.Number is not null;

    // What the data holds of nobody is not in it; what it holds of some is told of those.
    private List<string> NotInData()
    {
        bool Asks(FilterKind kind) => query.Filters.Any(f => f.Kind == kind);
        var missing = query.NotInData.ToList();
        if ((Asks(FilterKind.Size) || missing.Contains("income")) && (index.Facts.HasIncomes || index.Outlines.HaveIncomeBands)) missing.Remove("income");
        else if (Asks(FilterKind.Size)) missing.Insert(0, "size");
        if (Asks(FilterKind.LegalForm) && !index.Outlines.HaveLegalForms) missing.Add("legal form");
        if (Asks(FilterKind.Policy) && !index.Facts.HasPolicies) missing.Add("policies");
        if (Asks(FilterKind.QualityMark) && !index.Facts.HasQualityMarks) missing.Add("quality marks");
        return missing;
    }

    private List<Reason> Reasons(IndexedProvider indexed)
    {
        var provider = indexed.Provider;
        if (IsOfOne || !query.HasTopic)
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
            if (Holding(indexed, word) is not { } text || text >= 0 && reasons.Exists(r => r.Text == provider.Texts[text].Text)) continue;
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
        var words = query.Services.Count > 0 ? [] : query.Words.Where(w => Holding(indexed, w) is null);
        return [.. ideas, .. words];
    }

    private List<string> Notes(Candidate candidate, IndexedProvider indexed)
    {
        var notes = indexed.Provider.Texts.Where(Consortium.IsMembers).Select(t => t.Text).ToList();
        if (indexed.Provider.Sample) notes.Add("Made up, to show how this works.");
        if (indexed.Provider.GoneSince is { } gone) notes.Add($"No longer in {indexed.Provider.DataSet} since {gone.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: check whether it still runs.");
        var newest = Freshness.NewestYear(indexed.Provider);
        if (Freshness.Of(newest, week) == Freshness.LongAgo) notes.Add(newest is { } year ? string.Create(CultureInfo.InvariantCulture, $"Nothing here is newer than {year}: check the register.") : "Of no known date: check the register.");
        if (indexed.Provider.Contact is { } contact) notes.Add($"Reach it by {contact}, as it chose itself.");
        if (candidate.Outside) notes.Add($"Outside: its address is in {indexed.Whereabouts.Label}{Away(candidate, indexed)}." + (SaysPlace(candidate) is { } place ? $" It names {place.Name}." : ""));
        if (indexed.NameSays is { } far) notes.Add($"Its name says {far.Name}, its address {indexed.Whereabouts.Label}: check where it works.");
        if (indexed.Whereabouts.IsAreaOnly) notes.Add("Area only: the letters of its postcode are known here, its council is not.");
        if (indexed.Whereabouts.Places.Count == 0) notes.Add("Where it is based is not in this data.");
        return notes;
    }

    // Said only where an imported directory knows the address better than by its council.
    private static string Away(Candidate candidate, IndexedProvider indexed) =>
        indexed.Whereabouts.Precision >= Precision.OutwardCode && candidate.Kilometres < double.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, candidate.Kilometres / KilometresInMile):0} miles away") : "";

    private IEnumerable<string> Asked => query.Services.Concat(query.WhoFor).Concat(query.SharedNames);

    // What its text names of the places that were asked for, if it answers whole.
    private Place? SaysPlace(Candidate candidate) =>
        candidate.Fit >= Fit.Full ? places.FirstOrDefault(p => index.IsNamedBy(p, candidate.Number)) : null;

    // The newest text with the word, -1 for the name, null for none.
    private int? Holding(IndexedProvider indexed, string word)
    {
        var stem = index.NumberOfStem(Stemmer.Stem(word));
        if (stem < 0) return null;
        for (var i = 0; i < indexed.Texts.Count; i++)
        {
            if (indexed.Texts[i].Exists(w => w.Stem == stem)) return i;
        }
        return indexed.Name.Any(w => w.Stem == stem) ? -1 : null;
    }

    private static string NameOf(string id) => Ideas.Knows(id) ? Ideas[id].Name : id;
}
