using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>
/// Finds a name that stands alone on a line under the headline, as bylines without a word that opens them do: beside a
/// date, or right above the first paragraph.
/// </summary>
internal static class NameAlone
{
    private const int MaxLines = 30;
    private const int MinParagraphLength = 120;

    /// <summary>Returns the names; empty where there are none.</summary>
    public static IReadOnlyList<string> Find(HtmlPage page, Headline headline)
    {
        List<(string Line, int FirstRun)> lines = [.. PageLines.Around(page, headline.Run, headline.Run + MaxLines)];
        var paragraph = lines.Count < 2 ? -1 : lines.FindIndex(1, line => line.Line.Length >= MinParagraphLength);
        for (var i = 1; i < lines.Count && (paragraph < 0 || i < paragraph); i++)
        {
            var (line, first) = lines[i];
            if (line.Length > 60 || page.Runs[first].Parent.LocalName is "a" or "button" or "li" || !AuthorName.IsPerson(line))
            {
                continue;
            }

            if (i + 1 == paragraph || IsDate(lines, i - 1) || IsDate(lines, i + 1))
            {
                return SeenByline.Read([line], sure: false);
            }
        }

        return [];
    }

    private static bool IsDate(List<(string Line, int FirstRun)> lines, int index) =>
        index >= 0 && index < lines.Count && lines[index].Line is { Length: <= 60 } line && DateInText.Find(line, 0, DayOrder.DayFirst) is not null;
}
