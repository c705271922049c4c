namespace CommissioningBot.Knowledge.Imports;

/// <summary>Reads what somebody else packed, and no more of it than a limit: a small file can unpack to a huge one.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>Bytes read so far.</summary>
    public override long Position { get; set; }

    /// <exception cref="UnreadableFileException">It is larger than the limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Position += read;
        if (Position > most) throw new UnreadableFileException(FormattableString.Invariant($"Something in the file unpacks to more than {most / 1024 / 1024} MB, which cannot be right. Nothing was changed."));
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
