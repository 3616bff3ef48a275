namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>Words between quotation marks.</summary>
/// <param name="Words">The words, without the marks and the white space beside them.</param>
/// <param name="Start">Where the opening mark stands.</param>
/// <param name="End">Where the closing mark ends; the block's end where the quotation goes on in the next one.</param>
/// <param name="Block">The number of the block.</param>
/// <param name="GoesOn">Whether the next block continues it: the mark is opened again there and was not closed here.</param>
internal readonly record struct QuotedSpan(TextSpan Words, int Start, int End, int Block, bool GoesOn);
