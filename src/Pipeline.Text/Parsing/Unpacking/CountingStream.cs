namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>Reads what expands while it is read, and tells how much came: what an archive claims of its lengths is not believed.</summary>
/// <param name="expanding">The stream to read; closed with this one.</param>
/// <param name="count">Takes the number of bytes of each reading; throws where they are too many, or to end the reading early.</param>
internal sealed class CountingStream(Stream expanding, Action<int> count) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = expanding.Read(buffer);
        _read += read;
        count(read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            expanding.Dispose();
        }

        base.Dispose(disposing);
    }
}
