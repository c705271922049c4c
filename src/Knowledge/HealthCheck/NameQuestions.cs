using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Finds the questions that a text names: "our insurance answer" names Insurance.</summary>
public static class NameQuestions
{
    /// <summary>Ids of items and names of profile topics, in the order in which the check asks them; empty if the text names none.</summary>
    public static IReadOnlyList<string> In(Catalogue catalogue, string text)
    {
        var said = Stems(text);
        var taken = new bool[said.Count];
        var found = new HashSet<string>(StringComparer.Ordinal);
        // "Bank account" is the account at the bank and not the yearly accounts, so the longest name goes first and keeps its words.
        foreach (var names in Names(catalogue).GroupBy(n => n.Stems.Count).OrderByDescending(g => g.Key))
        {
            var now = new List<int>();
            foreach (var (id, stems) in names)
            {
                for (var at = 0; at + stems.Count <= said.Count; at++)
                {
                    if (!stems.SequenceEqual(said.Skip(at).Take(stems.Count)) || Enumerable.Range(at, stems.Count).Any(i => taken[i])) continue;
                    found.Add(id);
                    now.AddRange(Enumerable.Range(at, stems.Count));
                }
            }
            foreach (var i in now) taken[i] = true;
        }
        return [.. catalogue.Questions.Select(q => q.Topic.ToString()).Concat(catalogue.Items.Select(i => i.Id)).Where(found.Contains)];
    }

    private static IEnumerable<(string Id, List<string> Stems)> Names(Catalogue catalogue) =>
        catalogue.Items.SelectMany(i => catalogue.TalkOf(i.Id).Also.Append(i.Name).Select(n => (i.Id, Stems(n))))
            .Concat(catalogue.Questions.SelectMany(q => q.Also.Select(n => (q.Topic.ToString(), Stems(n)))));

    private static List<string> Stems(string text) => [.. Words.Split(text).Select(w => w.Stem)];
}
