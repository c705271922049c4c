using System.Collections.Concurrent;
using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>An idea of the content, by its number, and how near a word is to it: from 0 to 1.</summary>
internal readonly record struct Near(int Idea, float Nearness);

/// <summary>The ideas that occur in the content, numbered, and how near in meaning a word of a question is to each of them.</summary>
internal sealed class Meanings
{
    // Below this the nearness of two words is chance. Above it, a near word counts for less than the same one: "buyer" is near "seller" too.
    private const float Chance = 0.5f;
    private const float AtMost = 0.8f;

    private static readonly Lazy<WordVectors> Read = new(() => WordVectors.Read(AuthoredContent.Bytes("questions/word-vectors.bin")));

    // Words that people have asked with, so that common ones are compared once.
    private const int MostMet = 10_000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<Near>> met = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> words = [];
    private float[]?[] directions = [];

    /// <summary>The commonest words of English and those of the content.</summary>
    public static WordVectors English => Read.Value;

    public int Count => numbers.Count;

    public IReadOnlyCollection<string> Keys => numbers.Keys;

    /// <summary>Takes in an idea of the content and gives its number.</summary>
    public int Add(Token token)
    {
        if (!numbers.TryGetValue(token.Key, out var number))
        {
            numbers[token.Key] = number = numbers.Count;
            words.Add(new(StringComparer.Ordinal));
        }
        foreach (var word in token.Words) if (!word.IsStop) words[number].Add(word.Text);
        return number;
    }

    /// <summary>To be called once everything is added.</summary>
    public void Close() => directions = [.. words.Select(English.Of)];

    public float[]? Direction(int number) => directions[number];

    public static float[]? Direction(Token token) => token.IsStop ? null : English.Of(token.Words.Where(w => !w.IsStop).Select(w => w.Text));

    /// <summary>The ideas of the content that the token stands for: its own with 1, those near in meaning with less.</summary>
    public IReadOnlyList<Near> NearTo(Token token)
    {
        var written = string.Join(' ', token.Words.Select(w => w.Text));
        if (met.TryGetValue(written, out var near)) return near;
        near = Compared(token);
        if (met.Count < MostMet) met[written] = near;
        return near;
    }

    private List<Near> Compared(Token token)
    {
        var near = new List<Near>();
        var own = numbers.GetValueOrDefault(token.Key, -1);
        if (own >= 0) near.Add(new Near(own, 1));
        if (Direction(token) is not { } direction) return near;
        for (var i = 0; i < directions.Length; i++)
        {
            if (i == own || directions[i] is not { } other) continue;
            var nearness = WordVectors.Nearness(direction, other);
            if (nearness > Chance) near.Add(new Near(i, AtMost * (nearness - Chance) / (1 - Chance)));
        }
        return near;
    }

    /// <summary>The direction of a whole text, its words weighted; null if none of them is known.</summary>
    public static float[]? Together(IEnumerable<(float[]? Direction, float Weight)> parts)
    {
        float[]? sum = null;
        foreach (var (direction, weight) in parts)
        {
            if (direction is null) continue;
            sum ??= new float[direction.Length];
            for (var i = 0; i < sum.Length; i++) sum[i] += weight * direction[i];
        }
        return sum is null ? null : WordVectors.ToLengthOne(sum);
    }
}
