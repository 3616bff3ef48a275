using Pipeline.Text.Sentences;

namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>
/// Finds the quotations of an article, and who speaks where the text says so. The paragraphs of a long quotation are one each.
/// Speakers are read in English, German, French, Spanish, Portuguese, Italian, Dutch and Russian; in other languages they are null.
/// Linear in the length of the text.
/// </summary>
internal sealed class QuotationReader
{
    // "and"; the longest attribution between the halves of a quotation. Chosen.
    private const int MaxConjunction = 5;
    private const int MaxAttribution = 300;

    private readonly string _text;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly List<QuotedSpan> _spans;
    private readonly AttributionReader? _attributions;
    private readonly PronounResolver _pronouns;

    private QuotationReader(string text, IReadOnlyList<Block> blocks, List<QuotedSpan> spans, string? language)
    {
        _text = text;
        _blocks = blocks;
        _spans = spans;
        _attributions = ReportingWords.For(language) is { } words ? new AttributionReader(text, words) : null;
        _pronouns = new PronounResolver(text, blocks);
    }

    /// <summary>Finds the quotations, in order; they do not overlap.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="language">The ISO 639-1 code of its language; null is read as English.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static IReadOnlyList<Quotation> Read(string text, IReadOnlyList<Block> blocks, string? language, CancellationToken cancellationToken)
    {
        var spans = QuotedSpanScanner.Scan(text, blocks, cancellationToken);
        return spans.Count == 0 ? [] : new QuotationReader(text, blocks, spans, language).Read(cancellationToken);
    }

    private List<Quotation> Read(CancellationToken cancellationToken)
    {
        var quotations = new List<Quotation>(_spans.Count);
        TextSpan? previous = null;
        for (var i = 0; i < _spans.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var span = _spans[i];
            if (_blocks[span.Block].Kind == BlockKind.Quote)
            {
                var set = SetApartQuote.Read(_text, span.Words);
                previous = set.Speaker ?? Resolve(FromPreviousBlock(span), span.Block);
                quotations.Add(new Quotation(set.Words, previous));
                continue;
            }

            var named = FindSpeaker(i);
            var words = _text.AsSpan(span.Words.Start, span.Words.Length);
            if (!QuotedWords.AreSpeech(words) && !(named is not null && EndsOpen(span)))
            {
                continue;
            }

            previous = Resolve(named, span.Block) ?? (named is null && Continues(i) ? previous : null);
            quotations.Add(new Quotation(span.Words, previous));
        }

        SpreadOverParagraphs(quotations);
        return quotations;
    }

    private Speaker? FindSpeaker(int index)
    {
        var span = _spans[index];
        var block = _blocks[span.Block].Span;
        var next = index + 1 < _spans.Count && _spans[index + 1].Block == span.Block ? _spans[index + 1].Start : block.End;
        var from = index > 0 && _spans[index - 1].Block == span.Block ? _spans[index - 1].End : block.Start;
        var after = span.GoesOn ? null : _attributions?.After(span.End, next, EndsOpen(span));
        return after ?? _attributions?.Before(from, span.Start) ?? (span.Start == block.Start ? FromPreviousBlock(span) : null);
    }

    private Speaker? FromPreviousBlock(QuotedSpan span)
    {
        if (span.Block == 0 || _blocks[span.Block - 1] is not { Kind: BlockKind.Paragraph } block || _text[block.Span.End - 1] != ':')
        {
            return null;
        }

        return _attributions?.Before(block.Span.Start, block.Span.End);
    }

    private TextSpan? Resolve(Speaker? speaker, int block)
    {
        if (speaker is not { } found)
        {
            return null;
        }

        if (found.IsPronoun)
        {
            return _pronouns.Resolve(found.Span, block);
        }

        _pronouns.Named(found.Span, block);
        return found.Span;
    }

    // "One," said X. "Two." - the second sentence of the same speaker; and a paragraph that takes up the quotation of the one before.
    private bool Continues(int index)
    {
        if (index == 0)
        {
            return false;
        }

        var (before, span) = (_spans[index - 1], _spans[index]);
        if (before.GoesOn && before.Block == span.Block - 1)
        {
            return true;
        }

        if (before.Block != span.Block)
        {
            return false;
        }

        var between = _text.AsSpan(before.End, span.Start - before.End).Trim();
        if (!EndsOpen(before))
        {
            // She called it "a bad idea" and "a waste of time".
            return between.Length is > 0 and <= MaxConjunction && !between.ContainsAny(".;:!?");
        }

        return between.IsEmpty || (between[^1] is '.' or ',' && between.Length <= MaxAttribution && SentenceSplitter.FirstEnd(between) is var end && (end < 0 || end == between.Length));
    }

    private bool EndsOpen(QuotedSpan span) =>
        QuotedWords.EndAsSpeech(_text.AsSpan(span.Words.Start, span.Words.Length)) && _text[span.Words.End - 1] is not '.'
        || (span.End < _text.Length && _text[span.End] == ',');

    // A quotation of several paragraphs names its speaker at either end.
    private void SpreadOverParagraphs(List<Quotation> quotations)
    {
        var span = _spans.Count - 1;
        for (var i = quotations.Count - 2; i >= 0; i--)
        {
            while (_spans[span].Words.Start > quotations[i].Span.Start)
            {
                span--;
            }

            if (_spans[span].GoesOn && _spans[span].Words == quotations[i].Span && quotations[i].Speaker is null)
            {
                quotations[i] = quotations[i] with { Speaker = quotations[i + 1].Speaker };
            }
        }
    }
}
