using Pipeline.Cli.Terminal;
using Pipeline.Text.Tagging;
using Spectre.Console;

namespace Pipeline.Cli.Inspect;

/// <summary>A text in which the evidence of issues is marked with the colour and the number of its issue; terms are underlined, words that were learned are not.</summary>
/// <param name="text">The text.</param>
/// <param name="issues">The issues, in the order of their numbers.</param>
/// <param name="styleOf">Gives the colour of an issue, by its index.</param>
/// <param name="marksInText">Whether signs mark where evidence starts, for want of colours.</param>
internal sealed class MarkedText(string text, IReadOnlyList<IssueTag> issues, Func<int, Style> styleOf, bool marksInText)
{
    /// <summary>Renders the text.</summary>
    public Paragraph Render()
    {
        var paragraph = new Paragraph();
        var position = 0;
        foreach (var (issue, evidence) in Spans())
        {
            Append(paragraph, text[position..evidence.Start], Style.Plain);
            var style = styleOf(issue);
            Append(
                paragraph,
                marksInText ? $"[{text.AsSpan(evidence.Start, evidence.Length)}]" : text.Substring(evidence.Start, evidence.Length),
                evidence.Kind == EvidenceKind.Term ? style.Decoration(Decoration.Underline) : style);
            Append(paragraph, $"({issue + 1})", style.Decoration(Decoration.Dim));
            position = evidence.End;
        }

        Append(paragraph, text[position..] + '\n', Style.Plain);
        return paragraph;
    }

    /// <summary>Gives the evidence in the order of the text; of overlapping parts, that which carried most.</summary>
    private List<(int Issue, IssueEvidence Evidence)> Spans()
    {
        var isTaken = new bool[text.Length];
        var spans = new List<(int Issue, IssueEvidence Evidence)>();
        var all = issues.SelectMany((tag, issue) => tag.Evidence.Select(evidence => (Issue: issue, Evidence: evidence)));
        foreach (var item in all.OrderByDescending(item => item.Evidence.Share * issues[item.Issue].Score))
        {
            var taken = isTaken.AsSpan(item.Evidence.Start, item.Evidence.Length);
            if (!taken.Contains(true))
            {
                taken.Fill(true);
                spans.Add(item);
            }
        }

        spans.Sort(static (a, b) => a.Evidence.Start.CompareTo(b.Evidence.Start));
        return spans;
    }

    private static void Append(Paragraph paragraph, string part, Style style) =>
        paragraph.Append(PlainText.Clean(part, keepLineBreaks: true), style);
}
