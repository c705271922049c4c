using System.Buffers;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>The ideas of one kind that a query asks for, with how each provider speaks of them. To be disposed of when the search is done.</summary>
internal sealed class AskedIdeas : IDisposable
{
    private static readonly double[] Strength = [0, .. Enumerable.Range(0, ProviderIndex.Kinds).Select(k => new Mention((MentionKind)k, 0).Strength)];

    private readonly (Idea Idea, byte[] How)[] all;
    private readonly bool narrow;
    private readonly bool isPart;

    public AskedIdeas(ProviderIndex index, IEnumerable<string> ids)
    {
        Mentioning = new NumberSet(index.Count);
        all = [.. ids.Where(ServiceWords.Authored.Knows).Select(id => (ServiceWords.Authored[id], HowOf(index, ServiceWords.Authored.NumberOf(id), Mentioning)))];
        // "Families with disabled children": families alone are not who was asked for.
        narrow = all.Any(a => !a.Idea.Broad);
    }

    private AskedIdeas(AskedIdeas from, Func<Idea, bool> which)
    {
        (Mentioning, isPart) = (from.Mentioning, true);
        all = [.. from.all.Where(a => which(a.Idea))];
        narrow = all.Any(a => !a.Idea.Broad);
    }

    /// <summary>Whoever mentions one of them.</summary>
    public NumberSet Mentioning { get; }

    public int Count => all.Length;

    /// <summary>Whether a provider states one of them, and how strongly it speaks of all.</summary>
    public (bool Stated, double Score) Of(int provider)
    {
        var stated = false;
        var score = 0.0;
        foreach (var (idea, how) in all)
        {
            var kind = how[provider];
            if (kind == 0) continue;
            stated |= kind != (int)MentionKind.Related + 1 && !(narrow && idea.Broad);
            score += Strength[kind];
        }
        return (stated, score);
    }

    /// <summary>True if its name says every one of them.</summary>
    public bool AllInName(int provider) => Array.TrueForAll(all, a => a.How[provider] == (int)MentionKind.Name + 1);

    public bool MentionsNarrow(int provider) => Array.Exists(all, a => !a.Idea.Broad && a.How[provider] != 0);

    /// <summary>Some of them; good as long as this is.</summary>
    public AskedIdeas Only(Func<Idea, bool> which) => new(this, which);

    public void Dispose()
    {
        if (isPart) return;
        foreach (var (_, how) in all) ArrayPool<byte>.Shared.Return(how);
    }

    // The kind of each provider's mention and one more, 0 for none.
    private static byte[] HowOf(ProviderIndex index, int idea, NumberSet mentioning)
    {
        var how = ArrayPool<byte>.Shared.Rent(index.Count);
        how.AsSpan(0, index.Count).Clear();
        for (var kind = 0; kind < ProviderIndex.Kinds; kind++)
        {
            foreach (var provider in index.Ideas.Of(ProviderIndex.KeyOf(idea, (MentionKind)kind)))
            {
                how[provider] = (byte)(kind + 1);
                mentioning.Add(provider);
            }
        }
        return how;
    }
}
