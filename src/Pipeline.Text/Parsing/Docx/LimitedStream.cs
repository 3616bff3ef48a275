namespace Pipeline.Text.Parsing.Docx;

/// <summary>Reads a part of a package, and throws where it turns out longer than allowed: what the directory claims is not believed.</summary>
/// <param name="inner">The part.</param>
/// <param name="maxBytes">How many bytes may come.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class LimitedStream(Stream inner, long maxBytes, CancellationToken cancellationToken) : Stream
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

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

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
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _read += read;
        return _read <= maxBytes ? read : throw new DocxLimitException(RejectionReason.ExpandsTooFar, $"A part of the document expands to more than {maxBytes} bytes.");
    }
}
