using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Finds which places a provider's texts or its name hold. Places that share a name with others are left out: a text does not say which it means.</summary>
internal sealed class SaidPlaces
{
    private readonly Dictionary<int, List<(int[] Words, int Number)>> byFirst = [];
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private bool[] begins = [];

    /// <param name="gazetteer">The places.</param>
    /// <param name="table">Numbers the words of their names and of the texts.</param>
    public SaidPlaces(Gazetteer gazetteer, WordTable table)
    {
        foreach (var place in gazetteer.Places.Where(p => p.Told.Length == 0))
        {
            var words = new List<NumberedWord>();
            table.Cut(place.Name, words);
            if (words.Count == 0) continue;
            var first = words[0].Text;
            if (!byFirst.TryGetValue(first, out var list)) byFirst[first] = list = [];
            list.Add(([.. words.Select(w => w.Text)], names.Count));
            if (first >= begins.Length) Array.Resize(ref begins, Math.Max(first + 1, begins.Length * 2));
            begins[first] = true;
            numbers.Add(place.Id, names.Count);
            names.Add(place.Name);
        }
    }

    public int Count => names.Count;

    /// <summary>The number of a place here; -1 if it is left out.</summary>
    public int NumberOf(string id) => numbers.GetValueOrDefault(id, -1);

    /// <summary>Adds the numbers of the places that a text names.</summary>
    public void Find(string text, List<NumberedWord> words, HashSet<int> said)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var first = words[i].Text;
            if (first >= begins.Length || !begins[first]) continue;
            foreach (var (name, number) in byFirst[first])
            {
                if (StandsAt(words, i, name) && !said.Contains(number) && text.Contains(names[number], StringComparison.OrdinalIgnoreCase)) said.Add(number);
            }
        }
    }

    private static bool StandsAt(List<NumberedWord> words, int start, int[] name)
    {
        if (start + name.Length > words.Count) return false;
        for (var i = 1; i < name.Length; i++)
        {
            if (words[start + i].Text != name[i]) return false;
        }
        return true;
    }
}
