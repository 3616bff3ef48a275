using System.Text;

namespace Pipeline.Testing.Archives;

/// <summary>Writes a web archive record by record.</summary>
public sealed class WarcBuilder
{
    private readonly List<byte[]> _records = [];

    /// <summary>Adds an HTTP response with the given header lines and body.</summary>
    public WarcBuilder Response(string uri, byte[] body, string contentType = "text/plain; charset=utf-8", string status = "200 OK", params string[] headers) => Record(
        "response", uri, [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\n{string.Concat(headers.Select(line => line + "\r\n"))}\r\n"), .. body], "application/http;msgtype=response");

    /// <summary>Adds a record.</summary>
    public WarcBuilder Record(
        string type, string? uri, byte[] content, string contentType = "text/plain", string? length = null, string date = "2024-05-03T10:00:00Z", string lineEnd = "\r\n")
    {
        string[] lines =
        [
            "WARC/1.1",
            $"WARC-Type: {type}",
            .. uri is null ? Array.Empty<string>() : [$"WARC-Target-URI: {uri}"],
            $"WARC-Date: {date}",
            $"WARC-Record-ID: <urn:uuid:{_records.Count:D8}>",
            $"Content-Type: {contentType}",
            .. length == "" ? Array.Empty<string>() : [$"Content-Length: {length ?? $"{content.Length}"}"],
            "",
            "",
        ];
        return Raw([.. Encoding.UTF8.GetBytes(string.Join(lineEnd, lines)), .. content, .. Encoding.UTF8.GetBytes(lineEnd + lineEnd)]);
    }

    /// <summary>Adds bytes as they are.</summary>
    public WarcBuilder Raw(byte[] bytes)
    {
        _records.Add(bytes);
        return this;
    }

    public byte[] Build() => [.. _records.SelectMany(record => record)];

    /// <summary>Returns the archive in gzip with one member a record.</summary>
    public byte[] BuildGzip() => [.. _records.SelectMany(Gzip.Compress)];
}
