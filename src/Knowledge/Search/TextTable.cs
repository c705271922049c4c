using System.Text;

namespace CommissioningBot.Knowledge.Search;

/// <summary>
/// Different texts and their numbers, counted from 0 in the order of adding. They lie in one array of UTF-8: a few hundred thousand strings of
/// their own would take five times as much. Any number of threads may read; one may add.
/// </summary>
internal sealed class TextTable
{
    private const int LongestOnStack = 256;

    private byte[] bytes;
    private int[] ends;
    private int[] slots;
    private int used;

    public TextTable() => (bytes, ends, slots) = (new byte[4096], new int[256], new int[512]);

    public TextTable(TextTable from) =>
        (bytes, ends, slots, used, Count) = ([.. from.bytes], [.. from.ends], [.. from.slots], from.used, from.Count);

    public int Count { get; private set; }

    public string this[int number] => Encoding.UTF8.GetString(Utf8(number));

    public ReadOnlySpan<byte> Utf8(int number) => bytes.AsSpan(Start(number), ends[number] - Start(number));

    /// <summary>The number of a text; -1 if it is not there.</summary>
    public int Find(ReadOnlySpan<char> text) => Find(text, add: false);

    /// <summary>The number of a text, which is added if it is not there.</summary>
    public int Add(ReadOnlySpan<char> text) => Find(text, add: true);

    /// <summary>Gives back what was only there to grow into.</summary>
    public void Trim()
    {
        Array.Resize(ref bytes, used);
        Array.Resize(ref ends, Count);
    }

    private int Find(ReadOnlySpan<char> text, bool add)
    {
        Span<byte> buffer = text.Length <= LongestOnStack ? stackalloc byte[LongestOnStack * 3] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        // FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
        var hash = 2166136261u;
        foreach (var c in text)
        {
            if (c >= 128) return Find(buffer[..Encoding.UTF8.GetBytes(text, buffer)], add);
            buffer[length++] = (byte)c;
            hash = (hash ^ c) * 16777619u;
        }
        return Find(buffer[..length], hash, add);
    }

    private int Find(ReadOnlySpan<byte> utf8, bool add)
    {
        var hash = 2166136261u;
        foreach (var b in utf8) hash = (hash ^ b) * 16777619u;
        return Find(utf8, hash, add);
    }

    private int Find(ReadOnlySpan<byte> utf8, uint hash, bool add)
    {
        var mask = slots.Length - 1;
        var slot = (int)(hash ^ (hash >> 15)) & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (Utf8(slots[slot] - 1).SequenceEqual(utf8)) return slots[slot] - 1;
        }
        if (!add) return -1;
        if (used + utf8.Length > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + utf8.Length));
        if (Count == ends.Length) Array.Resize(ref ends, Count * 2);
        utf8.CopyTo(bytes.AsSpan(used));
        used += utf8.Length;
        ends[Count] = used;
        slots[slot] = ++Count;
        if (Count * 3 > slots.Length * 2) Spread();
        return Count - 1;
    }

    private int Start(int number) => number == 0 ? 0 : ends[number - 1];

    private void Spread()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var hash = 2166136261u;
            foreach (var b in Utf8(number)) hash = (hash ^ b) * 16777619u;
            var slot = (int)(hash ^ (hash >> 15)) & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = number + 1;
        }
    }
}
