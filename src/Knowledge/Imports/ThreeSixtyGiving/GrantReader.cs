using System.Text;
using System.Text.Json;

namespace CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;

/// <summary>Streams the grants out of a 360Giving JSON package, one at a time, so that a file of any size takes little memory.</summary>
internal sealed class GrantReader(Stream file)
{
    private const string NotGrants = "This is not a 360Giving JSON file: it should be an object with a list called \"grants\".";
    private const int LargestGrant = 16 * 1024 * 1024;

    private readonly Stream stream = Decoded(file);
    private byte[] buffer = new byte[64 * 1024];
    private int filled;
    private bool atEnd;
    private JsonReaderState state = new(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
    private bool inGrants;
    private bool sawGrants;
    private bool closed;

    /// <exception cref="UnreadableFileException">It is no JSON, has no grants, or ends too early.</exception>
    public IEnumerable<RawGrant> Read()
    {
        while (true)
        {
            Fill();
            var grants = new List<RawGrant>();
            var consumed = ReadBuffered(grants);
            foreach (var grant in grants) yield return grant;
            buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
            filled -= consumed;
            if (atEnd) break;
            if (filled == buffer.Length) Grow();
        }
        if (!sawGrants) throw new UnreadableFileException(NotGrants);
        if (!closed) throw new UnreadableFileException("The file ends in the middle, as if it was cut off. Nothing was changed.");
    }

    private int ReadBuffered(List<RawGrant> grants)
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(0, filled), atEnd, state);
        var good = 0;
        try
        {
            while (ReadOne(ref reader, grants))
            {
                good = (int)reader.BytesConsumed;
                state = reader.CurrentState;
            }
        }
        catch (JsonException problem)
        {
            var cut = atEnd && !closed && reader.TokenType != JsonTokenType.None && sawGrants;
            throw new UnreadableFileException(cut
                ? "The file ends in the middle, as if it was cut off. Nothing was changed."
                : $"This is not valid JSON (line {problem.LineNumber + 1}). Nothing was changed.");
        }
        return good;
    }

    // One step that either happens whole or not at all: the caller keeps the state from before a step that lacks bytes.
    private bool ReadOne(ref Utf8JsonReader reader, List<RawGrant> grants)
    {
        if (!reader.Read()) return false;
        if (inGrants) return ReadGrant(ref reader, grants);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return true;
            case JsonTokenType.EndObject:
                closed = true;
                return true;
            case JsonTokenType.PropertyName when reader.ValueTextEquals("grants"):
                if (!reader.Read()) return false;
                if (reader.TokenType != JsonTokenType.StartArray) throw new UnreadableFileException(NotGrants);
                return inGrants = sawGrants = true;
            case JsonTokenType.PropertyName:
                return reader.Read() && reader.TrySkip();
            default:
                throw new UnreadableFileException(NotGrants);
        }
    }

    private bool ReadGrant(ref Utf8JsonReader reader, List<RawGrant> grants)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            inGrants = false;
            return true;
        }
        if (!JsonDocument.TryParseValue(ref reader, out var document)) return false;
        using (document) grants.Add(RawGrant.From(document!.RootElement));
        return true;
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
        if (buffer.Length >= LargestGrant) throw new UnreadableFileException("One grant in this file is larger than 16 MB, which cannot be right. Nothing was changed.");
        Array.Resize(ref buffer, buffer.Length * 2);
    }

    private static Stream Decoded(Stream file)
    {
        Span<byte> start = stackalloc byte[3];
        var read = file.ReadAtLeast(start, 3, throwOnEndOfStream: false);
        var (encoding, mark) = start[..read] switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (null, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => ((Encoding?)null, 0),
        };
        file.Position = mark;
        return encoding is null ? file : Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8);
    }
}
