namespace Pipeline.Cli.Upload;

/// <summary>The content types of blobs, by the file's extension.</summary>
internal static class ContentTypes
{
    /// <summary>Returns the content type of a file.</summary>
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" => "text/plain",
        ".htm" or ".html" => "text/html",
        ".md" => "text/markdown",
        ".xml" or ".rss" or ".atom" => "application/xml",
        ".json" => "application/json",
        ".jsonl" => "application/jsonl",
        ".pdf" => "application/pdf",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".eml" => "message/rfc822",
        ".zip" => "application/zip",
        ".gz" => "application/gzip",
        _ => "application/octet-stream",
    };
}
