using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>The ideas that occur in the content, numbered, and how near in meaning a word of a question is to each of them.</summary>
internal sealed class Meanings
{
    // Below this the nearness of two words is chance. Above it, a near word counts for less than the same one: "buyer" is near "seller" too.
    private const float Chance = 0.5f;
    private const float AtMost = 0.8f;

    private static readonly Lazy<WordVectors> Read = new(() => WordVectors.Read(AuthoredContent.Bytes("questions/word-vectors.bin")));

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> words = [];
    private float[]?[] directions = [];

    /// <summary>The commonest words of English and those of the content.</summary>
    public static WordVectors English => Read.Value;

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

    /// <summary>For each idea of the content 1 if it is the token's own, less if it is near in meaning, 0 for the rest.</summary>
    public float[] NearTo(Token token)
    {
        var near = new float[directions.Length];
        if (Direction(token) is { } direction)
        {
            for (var i = 0; i < directions.Length; i++)
            {
                if (directions[i] is not { } other) continue;
                var nearness = WordVectors.Nearness(direction, other);
                if (nearness > Chance) near[i] = AtMost * (nearness - Chance) / (1 - Chance);
            }
        }
        if (numbers.TryGetValue(token.Key, out var own)) near[own] = 1;
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
