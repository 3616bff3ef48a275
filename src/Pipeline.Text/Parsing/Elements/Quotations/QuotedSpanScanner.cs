namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>
/// Finds the words between quotation marks: the outer ones where quotations nest. A quotation that is not closed in its block counts
/// where the next block opens it again, as the paragraphs of a long one do; else it is none. Headings and tables are passed over.
/// Linear in the length of the text.
/// </summary>
internal static class QuotedSpanScanner
{
    /// <summary>Finds them, in order.</summary>
    public static List<QuotedSpan> Scan(string text, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var spans = new List<QuotedSpan>();
        for (var number = 0; number < blocks.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = blocks[number];
            if (block.Kind is BlockKind.Quote)
            {
                Add(spans, text, block.Span.Start, block.Span.Start, block.Span.End, block.Span.End, number, goesOn: false);
            }
            else if (HoldsQuotations(block))
            {
                var next = number + 1 < blocks.Count && HoldsQuotations(blocks[number + 1]) ? text[blocks[number + 1].Span.Start] : default;
                ScanBlock(spans, text, block.Span, number, next, cancellationToken);
            }
        }

        return spans;
    }

    private static bool HoldsQuotations(Block block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem;

    private static void ScanBlock(List<QuotedSpan> spans, string text, TextSpan span, int number, char nextOpening, CancellationToken cancellationToken)
    {
        var block = text.AsSpan(span.Start, span.Length);
        int open = -1, depth = 0;
        for (var i = NextMark(block, 0); i >= 0; i = NextMark(block, i + 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (open < 0)
            {
                if (QuotationMarks.Opens(block, i))
                {
                    (open, depth) = (i, 1);
                }
                else if (QuotationMarks.IsSingle(block[i]) && SingleMarks.FindEnd(block, i) is > 0 and var end)
                {
                    Add(spans, text, span.Start + i, span.Start + i + 1, span.Start + end, span.Start + end + 1, number, goesOn: false);
                    i = end;
                }
            }
            else if (QuotationMarks.Closes(block[open], block, i))
            {
                if (--depth == 0)
                {
                    Add(spans, text, span.Start + open, span.Start + open + 1, span.Start + i, span.Start + i + 1, number, goesOn: false);
                    open = -1;
                }
            }
            else if (block[i] == block[open])
            {
                // Where the same mark opens again and cannot nest, what it opened before has no end.
                (open, depth) = QuotationMarks.Nests(block[i]) ? (open, depth + 1) : (i, 1);
            }
        }

        if (open >= 0 && block[open] == nextOpening)
        {
            Add(spans, text, span.Start + open, span.Start + open + 1, span.End, span.End, number, goesOn: true);
        }
    }

    private static int NextMark(ReadOnlySpan<char> block, int from)
    {
        var index = from < block.Length ? block[from..].IndexOfAny(QuotationMarks.All) : -1;
        return index < 0 ? -1 : from + index;
    }

    private static void Add(List<QuotedSpan> spans, string text, int start, int first, int last, int end, int block, bool goesOn)
    {
        while (first < last && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        while (last > first && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        if (last > first)
        {
            spans.Add(new QuotedSpan(new TextSpan(first, last - first), start, end, block, goesOn));
        }
    }
}
