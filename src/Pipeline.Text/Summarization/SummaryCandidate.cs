namespace Pipeline.Text.Summarization;

/// <summary>A sentence that may go into a summary.</summary>
/// <param name="Index">Its place among the article's sentences, from 0.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="StartsParagraph">Whether it opens a paragraph.</param>
/// <param name="IsListItem">Whether it belongs to a list.</param>
/// <param name="WordCount">Its length in words.</param>
/// <param name="Terms">Its terms.</param>
internal sealed record SummaryCandidate(int Index, TextSpan Span, bool StartsParagraph, bool IsListItem, int WordCount, List<int> Terms);
