using System.Text;

namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>An HTTP response as a web archive keeps it: the bytes that came over the wire.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Fields">The header.</param>
/// <param name="Body">The body, as it was transferred.</param>
internal sealed record HttpResponse(int Status, HeaderFields Fields, ReadOnlyMemory<byte> Body)
{
    /// <summary>Reads a response; null where the bytes are none.</summary>
    /// <param name="content">The bytes.</param>
    public static HttpResponse? Read(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        var lineEnd = bytes.IndexOf((byte)'\n');
        if (!bytes.StartsWith("HTTP/"u8) || lineEnd < 0)
        {
            return null;
        }

        var words = Encoding.ASCII.GetString(bytes[..lineEnd]).Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || words[1] is not [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'])
        {
            return null;
        }

        var status = ((words[1][0] - '0') * 100) + ((words[1][1] - '0') * 10) + (words[1][2] - '0');

        // A header without its empty line is one that was cut short: then there is no body.
        var end = HeaderFields.FindEnd(bytes);
        return end < 0
            ? new HttpResponse(status, HeaderFields.Read(bytes[(lineEnd + 1)..]), default)
            : new HttpResponse(status, HeaderFields.Read(bytes[(lineEnd + 1)..end]), content[end..]);
    }
}
