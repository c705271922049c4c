namespace CommissioningBot.Knowledge.Providers;

/// <summary>What one provider says of each idea.</summary>
internal sealed class Mentions
{
    private const sbyte None = -1;

    private readonly sbyte[] kinds = new sbyte[ServiceWords.Authored.Count];
    private readonly int[] texts = new int[ServiceWords.Authored.Count];

    public Mentions() => Clear();

    /// <summary>How it bears on an idea, by the idea's number; null if it does not.</summary>
    public Mention? this[int idea] => kinds[idea] == None ? null : new Mention((MentionKind)kinds[idea], texts[idea]);

    public bool TryGetValue(string idea, out Mention mention)
    {
        var number = ServiceWords.Authored.NumberOf(idea);
        var found = number < 0 ? null : this[number];
        mention = found ?? default;
        return found is not null;
    }

    public void Clear() => Array.Fill(kinds, None);

    /// <summary>Keeps the most telling; of equal ones the first, and texts come newest first.</summary>
    public void Keep(int idea, MentionKind kind, int text)
    {
        if (kinds[idea] == None || (sbyte)kind < kinds[idea]) (kinds[idea], texts[idea]) = ((sbyte)kind, text);
    }
}
