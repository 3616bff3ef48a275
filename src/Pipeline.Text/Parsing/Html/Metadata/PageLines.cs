using System.Text;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>The visible lines of a page: pieces of text that only inline elements part, a space between.</summary>
internal static class PageLines
{
    /// <summary>Returns the lines of some pieces of text, each with the index of its first.</summary>
    public static IEnumerable<(string Line, int FirstRun)> Around(HtmlPage page, int start, int end)
    {
        var line = new StringBuilder();
        var first = start;
        for (var i = start; i < Math.Min(end, page.Runs.Count); i++)
        {
            if (line.Length > 0 && page.Runs[i].Block != page.Runs[i - 1].Block)
            {
                yield return (line.ToString(), first);
                line.Clear();
            }

            first = line.Length == 0 ? i : first;
            line.Append(line.Length == 0 ? "" : " ").Append(page.Runs[i].Text);
        }

        if (line.Length > 0)
        {
            yield return (line.ToString(), first);
        }
    }
}
