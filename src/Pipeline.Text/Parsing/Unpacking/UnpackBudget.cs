namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>What may still be expanded and read of one dropped file, all files within it together. For one thread.</summary>
internal sealed class UnpackBudget(ParsingOptions options)
{
    // Small files shrink by any factor (a hundred blank lines by thirty): only long ones do harm. Chosen.
    private const long FreeBytes = 1024 * 1024;

    private const int ChunkBytes = 64 * 1024;

    private long _expandedBytes;
    private int _items;

    /// <summary>Gets the longest file within a file, in bytes.</summary>
    public int MaxEntryBytes => options.MaxFileBytes;

    /// <summary>Gets how many items may still come.</summary>
    public int RemainingItems => options.MaxItems - _items;

    /// <summary>Gets a value indicating whether the file turned out to hold more items than the limit. Then nothing more is read.</summary>
    public bool HasTooManyItems { get; private set; }

    /// <summary>Takes items off the budget.</summary>
    /// <param name="count">How many.</param>
    /// <returns>False where the budget is overrun.</returns>
    public bool TryTakeItems(int count)
    {
        if (!HasRoomFor(count))
        {
            return false;
        }

        _items += count;
        return true;
    }

    /// <summary>Tells whether so many items are left, so that an archive can be refused by its directory; where not, the budget counts as overrun.</summary>
    /// <param name="count">How many.</param>
    public bool HasRoomFor(int count)
    {
        HasTooManyItems |= count > RemainingItems;
        return !HasTooManyItems;
    }

    /// <summary>Reads a decompressor to its end.</summary>
    /// <param name="expanding">The decompressor.</param>
    /// <param name="compressedLength">The length of what it reads from, in bytes.</param>
    /// <param name="expectedLength">The length that the file declares, in bytes: a hint.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>All bytes, or those before something went wrong and what that was.</returns>
    public ExpandedContent Expand(Stream expanding, long compressedLength, long expectedLength, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream((int)Math.Clamp(expectedLength, 0, Math.Min(MaxEntryBytes, Math.Max(FreeBytes, compressedLength * 8))));
        using var metered = Meter(expanding, compressedLength, cancellationToken);
        var chunk = new byte[ChunkBytes];
        Rejection? rejection = null;
        try
        {
            for (int read; (read = metered.Read(chunk)) > 0;)
            {
                if (content.Length + read > MaxEntryBytes)
                {
                    rejection = new Rejection(RejectionReason.TooLarge, $"The file is longer than {MaxEntryBytes} bytes when it is expanded.");
                    break;
                }

                content.Write(chunk, 0, read);
            }
        }
        catch (ExpansionException exception)
        {
            rejection = exception.Rejection;
        }
        catch (InvalidDataException)
        {
            rejection = new Rejection(RejectionReason.Malformed, $"The compressed data breaks off or is damaged after {content.Length} expanded bytes.");
        }

        return new ExpandedContent(content.GetBuffer().AsMemory(0, (int)content.Length), rejection);
    }

    /// <summary>Wraps a decompressor so that what is read of it counts, and ends with an <see cref="ExpansionException"/> where it is too much.</summary>
    /// <param name="expanding">The decompressor.</param>
    /// <param name="compressedLength">The length of what it reads from, in bytes.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public Stream Meter(Stream expanding, long compressedLength, CancellationToken cancellationToken)
    {
        var maxBytes = Math.Max(FreeBytes, compressedLength * options.MaxExpansionRatio);
        var expanded = 0L;
        return new CountingStream(expanding, read =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            expanded += read;
            var rejection = CountExpanded(read);
            if (rejection is null && expanded > maxBytes)
            {
                rejection = new Rejection(RejectionReason.ExpandsTooFar, $"The file expands to more than {options.MaxExpansionRatio} times its length.");
            }

            if (rejection is not null)
            {
                throw new ExpansionException(rejection);
            }
        });
    }

    /// <summary>Counts expanded bytes.</summary>
    /// <param name="count">How many more there are.</param>
    /// <returns>Why they are too many; null where they are not.</returns>
    public Rejection? CountExpanded(int count)
    {
        _expandedBytes += count;
        return _expandedBytes > options.MaxExpandedBytes
            ? new Rejection(RejectionReason.ExpandsTooFar, $"All files within the file together are longer than {options.MaxExpandedBytes} bytes.")
            : null;
    }
}
