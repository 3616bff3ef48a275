using System.Collections.Frozen;
using System.Text;
using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>
/// Brings the exports of press archives to the form of labelled lines above a body: Factiva's fields with codes of two letters,
/// and Nexis' cover lines above <c>BYLINE:</c>. One document a file; any other text stays as it is.
/// </summary>
internal static class ArchiveExport
{
    private const int MinCodes = 5;
    private const int MaxCoverLines = 8;
    private const int MaxCountLength = 40;

    private static readonly FrozenSet<string> Codes =
        "SE HD CR BY WC PD ET SN SC ED PG VOL LA CY CX LP TD ART CT RF CO IN NS RE IPC IPD PUB AN".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the text with labelled lines.</summary>
    /// <param name="text">The text, normalised.</param>
    public static string Relabel(string text)
    {
        // One look at the first line: most texts are no exports, and some are long.
        var start = text.AsSpan().TrimStart();
        var first = start.IndexOf('\n') is >= 0 and var end ? start[..end] : start;
        return (first.StartsWith("HD ") || first.StartsWith("SE ") ? OfFactiva(text) : first.Length <= MaxCountLength && IsCount(first.Trim().ToString()) ? OfNexis(text) : null) ?? text;
    }

    private static string? OfFactiva(string text)
    {
        var fields = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        StringBuilder? field = null;
        foreach (var line in text.Split('\n'))
        {
            var code = line.Split(' ', 2)[0];
            if (Codes.Contains(code) && fields.TryAdd(code, field = new StringBuilder()))
            {
                field.Append(line.AsSpan(code.Length).Trim());
            }
            else
            {
                _ = field?.Append('\n').Append(line);
            }
        }

        return fields.Count >= MinCodes && fields.ContainsKey("HD") && (fields.ContainsKey("LP") || fields.ContainsKey("TD"))
            ? $"Title: {Line("HD")}\nBy: {Line("BY")}\nSource: {Line("SN")}\nDate: {Line("PD")}\n\n{Block("LP")}\n\n{Block("TD")}"
            : null;

        string Block(string code) => fields.TryGetValue(code, out var value) ? value.ToString().Trim() : "";
        string Line(string code) => string.Join(' ', Block(code).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static string? OfNexis(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        var first = Array.FindIndex(lines, line => line.Length > 0);
        if (lines.Skip(first + 1).Any(IsCount))
        {
            return null;
        }

        var label = Array.FindIndex(lines, line => line.StartsWith("BYLINE:", StringComparison.Ordinal) || line.StartsWith("SECTION:", StringComparison.Ordinal) || line.StartsWith("LENGTH:", StringComparison.Ordinal));
        string[] cover = label < 0 ? [] : [.. lines[(first + 1)..label].Where(line => line.Length > 0)];
        if (cover.Length is < 2 or > MaxCoverLines)
        {
            return null;
        }

        var date = cover.Select(Day).FirstOrDefault(day => day is not null);
        return $"Title: {cover[^1]}\nSource: {cover[0]}\n{(date is null ? "" : $"Date: {date}\n")}{string.Join('\n', lines[label..])}";
    }

    /// <summary>Tells the line that counts the documents of a delivery: <c>1 of 25 DOCUMENTS</c>.</summary>
    private static bool IsCount(string line) =>
        line.Split(' ') is [var number, "of", var total, "DOCUMENT" or "DOCUMENTS"] && number.All(char.IsAsciiDigit) && total.All(char.IsAsciiDigit);

    /// <summary>Returns the date with which a line starts: its day of the week stands behind it.</summary>
    private static string? Day(string line) => PublicationDateParser.TryParsePrefix(line, out _, out var length) ? line[..length] : null;
}
