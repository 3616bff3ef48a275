using Pipeline.Text.Parsing.Decoding;
using Pipeline.Text.Parsing.Structure;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>
/// Reads an article from plain text in any common encoding: one paragraph a line or wrapped lines; title, byline and date
/// above the body, on lines of their own, labelled, or in a dateline; section headings and lists in it; an FAQ below it.
/// </summary>
/// <remarks>
/// The last reader to ask: it takes every file, and says of those that are no plain text what they look like.
/// The title, the date, the byline and the dateline are not in <see cref="Article.Text"/>; markers of lists and headings are taken off.
/// </remarks>
/// <param name="languageIdentifier">Tells the language of the body.</param>
public sealed class PlainTextArticleReader(LanguageIdentifier languageIdentifier) : IArticleReader
{
    // A news article has a few hundred lines at most, a book ten thousand. What has more is a list or a log.
    private const int MaxLines = 100_000;

    /// <inheritdoc/>
    public string Format => "text";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => true;

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var decoded = TextDecoder.Decode(file.Content.Span);
        return [decoded.IsText ? Read(decoded.Text, cancellationToken) : ParsedItem.Rejected(decoded.Rejection.Reason, decoded.Rejection.Detail)];
    }

    private ParsedItem Read(string decoded, CancellationToken cancellationToken)
    {
        var text = TextNormalizer.Normalize(decoded);
        cancellationToken.ThrowIfCancellationRequested();
        if (string.IsNullOrWhiteSpace(text))
        {
            return ParsedItem.Rejected(RejectionReason.Empty, "The file holds nothing but white space.");
        }

        if (MarkupSignature.Identify(text) is { } markup)
        {
            return ParsedItem.Rejected(RejectionReason.NotText, $"The content looks like {markup}, not like plain text.");
        }

        if (text.AsSpan().Count('\n') > MaxLines)
        {
            return ParsedItem.Rejected(RejectionReason.TooLarge, $"The file has more than {MaxLines} lines.");
        }

        var lines = TextLine.Split(text);
        var layout = WrapLayout.Detect(lines);
        var header = HeaderReader.Read(lines, layout);
        var paragraphs = new ParagraphJoiner(layout, new LineHyphenation(text)).Join(header.Body);
        cancellationToken.ThrowIfCancellationRequested();
        return Assemble(header.Fields, PassageClassifier.Classify(paragraphs));
    }

    private ParsedItem Assemble(HeaderFields fields, IReadOnlyList<Passage> passages)
    {
        var (remaining, reporters) = ClosingMatter.Remove(passages);
        var (opened, dateline) = CutDateline(remaining);
        var (body, faq) = FaqExtractor.Extract(opened);
        if (!body.Any(passage => passage.Kind != BlockKind.Heading && SentenceShape.IsProse(passage.Text)))
        {
            return ParsedItem.Rejected(RejectionReason.NoParagraphs, "There is no paragraph of prose in the text.");
        }

        var (text, blocks) = ArticleBody.Join(body);
        var language = languageIdentifier.Identify(text);
        return ParsedItem.Read(new Article
        {
            Format = Format,
            Title = fields.Title ?? DerivedTitle.From(FirstProse(body).Text),
            TitleDerived = fields.Title is null,
            Published = fields.Published ?? dateline?.Published ?? fields.Updated,
            Language = language?.Code,
            LanguageConfidence = language?.Confidence,
            Authors = fields.Authors.Count > 0 ? fields.Authors : reporters,
            Source = fields.Source ?? dateline?.Source,
            Url = fields.Url,
            Text = text,
            Blocks = blocks,
            Faq = faq,
        });
    }

    /// <summary>Takes the dateline off the first paragraph.</summary>
    private static (IReadOnlyList<Passage> Passages, Dateline? Dateline) CutDateline(IReadOnlyList<Passage> passages)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].Kind == BlockKind.Paragraph && SentenceShape.IsProse(passages[i].Text))
            {
                var dateline = DatelineParser.Parse(passages[i].Text);
                return dateline is null
                    ? (passages, null)
                    : ([.. passages.Take(i), passages[i] with { Text = passages[i].Text[dateline.Length..] }, .. passages.Skip(i + 1)], dateline);
            }
        }

        return (passages, null);
    }

    private static Passage FirstProse(IReadOnlyList<Passage> body) =>
        body.First(passage => passage.Kind != BlockKind.Heading && SentenceShape.IsProse(passage.Text));
}
