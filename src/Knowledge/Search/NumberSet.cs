using System.Numerics;

namespace CommissioningBot.Knowledge.Search;

/// <summary>A set of numbers from 0 to less than a limit, one bit for each; it gives them in ascending order.</summary>
internal sealed class NumberSet(int limit)
{
    private readonly ulong[] bits = new ulong[(limit + 63) / 64];

    public void Add(int number) => bits[number >> 6] |= 1UL << number;

    public void Add(Postings.Numbers numbers)
    {
        foreach (var number in numbers) Add(number);
    }

    public void AddAll()
    {
        Array.Fill(bits, ulong.MaxValue);
        if (limit % 64 != 0) bits[^1] = (1UL << (limit % 64)) - 1;
    }

    public void AddAll(NumberSet other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] |= other.bits[i];
    }

    public void KeepAll(NumberSet other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] &= other.bits[i];
    }

    public void RemoveAll(NumberSet other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] &= ~other.bits[i];
    }

    public bool Contains(int number) => (bits[number >> 6] & 1UL << number) != 0;

    public NumberSet Copy()
    {
        var copy = new NumberSet(limit);
        bits.CopyTo(copy.bits, 0);
        return copy;
    }

    public Enumerator GetEnumerator() => new(bits);

    public struct Enumerator(ulong[] bits)
    {
        private int word = -1;
        private ulong left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (++word == bits.Length) return false;
                left = bits[word];
            }
            Current = (word << 6) + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
