using System.Collections.Frozen;
using MimeKit;
using Pipeline.Text.Parsing.Unpacking.Gzip;
using Pipeline.Text.Parsing.Unpacking.Zip;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>
/// Tells files of a mail that may be articles from what mails carry besides: logos, calendars, visiting cards, signatures,
/// tables. By name and media type, for nearly every such file is text that a reader of plain text would take.
/// </summary>
internal static class AttachmentKind
{
    private static readonly FrozenSet<string> Extensions = Set(
        "pdf docx docm dotx html htm xhtml shtml mht mhtml txt text md markdown mdown json jsonl ndjson jl xml rss atom rdf nitf newsml eml mbox mbx zip gz warc");

    // What stands for no format in particular: there the content tells.
    private static readonly FrozenSet<string> Vague = Set("application/octet-stream application/force-download application/x-download application/download");

    private static readonly FrozenSet<string> MediaTypes = Set(
        "application/pdf application/x-pdf application/vnd.openxmlformats-officedocument.wordprocessingml.document application/vnd.ms-word.document.macroenabled.12 "
        + "text/html application/xhtml+xml multipart/related text/markdown application/json application/ld+json application/feed+json application/xml text/xml "
        + "application/rss+xml application/atom+xml application/nitf+xml application/vnd.iptc.g2.newsitem+xml application/vnd.iptc.g2.newsmessage+xml "
        + "message/rfc822 message/global application/mbox application/zip application/x-zip-compressed application/gzip application/x-gzip application/warc");

    /// <summary>Tells whether a file may be an article.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="mediaType">Its media type without parameters.</param>
    /// <returns>Null where neither tells, so that the content must (<see cref="IsDocument(ReadOnlySpan{byte})"/>).</returns>
    public static bool? IsDocument(string name, string mediaType)
    {
        var extension = Path.GetExtension(name).TrimStart('.');
        return Extensions.Contains(extension) || MediaTypes.Contains(mediaType) ? true
            : mediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase) ? extension.Length == 0
            : Vague.Contains(mediaType) ? null
            : false;
    }

    /// <summary>Tells whether bytes begin as a document or an archive that is read.</summary>
    /// <param name="content">All bytes of the file.</param>
    public static bool IsDocument(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8)
        || GzipUnpacker.IsGzip(content)
        || (ZipUnpacker.IsZip(content) && (ZipPackage.Identify(content) is ZipPackageKind.None or ZipPackageKind.Word));

    /// <summary>Returns the media type of a file with the character encoding that the mail states for it.</summary>
    /// <param name="type">The type that the mail declares.</param>
    public static string MediaType(ContentType type) =>
        type.Charset is { Length: > 0 } charset ? $"{type.MimeType.ToLowerInvariant()}; charset={charset}" : type.MimeType.ToLowerInvariant();

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
