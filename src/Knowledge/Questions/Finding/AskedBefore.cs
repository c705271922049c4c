namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>Every way of asking that the entries were written for, the title of each entry last among its own, and which ideas stand where.</summary>
internal sealed class AskedBefore
{
    private readonly int[][] asksWith;
    private readonly int[][] entriesWith;

    /// <param name="asks">For each entry the ideas of its asks, its title last.</param>
    /// <param name="all">For each entry all of its ideas.</param>
    /// <param name="weights">What an idea weighs when asks are compared.</param>
    /// <param name="meanings">The directions of the ideas.</param>
    public AskedBefore(IReadOnlyList<int[][]> asks, IReadOnlyList<int[]> all, float[] weights, Meanings meanings)
    {
        var flat = asks.SelectMany(a => a).ToList();
        First = new int[asks.Count + 1];
        for (var e = 0; e < asks.Count; e++) First[e + 1] = First[e] + asks[e].Length;
        Weights = [.. flat.Select(a => a.Sum(k => weights[k]))];
        Senses = [.. flat.Select(a => Meanings.Together(a.Select(k => (meanings.Direction(k), weights[k]))))];
        EntryOfTitle = new int[flat.Count];
        Array.Fill(EntryOfTitle, -1);
        for (var e = 0; e < asks.Count; e++) EntryOfTitle[First[e + 1] - 1] = e;
        asksWith = Turned(flat, weights.Length);
        entriesWith = Turned(all, weights.Length);
    }

    /// <summary>The number of an entry's first ask; the next entry's ends it.</summary>
    public int[] First { get; }

    public float[] Weights { get; }

    public float[]?[] Senses { get; }

    /// <summary>For the ask that is a title its entry, -1 for the others.</summary>
    public int[] EntryOfTitle { get; }

    public int[] AsksWith(int idea) => asksWith[idea];

    public int[] EntriesWith(int idea) => entriesWith[idea];

    private static int[][] Turned(IReadOnlyList<int[]> ideasOf, int ideas)
    {
        var turned = new List<int>[ideas];
        for (var i = 0; i < ideasOf.Count; i++) foreach (var idea in ideasOf[i]) (turned[idea] ??= []).Add(i);
        return [.. turned.Select(list => list?.ToArray() ?? [])];
    }
}
