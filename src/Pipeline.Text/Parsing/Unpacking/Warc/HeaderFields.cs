using System.Text;

namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>The fields of a header, of a WARC record or of an HTTP message: names without regard to case; of a name that comes twice, the first.</summary>
internal sealed class HeaderFields
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the value of a field; null where it is missing.</summary>
    /// <param name="name">The field's name.</param>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads fields, one a line; a line that begins with white space goes on with the one before. What is no field is passed over.</summary>
    /// <param name="lines">The lines, with either line end.</param>
    public static HeaderFields Read(ReadOnlySpan<byte> lines)
    {
        var fields = new HeaderFields();
        string? last = null;
        foreach (var line in Encoding.UTF8.GetString(lines).EnumerateLines())
        {
            if (line is [' ' or '\t', ..] && last is not null)
            {
                fields._values[last] += $" {line.Trim()}";
            }
            else if (line.IndexOf(':') is > 0 and var colon)
            {
                var name = line[..colon].Trim().ToString();
                last = fields._values.TryAdd(name, line[(colon + 1)..].Trim().ToString()) ? name : null;
            }
        }

        return fields;
    }

    /// <summary>Finds the empty line that ends a header.</summary>
    /// <param name="bytes">The header and what follows.</param>
    /// <returns>The offset just past the empty line; -1 where there is none.</returns>
    public static int FindEnd(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOf((byte)'\n') is >= 0 and var at;)
        {
            from += at + 1;
            switch (bytes[from..])
            {
                case [(byte)'\n', ..]:
                    return from + 1;
                case [(byte)'\r', (byte)'\n', ..]:
                    return from + 2;
                default:
                    break;
            }
        }

        return -1;
    }
}
