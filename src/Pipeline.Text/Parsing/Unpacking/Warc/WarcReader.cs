using System.Globalization;
using System.Security.Cryptography;

namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>
/// Reads the records of a web archive (ISO 28500, WARC 1.1) one after the other, with one record in memory. Where a record
/// breaks the rules it is reported, and reading goes on at the next line that begins one.
/// </summary>
/// <remarks>
/// A record's length is believed only where two line ends, another record, or the end follow it. Line ends may be LF alone. The offsets
/// in problems count expanded bytes.
/// </remarks>
/// <param name="stream">The archive, expanded.</param>
/// <param name="maxContentBytes">The longest content that is read, in bytes. Longer records are reported and passed over.</param>
internal sealed class WarcReader(Stream stream, int maxContentBytes)
{
    // A header has a dozen lines, of which one may be an address of some thousand characters.
    private const int MaxHeaderBytes = 64 * 1024;

    private const int ReadBytes = 64 * 1024;

    // Two line ends follow each record. Some writers leave one out, or write more.
    private const int MaxPadding = 64;

    private const int FingerprintBytes = 512;

    private byte[] _buffer = new byte[ReadBytes];
    private int _start;
    private int _end;
    private long _offset;
    private bool _ended;
    private Rejection? _failure;

    private static ReadOnlySpan<byte> Mark => "WARC/"u8;

    /// <summary>Reads the next record.</summary>
    /// <returns>The record; null at the end.</returns>
    public WarcRecord? Next()
    {
        while (Ensure(1) > 0 && _buffer[_start] is (byte)'\r' or (byte)'\n')
        {
            Skip(1);
        }

        if (Ensure(FingerprintBytes) == 0)
        {
            var failure = _failure;
            _failure = null;
            return failure is null ? null : new WarcRecord(null, default, failure, "#rest");
        }

        var fingerprint = Fingerprint();
        if (!StartsRecord(Buffered))
        {
            var at = _offset;
            SkipToNext(from: 0, long.MaxValue);
            return Broken(null, fingerprint, $"There is no WARC/1.x line at byte {at}.");
        }

        var header = FindHeaderEnd();
        if (header < 0)
        {
            var at = _offset;
            SkipToNext(from: 1, long.MaxValue);
            return Broken(null, fingerprint, $"The header of the record at byte {at} has no end.");
        }

        var fields = HeaderFields.Read(Buffered[..header]);
        var start = _offset;
        Skip(header);
        return ReadContent(fields, start, fingerprint);
    }

    private ReadOnlySpan<byte> Buffered => _buffer.AsSpan(_start.._end);

    private WarcRecord ReadContent(HeaderFields fields, long start, string fingerprint)
    {
        var stated = fields["Content-Length"];
        if (!long.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            SkipToNext(from: 0, long.MaxValue);
            return Broken(fields, fingerprint, stated is null
                ? $"The record at byte {start} has no Content-Length."
                : $"The Content-Length of the record at byte {start} is not a number of bytes.");
        }

        if (length > maxContentBytes)
        {
            return SkipToNext(from: 0, length)
                ? Broken(fields, fingerprint, $"The Content-Length of the record at byte {start} goes past its end.")
                : new WarcRecord(fields, default, new Rejection(RejectionReason.TooLarge, $"The record is longer than {maxContentBytes} bytes."), fingerprint);
        }

        var available = Ensure((int)length + MaxPadding);
        if (available < length || !IsFollowedByRecord(Buffered[(int)length..]))
        {
            var detail = available < length
                ? $"The Content-Length of the record at byte {start} goes past its end."
                : $"The Content-Length of the record at byte {start} is wrong: no record follows it.";
            SkipToNext(from: 0, long.MaxValue);
            return Broken(fields, fingerprint, detail);
        }

        var content = _buffer.AsMemory(_start, (int)length);
        Skip((int)length);
        return new WarcRecord(fields, content, null, fingerprint);
    }

