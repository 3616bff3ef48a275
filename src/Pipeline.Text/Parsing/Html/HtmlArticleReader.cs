using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Documents;
using Pipeline.Text.Parsing.Elements.Faq;
using Pipeline.Text.Parsing.Html.Content;
using Pipeline.Text.Parsing.Html.Decoding;
using Pipeline.Text.Parsing.Html.Metadata;

namespace Pipeline.Text.Parsing.Html;

/// <summary>
/// Reads the article of a web page: the body and nothing but the body. Menus, teasers, forms, comments, captions of
/// pictures, boxes about authors and newsletters are told from it by a model that was learned from labelled pages.
/// </summary>
/// <remarks>No script is run and nothing is loaded. Time and memory grow linearly with the size of the page.</remarks>
public sealed class HtmlArticleReader : IArticleReader
{
    private readonly ArticleAssembler _assembler;
    private readonly ParsingOptions _options;
    private readonly ContentExtractor _extractor;

    /// <summary>Initializes a new instance of the <see cref="HtmlArticleReader"/> class with the model that ships in the assembly.</summary>
    /// <param name="assembler">Makes the article of what was read.</param>
    /// <param name="options">The limits.</param>
    public HtmlArticleReader(ArticleAssembler assembler, ParsingOptions options)
        : this(assembler, options, ContentExtractor.Default)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="HtmlArticleReader"/> class.</summary>
    /// <param name="assembler">Makes the article of what was read.</param>
    /// <param name="options">The limits.</param>
    /// <param name="extractor">Finds the article among the blocks of a page.</param>
    internal HtmlArticleReader(ArticleAssembler assembler, ParsingOptions options, ContentExtractor extractor) =>
        (_assembler, _options, _extractor) = (assembler, options, extractor);

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => HtmlSignature.IsMatch(file);

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var decoded = HtmlDecoder.Decode(file.Content.Span, file.MediaType);
        return [decoded.IsText ? Read(decoded.Text, file, cancellationToken) : ParsedItem.Rejected(decoded.Rejection.Reason, decoded.Rejection.Detail)];
    }

    private ParsedItem Read(string markup, SourceFile file, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(markup))
        {
            return ParsedItem.Rejected(RejectionReason.Empty, "The file holds nothing but white space.");
        }

        switch (MarkupDepth.Check(markup, _options.MaxElementDepth, cancellationToken))
        {
            case MarkupExcess.Depth:
                return ParsedItem.Rejected(RejectionReason.TooDeep, $"Elements are nested deeper than {_options.MaxElementDepth}.");
            case MarkupExcess.Count:
                return ParsedItem.Rejected(RejectionReason.TooMany, $"The page has more than {MarkupDepth.MaxTags} tags, or some of them far too many attributes.");
            default:
                break;
        }

        using var document = HtmlParsing.CreateParser().ParseDocument(markup);
        cancellationToken.ThrowIfCancellationRequested();
        var page = HtmlPage.Read(document, file.Address, cancellationToken);
        var metadata = HtmlMetadataReader.Read(page, file.Received);
        cancellationToken.ThrowIfCancellationRequested();
        var opening = DocumentOpening.Read(_extractor.Extract(document, PageFactsReader.Read(page, metadata), cancellationToken), title: -1, metadata.Authors);
        var disclosed = DisclosureFaq.Read(page, opening.Body, cancellationToken);
        return _assembler.Assemble(new ArticleDraft
        {
            Format = Format,
            Title = metadata.Title,
            Published = metadata.Published ?? opening.Fields.Published,
            Modified = metadata.Modified ?? opening.Fields.Updated,
            Authors = metadata.Authors.Count > 0 ? metadata.Authors : opening.Fields.Authors,
            Source = metadata.Source ?? opening.Fields.Source,
            Url = metadata.Url,
            DeclaredLanguage = metadata.Language,
            Subjects = metadata.Subjects,
            Passages = OpeningTitle.WithoutCopies(opening.Body, metadata.Title),
            Faq = MarkedPairs.Join(metadata.Faq, disclosed),
            Received = file.Received,
        }, cancellationToken);
    }
}
