namespace Pipeline.Text.Parsing.Structure;

/// <summary>The markers of list items: <c>- </c>, <c>* </c>, <c>• </c>, <c>1. </c>, <c>2) </c>, <c>(3) </c>.</summary>
internal static class ListMarker
{
    private const string Bullets = "-*+•·▪◦‣●○■–";

    /// <summary>Returns the length of the marker at the start, the spaces after it included; 0 where there is none.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line.Length > 2 && Bullets.Contains(line[0], StringComparison.Ordinal) && line[1] == ' ')
        {
            return 2;
        }

        return line.Length > 1 && line[0] is '•' or '▪' or '●' && char.IsLetterOrDigit(line[1]) ? 1 : NumberLength(line);
    }

    /// <summary>Returns the length of a number of one or two digits that marks an item, the spaces after it included; 0 where there is none.</summary>
    public static int NumberLength(ReadOnlySpan<char> line)
    {
        var start = line is ['(', ..] ? 1 : 0;
        var end = start;
        while (end < line.Length && end - start < 3 && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        if (end == start || end - start > 2 || end + 2 >= line.Length || line[end + 1] != ' ')
        {
            return 0;
        }

        return (start == 1 ? line[end] == ')' : line[end] is '.' or ')') ? end + 2 : 0;
    }
}
