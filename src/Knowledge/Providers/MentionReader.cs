using System.Runtime.InteropServices;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Reads what a provider's name and texts say of each idea. Saying it once is enough: a long text has no advantage.</summary>
/// <param name="table">Numbers the words; it begins with that of <see cref="ServiceWords"/>.</param>
internal sealed class MentionReader(WordTable table)
{
    // What a grant pays for is often put as a post: "the salary of the Debt Advice Worker".
    private const string JobWords =
        "coordinator co worker workers officer manager director administrator adviser advisor assistant leader organiser trainer tutor steward facilitator " +
        "executive salary supervisor lead apprentice specialist";

    private readonly HashSet<int> jobWords = [.. JobWords.Split(' ').Select(table.Add)];
    private readonly ServiceWords ideas = ServiceWords.Authored;
    private readonly (int Idea, int[] Includes)[] broader =
        [.. ServiceWords.Authored.Ideas.Where(i => i.Includes.Count > 0).Select(i => (ServiceWords.Authored.NumberOf(i.Id), i.Includes.Select(ServiceWords.Authored.NumberOf).ToArray()))];

    /// <param name="name">The words of the provider's name.</param>
    /// <param name="texts">The words of its texts, in their order.</param>
    /// <param name="mentions">Takes what is found; emptied before.</param>
    /// <param name="found">Room to work in, for whoever reads many.</param>
    public void Read(ReadOnlySpan<NumberedWord> name, IReadOnlyList<List<NumberedWord>> texts, Mentions mentions, List<FoundPhrase> found)
    {
        mentions.Clear();
        for (var i = 0; i < texts.Count; i++)
        {
            var text = CollectionsMarshal.AsSpan(texts[i]);
            Said(ideas.Said.Services, text, i, mentions, found);
            Said(ideas.Said.People, text, i, mentions, found);
            ideas.Related.Find(text, found);
            foreach (var phrase in found) mentions.Keep(phrase.Number, MentionKind.Related, i);
        }
        Named(ideas.Named.Services, name, mentions, found);
        Named(ideas.Named.People, name, mentions, found);
        Named(ideas.Named.SharedNames, name, mentions, found);
        foreach (var (idea, includes) in broader)
        {
            foreach (var narrower in includes)
            {
                if (mentions[narrower] is { IsStated: true } mention) mentions.Keep(idea, MentionKind.Narrower, mention.Text);
            }
        }
    }

    private static void Named(PhraseFinder finder, ReadOnlySpan<NumberedWord> name, Mentions mentions, List<FoundPhrase> found)
    {
        finder.Find(name, found);
        foreach (var phrase in found) mentions.Keep(phrase.Number, MentionKind.Name, -1);
    }

    private void Said(PhraseFinder finder, ReadOnlySpan<NumberedWord> text, int number, Mentions mentions, List<FoundPhrase> found)
    {
        finder.Find(text, found);
        foreach (var phrase in found) mentions.Keep(phrase.Number, IsJobTitle(text, phrase) ? MentionKind.JobTitle : MentionKind.Stated, number);
    }

    private bool IsJobTitle(ReadOnlySpan<NumberedWord> text, FoundPhrase found)
    {
        var end = found.Start + found.Length;
        for (var i = end; i < text.Length && i < end + 3; i++)
        {
            if (jobWords.Contains(text[i].Text)) return true;
        }
        return false;
    }
}
