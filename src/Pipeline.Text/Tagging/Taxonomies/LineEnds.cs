namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>Brings the line ends of a file into one form, so that its lines can be counted.</summary>
internal static class LineEnds
{
    /// <summary>Returns the file with a line feed for each carriage return that none follows; the file itself where there is no such.</summary>
    /// <param name="json">The file: JSON, in which both are white space, or end a comment, or are wrong.</param>
    public static ReadOnlySpan<byte> Normalize(ReadOnlySpan<byte> json)
    {
        var lone = IndexOfLone(json, 0);
        if (lone < 0)
        {
            return json;
        }

        var normalized = json.ToArray();
        for (; lone >= 0; lone = IndexOfLone(json, lone + 1))
        {
            normalized[lone] = (byte)'\n';
        }

        return normalized;
    }

    private static int IndexOfLone(ReadOnlySpan<byte> json, int start)
    {
        for (var i = start; i < json.Length; i++)
        {
            if (json[i] == '\r' && (i + 1 == json.Length || json[i + 1] != '\n'))
            {
                return i;
            }
        }

        return -1;
    }
}
