using System.Numerics;

namespace CommissioningBot.Knowledge.Search;

/// <summary>
/// For each key a list of ascending numbers, such as the documents that hold a word. All lists lie in one array of bytes, each number as its distance
/// from the one before, seven bits a byte: most distances need one.
/// </summary>
internal sealed class Postings
{
    private readonly byte[] bytes;
    private readonly int[] starts;
    private readonly int[] counts;

    private Postings(byte[] bytes, int[] starts, int[] counts) => (this.bytes, this.starts, this.counts) = (bytes, starts, counts);

    /// <summary>How many numbers a key has; 0 for a key that is not there, such as -1.</summary>
    public int Count(int key) => (uint)key < (uint)counts.Length ? counts[key] : 0;

    /// <summary>The numbers of a key; none for a key that is not there.</summary>
    public Numbers Of(int key) => Count(key) == 0 ? default : new Numbers(bytes.AsSpan(starts[key]), counts[key]);

    /// <summary>Goes through the numbers of one key.</summary>
    public ref struct Numbers(ReadOnlySpan<byte> bytes, int left)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;
        private int left = left;
        private int at;

        public int Current { get; private set; } = -1;

        public readonly Numbers GetEnumerator() => this;

        public bool MoveNext()
        {
            if (left-- <= 0) return false;
            int part = bytes[at++];
            var distance = part & 0x7F;
            for (var shift = 7; part >= 0x80; shift += 7)
            {
                part = bytes[at++];
                distance |= (part & 0x7F) << shift;
            }
            Current += distance + 1;
            return true;
        }
    }

    /// <summary>Collects the keys of one number after the other.</summary>
    public sealed class Builder
    {
        private const int PieceLength = 1 << 18;

        private readonly List<int[]> pieces = [];
        private readonly List<int> ends = [];
        private int count;

        /// <summary>Gives the number that is being collected a key; not the same key twice.</summary>
        public void Add(int key)
        {
            if (count % PieceLength == 0) pieces.Add(new int[PieceLength]);
            pieces[^1][count++ % PieceLength] = key;
        }

        /// <summary>Ends a number and goes on to the next.</summary>
        public void Next() => ends.Add(count);

        /// <param name="keys">How many keys there are.</param>
        public Postings Build(int keys)
        {
            var (starts, counts, last) = (new int[keys], new int[keys], new int[keys]);
            Array.Fill(last, -1);
            foreach (var (key, number) in All())
            {
                starts[key] += BytesOf(number - last[key] - 1);
                counts[key]++;
                last[key] = number;
            }
            var total = 0;
            for (var key = 0; key < keys; key++) (starts[key], total) = (total, total + starts[key]);
            var bytes = new byte[total];
            var at = starts.ToArray();
            Array.Fill(last, -1);
            foreach (var (key, number) in All())
            {
                var distance = (uint)(number - last[key] - 1);
                last[key] = number;
                for (; distance >= 0x80; distance >>= 7) bytes[at[key]++] = (byte)(distance | 0x80);
                bytes[at[key]++] = (byte)distance;
            }
            return new Postings(bytes, starts, counts);
        }

        private static int BytesOf(int distance) => distance == 0 ? 1 : (38 - BitOperations.LeadingZeroCount((uint)distance)) / 7;

        private IEnumerable<(int Key, int Number)> All()
        {
            for (var (i, number) = (0, 0); number < ends.Count; number++)
            {
                for (; i < ends[number]; i++) yield return (pieces[i / PieceLength][i % PieceLength], number);
            }
        }
    }
}
