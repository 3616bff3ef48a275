using Pipeline.Text;

namespace Pipeline.Cli.Inspect;

/// <summary>A heading inside an article's text.</summary>
/// <param name="Text">The heading.</param>
/// <param name="Start">Where it stands in the text, in UTF-16 code units.</param>
/// <param name="Length">Its length, in UTF-16 code units.</param>
internal sealed record InspectedHeading(string Text, int Start, int Length)
{
    /// <summary>Returns the headings of an article; null where it has none.</summary>
    public static IReadOnlyList<InspectedHeading>? Of(Article article)
    {
        var headings = article.Blocks
            .Where(block => block.Kind == BlockKind.Heading)
            .Select(block => new InspectedHeading(article.Text.Substring(block.Span.Start, block.Span.Length), block.Span.Start, block.Span.Length))
            .ToList();
        return headings.Count > 0 ? headings : null;
    }
}
