using System.Text;
using System.Text.Json;

namespace CommissioningBot.Knowledge.Imports.Json;

/// <summary>Takes one element of a list, which the reader stands on; false if the bytes read so far do not hold all of it.</summary>
internal delegate bool TakeElement<T>(ref Utf8JsonReader reader, List<T> into);

/// <summary>Streams the elements of one list out of a JSON file, so that a file of any size takes little memory.</summary>
/// <param name="file">The file; UTF-8, or UTF-16 with its mark. Anything else throws an <see cref="UnreadableFileException"/>.</param>
/// <param name="lists">Names that the list may have at the top of the file; an empty name stands for a file that is the list itself.</param>
/// <param name="notThis">What to say of a file that has no such list.</param>
internal sealed class JsonList(Stream file, IReadOnlyList<string> lists, string notThis)
{
    private const string CutOff = "The file ends in the middle, as if it was cut off. Nothing was changed.";
    private const int LargestElement = 16 * 1024 * 1024;

    private readonly Stream stream = Decoded(file);
    private readonly Dictionary<string, string> top = new(StringComparer.Ordinal);
    private byte[] buffer = new byte[256 * 1024];
    private int filled;
    private bool atEnd;
    private JsonReaderState state = new(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
    private int depth;
    private bool inList;
    private bool sawList;
    private bool closed;

    /// <summary>Texts, numbers and truth values at the top of the file, as far as it was read.</summary>
    public IReadOnlyDictionary<string, string> Top => top;

    /// <summary>The elements as documents; each is good until the next is asked for.</summary>
    /// <exception cref="UnreadableFileException">It is no JSON, has no such list, or ends too early.</exception>
    public IEnumerable<JsonElement> Read()
    {
        foreach (var document in Read<JsonDocument>(TakeDocument))
        {
            using (document) yield return document.RootElement;
        }
    }

    /// <exception cref="UnreadableFileException">As above.</exception>
    public IEnumerable<T> Read<T>(TakeElement<T> take)
    {
        var taken = new List<T>();
        while (true)
        {
            Fill();
            var consumed = ReadBuffered(take, taken);
            foreach (var element in taken) yield return element;
            taken.Clear();
            buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
            filled -= consumed;
            if (atEnd) break;
            if (filled == buffer.Length) Grow();
        }
        if (!sawList) throw new UnreadableFileException(notThis);
        if (!closed) throw new UnreadableFileException(CutOff);
    }

    private static bool TakeDocument(ref Utf8JsonReader reader, List<JsonDocument> into)
    {
        if (!JsonDocument.TryParseValue(ref reader, out var document)) return false;
        into.Add(document!);
        return true;
    }

    private int ReadBuffered<T>(TakeElement<T> take, List<T> taken)
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(0, filled), atEnd, state);
        var good = 0;
        try
        {
            while (ReadOne(ref reader, take, taken))
            {
                good = (int)reader.BytesConsumed;
                state = reader.CurrentState;
            }
        }
        catch (JsonException problem)
        {
            if (problem.Message.Contains("maximum configured depth", StringComparison.Ordinal)) throw new UnreadableFileException($"This is not valid JSON of any use: on line {problem.LineNumber + 1} it is nested far too deep. Nothing was changed.");
            var cut = atEnd && !closed && reader.TokenType != JsonTokenType.None && sawList;
            throw new UnreadableFileException(cut ? CutOff : $"This is not valid JSON (line {problem.LineNumber + 1}). Nothing was changed.");
        }
        return good;
    }

    // One step that either happens whole or not at all: the caller keeps the state from before a step that lacks bytes.
    private bool ReadOne<T>(ref Utf8JsonReader reader, TakeElement<T> take, List<T> taken)
    {
        if (!reader.Read()) return false;
        if (inList)
        {
            if (reader.TokenType != JsonTokenType.EndArray) return take(ref reader, taken);
            inList = false;
            closed = depth == 0;
            return true;
        }
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when depth == 0 && !sawList:
                depth = 1;
                return true;
            case JsonTokenType.StartArray when depth == 0 && lists.Contains(""):
                return inList = sawList = true;
            case JsonTokenType.EndObject:
                return closed = true;
            case JsonTokenType.PropertyName:
                return ReadProperty(ref reader);
            default:
                throw new UnreadableFileException(notThis);
        }
    }

    private bool ReadProperty(ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        if (!reader.Read()) return false;
        if (lists.Contains(name))
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new UnreadableFileException(notThis);
            return inList = sawList = true;
        }
        if (reader.TokenType is JsonTokenType.String && reader.ValueSpan.Length < 1000) top[name] = reader.GetString()!;
        else if (reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False) top[name] = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.TrySkip();
    }

    private void Fill()
    {
        while (filled < buffer.Length && !atEnd)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            atEnd = read == 0;
            filled += read;
        }
    }

    private void Grow()
    {
        if (buffer.Length >= LargestElement) throw new UnreadableFileException("One item of the list in this file is larger than 16 MB, which cannot be right. Nothing was changed.");
        Array.Resize(ref buffer, buffer.Length * 2);
    }

    private static Stream Decoded(Stream file)
    {
        var mark = new byte[3];
        var read = file.ReadAtLeast(mark, 3, throwOnEndOfStream: false);
        var (encoding, length) = mark.AsSpan(0, read) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (null, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            // JSON begins with a sign that takes one byte: a nought beside it is UTF-16 without its mark, or no text at all.
            [0, ..] or [_, 0, ..] => throw new UnreadableFileException("The file is not in UTF-8. Save it as UTF-8 and import it again. Nothing was changed."),
            _ => ((Encoding?)null, 0),
        };
        // A table inside a zip cannot go back to its start.
        var whole = new StartedStream(mark[length..read], file);
        return encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, Encoding.UTF8);
    }

    // The bytes that were looked at, and then the rest.
    private sealed class StartedStream(byte[] start, Stream rest) : Stream
    {
        private int given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> into)
        {
            if (given == start.Length) return rest.Read(into);
            var count = Math.Min(into.Length, start.Length - given);
            start.AsSpan(given, count).CopyTo(into);
            given += count;
            return count;
        }

        public override int Read(byte[] into, int offset, int count) => Read(into.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] from, int offset, int count) => throw new NotSupportedException();
    }
}
