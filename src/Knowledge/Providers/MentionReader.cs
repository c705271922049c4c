using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Reads what a provider's name and texts say of each idea. Saying it once is enough: a long text has no advantage.</summary>
internal static class MentionReader
{
    // What a grant pays for is often put as a post: "the salary of the Debt Advice Worker".
    private static readonly HashSet<string> JobWords = new((
        "coordinator co worker workers officer manager director administrator adviser advisor assistant leader organiser trainer tutor steward facilitator " +
        "executive salary supervisor lead apprentice specialist").Split(' '), StringComparer.Ordinal);

    /// <param name="name">The words of the provider's name.</param>
    /// <param name="texts">The words of its texts, in their order.</param>
    public static Mentions Read(IReadOnlyList<Word> name, IReadOnlyList<IReadOnlyList<Word>> texts)
    {
        var words = ServiceWords.Authored;
        var mentions = new Dictionary<string, Mention>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            foreach (var found in words.Said.Services.Find(text)) Keep(mentions, found.Idea, new Mention(IsJobTitle(text, found) ? MentionKind.JobTitle : MentionKind.Stated, i));
            foreach (var found in words.Said.People.Find(text)) Keep(mentions, found.Idea, new Mention(IsJobTitle(text, found) ? MentionKind.JobTitle : MentionKind.Stated, i));
            foreach (var found in words.Related.Find(text)) Keep(mentions, found.Idea, new Mention(MentionKind.Related, i));
        }
        foreach (var found in words.Named.All.SelectMany(f => f.Find(name))) Keep(mentions, found.Idea, new Mention(MentionKind.Name, -1));
        foreach (var idea in words.Ideas) KeepNarrower(mentions, idea);
        return new Mentions(mentions);
    }

    // Of equal mentions the first is kept, and texts come newest first.
    private static void Keep(Dictionary<string, Mention> mentions, string idea, Mention fresh)
    {
        if (!mentions.TryGetValue(idea, out var known) || fresh.Kind < known.Kind) mentions[idea] = fresh;
    }

    private static void KeepNarrower(Dictionary<string, Mention> mentions, Idea idea)
    {
        foreach (var narrower in idea.Includes)
        {
            if (mentions.TryGetValue(narrower, out var found) && found.IsStated) Keep(mentions, idea.Id, found with { Kind = MentionKind.Narrower });
        }
    }

    private static bool IsJobTitle(IReadOnlyList<Word> text, FoundPhrase found)
    {
        var end = found.Start + found.Length;
        for (var i = end; i < text.Count && i < end + 3; i++)
        {
            if (JobWords.Contains(text[i].Text)) return true;
        }
        return false;
    }
}
