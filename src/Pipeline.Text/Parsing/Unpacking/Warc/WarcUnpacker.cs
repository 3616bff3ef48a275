using System.Globalization;
using System.IO.Compression;
using Pipeline.Text.Parsing.Unpacking.Gzip;

namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>
/// Finds the pages in a web archive (ISO 28500), plain or in gzip, one member a record or one for all: responses with
/// status 200, resources and conversions, of a type that may be an article. Each is named by its address.
/// </summary>
/// <remarks>
/// Other records (requests, revisits, metadata, other statuses, images, scripts) are nothing that somebody wants read, and
/// are passed over. Records that break the rules are rejected, and an archive without any page is, with what it holds.
/// </remarks>
internal sealed class WarcUnpacker : IFileUnpacker
{
    private const int Ok = 200;

    public string Format => "warc";

    public bool CanUnpack(SourceFile file) => IsWarc(file.Content.Span) || (GzipUnpacker.IsGzip(file.Content.Span) && IsWarcInGzip(file.Content));

    public IEnumerable<UnpackedEntry> Unpack(SourceFile file, UnpackBudget budget, CancellationToken cancellationToken)
    {
        using var stream = GzipUnpacker.IsGzip(file.Content.Span)
            ? budget.Meter(new GZipStream(ContentStream.Open(file.Content), CompressionMode.Decompress), file.Content.Length, cancellationToken)
            : ContentStream.Open(file.Content);
        var reader = new WarcReader(stream, budget.MaxEntryBytes);
        var tally = new WarcTally();
        while (reader.Next() is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Find(record, file, tally, budget, cancellationToken) is { } entry)
            {
                tally.Entries++;
                yield return entry;
            }
        }

        if (tally.Entries == 0)
        {
            yield return UnpackedEntry.Rejected(RejectionReason.Empty, tally.Describe(), itemId: null);
        }
    }

    private static bool IsWarc(ReadOnlySpan<byte> bytes) => bytes.StartsWith("WARC/"u8);

    private static bool IsWarcInGzip(ReadOnlyMemory<byte> gzip)
    {
        Span<byte> first = stackalloc byte["WARC/".Length];
        try
        {
            using var stream = new GZipStream(ContentStream.Open(gzip), CompressionMode.Decompress);
            return stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && IsWarc(first);
        }
        catch (InvalidDataException)
        {
            // What is damaged this early is no archive that could be read.
            return false;
        }
    }

    private static UnpackedEntry? Find(
        WarcRecord record, SourceFile archive, WarcTally tally, UnpackBudget budget, CancellationToken cancellationToken)
    {
        tally.Records++;
        if (record.Problem is { } problem)
        {
            return IsPassedOver(record) ? null : UnpackedEntry.Rejected(problem, record.ItemId);
        }

        switch (record.Type)
        {
            case "resource" or "conversion":
                return tally.Takes(record.Fields!["Content-Type"], record.TargetUri) ? Entry(record, archive, record.Content, record.Fields["Content-Type"]) : null;
            case "response" when HttpResponse.Read(record.Content) is { } response:
                if (response.Status != Ok)
                {
                    tally.OtherStatuses++;
                    return null;
                }

                return tally.Takes(response.Fields["Content-Type"], record.TargetUri) ? Decode(record, archive, response, budget, cancellationToken) : null;
            default:
                tally.OtherRecords++;
                return null;
        }
    }

    // A request that is too long, say, is no loss.
    private static bool IsPassedOver(WarcRecord record) => record.Type is "request" or "revisit" or "metadata" or "warcinfo" or "continuation";

    private static UnpackedEntry Decode(
        WarcRecord record, SourceFile archive, HttpResponse response, UnpackBudget budget, CancellationToken cancellationToken)
    {
        var isChunked = response.Fields["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;
        var body = isChunked ? ChunkedBody.Join(response.Body) : response.Body;
        var content = CodedBody.Decode(body, response.Fields["Content-Encoding"], budget, cancellationToken);
        return content.Rejection is { } rejection
            ? UnpackedEntry.Rejected(rejection, record.ItemId)
            : Entry(record, archive, content.Bytes, response.Fields["Content-Type"]);
    }

    private static UnpackedEntry Entry(WarcRecord record, SourceFile archive, ReadOnlyMemory<byte> content, string? mediaType)
    {
        var name = record.ItemId;
        var end = name.AsSpan().IndexOfAny('?', '#');
        var file = new SourceFile($"{archive.Name}/{(end > 0 ? name[..end] : name)}", content)
        {
            Received = Earlier(archive.Received, record.Fields!["WARC-Date"]),
            Address = record.TargetUri ?? archive.Address,
            MediaType = string.IsNullOrWhiteSpace(mediaType) ? null : mediaType,
        };
        return UnpackedEntry.Of(file, record.ItemId);
    }

    /// <summary>What was fetched on a day was not published later. A date before the web, or of a far future, is damage.</summary>
    private static DateTimeOffset? Earlier(DateTimeOffset? received, string? fetched) =>
        DateTimeOffset.TryParse(fetched, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        && date.Year is >= 1990 and < 3000
        && !(date > received)
            ? date
            : received;
}
