namespace Pipeline.Text.Parsing.Json;

/// <summary>One line of JSON Lines that is not blank.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Bytes">Its bytes without the white space around them.</param>
internal readonly record struct JsonLine(int Number, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Splits a file into its lines.</summary>
    public static IEnumerable<JsonLine> Split(ReadOnlyMemory<byte> content)
    {
        for (var number = 1; !content.IsEmpty; number++)
        {
            var end = content.Span.IndexOf((byte)'\n');
            var line = (end < 0 ? content : content[..end]).Trim(" \t\r"u8);
            content = end < 0 ? default : content[(end + 1)..];
            if (!line.IsEmpty)
            {
                yield return new JsonLine(number, line);
            }
        }
    }
}
