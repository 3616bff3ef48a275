using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Testing.Requests;

/// <summary>A request sent byte for byte, where the usual client would mend or refuse what is odd in it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path and query.</param>
/// <param name="Headers">Further headers, each a line.</param>
/// <param name="Body">The body; empty for none.</param>
public sealed record RawRequest(string Method, string Target, IReadOnlyList<string> Headers, string Body = "")
{
    /// <summary>Gets a value indicating whether the body comes in chunks, without its length.</summary>
    public bool IsChunked { get; init; }

    /// <summary>Sends it on a connection of its own.</summary>
    public async Task<RawResponse> SendAsync(Uri server, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Text(server)), cancellationToken);

        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, cancellationToken);
        }
        catch (IOException) when (received.Length > 0)
        {
            // The server answers without having read a body that it refuses, then resets the connection.
        }

        return RawResponse.Parse(received.ToArray());
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Target} | {string.Join(" | ", Headers)} | body of {Body.Length}";

    private string Text(Uri server)
    {
        var size = Encoding.UTF8.GetByteCount(Body);
        var (length, body) = (size, IsChunked) switch
        {
            (0, _) => ("", ""),
            (_, true) => ("Transfer-Encoding: chunked\r\n", string.Create(CultureInfo.InvariantCulture, $"{size:x}\r\n{Body}\r\n0\r\n\r\n")),
            _ => (string.Create(CultureInfo.InvariantCulture, $"Content-Length: {size}\r\n"), Body),
        };
        var headers = string.Concat(Headers.Select(header => header + "\r\n"));
        return $"{Method} {Target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n{headers}{length}\r\n{body}";
    }
}

/// <summary>What came back.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">The headers; those that come twice are joined.</param>
/// <param name="Body">The body.</param>
public sealed record RawResponse(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Gets a header; empty where it is missing.</summary>
    public string this[string header] => Headers.GetValueOrDefault(header, "");

    internal static RawResponse Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            throw new InvalidDataException($"No answer: {Encoding.UTF8.GetString(bytes)}");
        }

        var lines = Encoding.UTF8.GetString(bytes, 0, end).Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }

        return new RawResponse(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, bytes[(end + 4)..]);
    }
}
