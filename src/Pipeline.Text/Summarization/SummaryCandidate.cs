namespace Pipeline.Text.Summarization;

/// <summary>A sentence that may go into a summary.</summary>
/// <param name="Index">Its place among the article's sentences, from 0.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="StartsParagraph">Whether it opens a paragraph.</param>
/// <param name="Kind">What kind of block it stands in.</param>
/// <param name="WordCount">Its length in words.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="Fitness">Whether it can stand in a summary.</param>
internal sealed record SummaryCandidate(int Index, TextSpan Span, bool StartsParagraph, BlockKind Kind, int WordCount, int[] Terms, Fitness Fitness)
{
    /// <summary>Gets a value indicating whether it belongs to a list.</summary>
    public bool IsListItem => Kind == BlockKind.ListItem;

    /// <summary>Gets a value indicating whether its end is cut off, since it is too long to quote.</summary>
    public bool IsCut { get; init; }
}
