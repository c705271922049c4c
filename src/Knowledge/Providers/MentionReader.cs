using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Reads what a provider's name and texts say of each idea. Saying it once is enough: a long text has no advantage.</summary>
internal static class MentionReader
{
    // What a grant pays for is often put as a post: "the salary of the Debt Advice Worker".
    private static readonly HashSet<string> JobWords = new((
        "coordinator co worker workers officer manager director administrator adviser advisor assistant leader organiser trainer tutor steward facilitator " +
        "executive salary supervisor lead apprentice specialist").Split(' '), StringComparer.Ordinal);

    public static Dictionary<string, Mention> Read(Provider provider)
    {
        var words = ServiceWords.Authored;
        var mentions = new Dictionary<string, Mention>(StringComparer.Ordinal);
        for (var i = 0; i < provider.Texts.Count; i++)
        {
            var text = Words.Split(provider.Texts[i].Text);
            foreach (var found in new[] { words.Said.Services, words.Said.People }.SelectMany(f => f.Find(text))) Keep(mentions, found, text, i, IsJobTitle(text, found) ? MentionKind.JobTitle : MentionKind.Stated);
            foreach (var found in words.Related.Find(text)) Keep(mentions, found, text, i, MentionKind.Related);
        }
        var name = Words.Split(provider.Name);
        foreach (var found in words.Named.All.SelectMany(f => f.Find(name))) Keep(mentions, found, name, -1, MentionKind.Name);
        foreach (var idea in words.Ideas) KeepNarrower(mentions, idea);
        return mentions;
    }

    private static void Keep(Dictionary<string, Mention> mentions, FoundPhrase found, IReadOnlyList<Word> text, int number, MentionKind kind)
    {
        var words = string.Join(' ', Enumerable.Range(found.Start, found.Length).Select(i => text[i].Text));
        Keep(mentions, found.Idea, new Mention(kind, number, words));
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
