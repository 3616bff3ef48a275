namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>Tells which of the things that a crawl fetches may be articles, by their media type: pages, documents, feeds and data, but no images, scripts or fonts.</summary>
internal static class ArticleMediaType
{
    /// <summary>Tells whether content of a type may be an article, or hold some.</summary>
    /// <param name="mediaType">The type with its parameters; null where it is not known, which leaves all possible.</param>
    public static bool IsCandidate(string? mediaType)
    {
        var type = (mediaType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return type is ""
            or "text/html" or "application/xhtml+xml" or "text/plain" or "text/markdown" or "text/x-markdown"
            or "application/json" or "application/jsonl" or "application/x-ndjson" or "text/json"
            or "application/xml" or "text/xml" or "application/pdf" or "message/rfc822" or "application/mbox"
            or "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            or "application/gzip" or "application/x-gzip" or "application/zip"
            || (type.StartsWith("application/", StringComparison.Ordinal)
                && (type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal)));
    }
}
