namespace Pipeline.Cli.Upload;

/// <summary>The content types of blobs, by the file's extension. They are for people and browsers: the pipeline goes by the content.</summary>
internal static class ContentTypes
{
    /// <summary>Returns the content type of a file.</summary>
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" => "text/plain",
        ".htm" or ".html" => "text/html",
        ".xhtml" => "application/xhtml+xml",
        ".md" or ".markdown" => "text/markdown",
        ".xml" or ".nitf" or ".newsml" => "application/xml",
        ".rss" => "application/rss+xml",
        ".atom" => "application/atom+xml",
        ".json" => "application/json",
        ".jsonl" or ".ndjson" or ".jl" => "application/jsonl",
        ".pdf" => "application/pdf",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".eml" => "message/rfc822",
        ".mbox" => "application/mbox",
        ".warc" => "application/warc",
        ".zip" => "application/zip",
        ".gz" => "application/gzip",
        _ => "application/octet-stream",
    };
}
