namespace CommissioningBot.Knowledge.Providers;

/// <summary>What one provider says of each idea, packed: an index holds one for every provider of the country.</summary>
internal sealed class Mentions
{
    private readonly (short Idea, sbyte Kind, int Text)[] all;

    public Mentions(Dictionary<string, Mention> read) =>
        all = [.. read.Select(m => ((short)ServiceWords.Authored.NumberOf(m.Key), (sbyte)m.Value.Kind, m.Value.Text))];

    public bool TryGetValue(string idea, out Mention mention)
    {
        var number = ServiceWords.Authored.NumberOf(idea);
        foreach (var (own, kind, text) in all)
        {
            if (own != number) continue;
            mention = new Mention((MentionKind)kind, text);
            return true;
        }
        mention = default;
        return false;
    }

    public bool ContainsKey(string idea) => TryGetValue(idea, out _);

    /// <summary>The ideas that it states.</summary>
    public IEnumerable<Idea> Stated => all.Where(m => new Mention((MentionKind)m.Kind, m.Text).IsStated).Select(m => ServiceWords.Authored.Numbered(m.Idea));
}
