using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Procurement;

namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>Refuses content that would answer wrongly: no source, an unknown name, an unverified fact told as one.</summary>
internal static class ContentCheck
{
    public static void Run(IReadOnlyList<Entry> entries, IReadOnlyDictionary<string, Source> sources, Thresholds thresholds)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries) if (!ids.Add(entry.Id)) throw Wrong(entry, "id stands there twice");
        foreach (var entry in entries)
        {
            if (entry.Text.Length == 0) throw Wrong(entry, "text is missing");
            if (entry.Asks.Count < 6) throw Wrong(entry, $"asks has {entry.Asks.Count} of at least 6");
            if (entry.Sources.Count == 0 && !entry.IsQuestionBack) throw Wrong(entry, "sources is missing");
            foreach (var reference in entry.Sources) if (!sources.ContainsKey(reference.Source)) throw Wrong(entry, $"sources names {reference.Source}, which is not in sources.yaml");
            foreach (var id in entry.SeeAlso) if (!ids.Contains(id)) throw Wrong(entry, $"see_also names {id}, which is no entry");
            if (entry.ReplacedBy is { } by && (by == entry.Id || !ids.Contains(by))) throw Wrong(entry, $"replaced_by names {by}, which is no other entry");
            foreach (var branch in entry.Branches) if (!ids.Contains(branch.Entry)) throw Wrong(entry, $"branches names {branch.Entry}, which is no entry");
            foreach (var id in Thresholds.ReferencesIn(entry.Text + entry.More)) if (!thresholds.Knows(id)) throw Wrong(entry, $"text names threshold {id}, which is not in thresholds.yaml");
            if (entry.Confidence == Confidence.D && entry.Currency != Currency.Unconfirmed) throw Wrong(entry, "confidence D must have the currency unconfirmed");
            if (entry.ValidTo < entry.ValidFrom) throw Wrong(entry, "valid_to is before valid_from");
        }
    }

    private static ContentException Wrong(Entry entry, string what) => new($"{entry.Topic}.md, {entry.Id}", what);
}
