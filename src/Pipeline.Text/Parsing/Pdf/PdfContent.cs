namespace Pipeline.Text.Parsing.Pdf;

/// <summary>
/// The bytes of a document for the PDF library, which opens a file before any filter or page is asked for: so the token
/// ends also the search through tables that lead nowhere.
/// </summary>
/// <param name="content">All bytes of the file.</param>
/// <param name="budget">What the document may use up.</param>
internal sealed class PdfContent(ReadOnlyMemory<byte> content, PdfBudget budget) : Stream
{
    private long _position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => content.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("The file has no place before its start.");
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        budget.AddRead();
        return _position < content.Length ? content.Span[(int)_position++] : -1;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        budget.AddRead();
        var rest = _position < content.Length ? content.Span[(int)_position..] : [];
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => content.Length + offset,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
