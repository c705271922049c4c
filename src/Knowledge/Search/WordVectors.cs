using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace CommissioningBot.Knowledge.Search;

/// <summary>
/// How near everyday English words are to each other in meaning: "squeeze" stands beside "squeezed" and "cut". Each word is a direction;
/// two words are as near as the cosine between them. Where the file comes from stands in docs/decisions/0028.
/// </summary>
public sealed class WordVectors
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly sbyte[] values;

    private WordVectors(IReadOnlyList<string> words, int dimensions, sbyte[] values)
    {
        for (var i = 0; i < words.Count; i++) numbers[words[i]] = i;
        Dimensions = dimensions;
        this.values = values;
    }

    public int Dimensions { get; }

    public IEnumerable<string> Words => numbers.Keys;

    /// <summary>Reads a line with the count of words and of numbers for each, the words on a line each, then the numbers as signed bytes, word by word.</summary>
    public static WordVectors Read(ReadOnlySpan<byte> file)
    {
        var head = Line(ref file).Split(' ');
        var (count, dimensions) = (int.Parse(head[0], CultureInfo.InvariantCulture), int.Parse(head[1], CultureInfo.InvariantCulture));
        var words = new string[count];
        for (var i = 0; i < count; i++) words[i] = Line(ref file);
        return new WordVectors(words, dimensions, MemoryMarshal.Cast<byte, sbyte>(file)[..(count * dimensions)].ToArray());
    }

    public bool Knows(string word) => numbers.ContainsKey(word);

    /// <summary>The word's place among all words by how common it is in English, from 0; null if it is not known.</summary>
    public int? Place(string word) => numbers.TryGetValue(word, out var number) ? number : null;

    /// <summary>The direction of the words together, of length 1; null if none of them is known.</summary>
    public float[]? Of(IEnumerable<string> words)
    {
        float[]? sum = null;
        foreach (var word in words)
        {
            if (!numbers.TryGetValue(word, out var number)) continue;
            sum ??= new float[Dimensions];
            var own = values.AsSpan(number * Dimensions, Dimensions);
            var square = 0f;
            foreach (var value in own) square += value * value;
            var length = MathF.Sqrt(square);
            for (var i = 0; i < own.Length; i++) sum[i] += own[i] / length;
        }
        return sum is null ? null : ToLengthOne(sum);
    }

    /// <summary>The cosine of two directions of length 1: 1 for the same, about 0 for words that have nothing to do with each other.</summary>
    public static float Nearness(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var nearness = Vector.Sum(sum);
        for (; i < a.Length; i++) nearness += a[i] * b[i];
        return nearness;
    }

    /// <summary>Stretches a direction to length 1, in place.</summary>
    public static float[] ToLengthOne(float[] sum)
    {
        var length = MathF.Sqrt(Nearness(sum, sum));
        if (length > 0) for (var i = 0; i < sum.Length; i++) sum[i] /= length;
        return sum;
    }

    private static string Line(ref ReadOnlySpan<byte> file)
    {
        var end = file.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(file[..end]);
        file = file[(end + 1)..];
        return line;
    }
}
