using System.Text;

namespace Pipeline.Text.Parsing.Unpacking.Gzip;

/// <summary>The name of the file within a gzip file: a hint for the readers, no more.</summary>
internal static class GzipName
{
    private const string Extension = ".gz";
    private const int HeaderLength = 10;
    private const byte HasExtra = 4;
    private const byte HasName = 8;

    /// <summary>Returns the name that the header states (RFC 1952, 2.3), in the outer file's folder; else the outer name without <c>.gz</c>.</summary>
    public static string Of(SourceFile file)
    {
        var folder = file.Name[..(file.Name.LastIndexOf('/') + 1)];
        if (Stated(file.Content.Span) is { } stated)
        {
            return folder + stated;
        }

        return file.Name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? file.Name[..^Extension.Length] : file.Name;
    }

    private static string? Stated(ReadOnlySpan<byte> gzip)
    {
        if (gzip.Length < HeaderLength || (gzip[3] & HasName) == 0)
        {
            return null;
        }

        var rest = gzip[HeaderLength..];
        if ((gzip[3] & HasExtra) != 0)
        {
            var skip = rest.Length < 2 ? rest.Length : Math.Min(rest.Length, 2 + (rest[0] | (rest[1] << 8)));
            rest = rest[skip..];
        }

        var end = rest.IndexOf((byte)0);
        if (end <= 0)
        {
            return null;
        }

        var name = Encoding.Latin1.GetString(rest[..end]);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length == 0 || name.Any(char.IsControl) ? null : name;
    }
}