    private WarcRecord Broken(HeaderFields? fields, string fingerprint, string detail)
    {
        var problem = _ended && _failure is not null ? _failure : new Rejection(RejectionReason.Malformed, detail);
        _failure = _ended ? null : _failure;
        return new WarcRecord(fields, default, problem, fingerprint);
    }

    private bool IsFollowedByRecord(ReadOnlySpan<byte> rest)
    {
        var next = rest.TrimStart("\r\n"u8);

        // Past a proper end comes what is no record: a problem of its own.
        return next.IsEmpty || rest.StartsWith("\r\n\r\n"u8) || StartsRecord(next) || (next.Length < Mark.Length + 2 && !_ended);
    }

    private static bool StartsRecord(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Mark) && bytes.Length > Mark.Length && char.IsAsciiDigit((char)bytes[Mark.Length]);

    private int FindHeaderEnd()
    {
        for (var wanted = 4 * 1024; ; wanted *= 2)
        {
            var available = Ensure(Math.Min(wanted, MaxHeaderBytes));
            var end = HeaderFields.FindEnd(Buffered[..Math.Min(available, MaxHeaderBytes)]);
            if (end >= 0 || available < wanted || wanted >= MaxHeaderBytes)
            {
                return end;
            }
        }
    }

    /// <summary>Passes over bytes up to the next line that begins a record.</summary>
    /// <param name="from">How many bytes are passed over in any case.</param>
    /// <param name="most">How many bytes are passed over at most.</param>
    /// <returns>Whether it ended, at a record or at the end of the archive, before as many bytes were passed over.</returns>
    private bool SkipToNext(int from, long most)
    {
        Skip(Math.Min(from, Ensure(from)));
        var isLineStart = from == 0;
        while (Ensure(ReadBytes) > 0 && most > 0)
        {
            var at = FindRecord(Buffered, isLineStart);
            if (at >= 0 && at < most)
            {
                Skip(at);
                return true;
            }

            // What is kept may be the first bytes of a record's line.
            var known = _ended ? _end - _start : _end - _start - Mark.Length - 1;
            var step = (int)Math.Min(Math.Max(1, known), most);
            isLineStart = _buffer[_start + step - 1] == '\n';
            Skip(step);
            most -= step;
        }

        return most > 0;
    }

    private static int FindRecord(ReadOnlySpan<byte> bytes, bool isLineStart)
    {
        if (isLineStart && StartsRecord(bytes))
        {
            return 0;
        }

        for (var from = 0; bytes[from..].IndexOf("\nWARC/"u8) is >= 0 and var at;)
        {
            from += at + 1;
            if (StartsRecord(bytes[from..]))
            {
                return from;
            }
        }

        return -1;
    }

    private string Fingerprint()
    {
        var hash = SHA256.HashData(Buffered[..Math.Min(FingerprintBytes, _end - _start)]);
        return $"#{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }

    private void Skip(int count)
    {
        _start += count;
        _offset += count;
    }

    /// <summary>Reads on until as many bytes are in memory, or the archive ends.</summary>
    /// <returns>How many there are.</returns>
    private int Ensure(int count)
    {
        while (_end - _start < count && !_ended)
        {
            MakeRoom(count);
            try
            {
                var read = stream.Read(_buffer, _end, _buffer.Length - _end);
                _end += read;
                _ended = read == 0;
            }
            catch (ExpansionException exception)
            {
                (_ended, _failure) = (true, exception.Rejection);
            }
            catch (InvalidDataException)
            {
                (_ended, _failure) = (true, new Rejection(RejectionReason.Malformed, $"The compressed data breaks off or is damaged past byte {_offset + _end - _start}."));
            }
        }

        return _end - _start;
    }

    private void MakeRoom(int count)
    {
        if (_buffer.Length - _start >= count && _end < _buffer.Length)
        {
            return;
        }

        var target = _buffer.Length >= count + 1 ? _buffer : new byte[Math.Max(count + 1, Math.Min(_buffer.Length * 2, maxContentBytes + ReadBytes))];
        _buffer.AsSpan(_start.._end).CopyTo(target);
        (_buffer, _end, _start) = (target, _end - _start, 0);
    }
}
