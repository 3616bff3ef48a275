using System.Globalization;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Documents;
using Pipeline.Text.Parsing.Pdf.Layout;
using Pipeline.Text.Parsing.PlainText;
using UglyToad.PdfPig;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>
/// Reads an article from the text layer of a PDF: columns in reading order, without running heads, page numbers, footnotes
/// and captions; words and paragraphs that lines, columns and pages part are joined.
/// </summary>
/// <remarks>
/// The title is the one of the document's properties where a person wrote it and the first page shows words of it, else the
/// largest type of that page, else as in plain text. The date is the one written under the title; else that of the
/// dateline; else that of the running heads; last the day on which the file was made, since many are made long after.
/// Memory stays below some 600 MB whatever the file says (<see cref="PdfBudget"/>); the token is checked at every step.
/// </remarks>
/// <param name="assembler">Makes the article of what was read.</param>
/// <param name="options">The limits.</param>
public sealed class PdfArticleReader(ArticleAssembler assembler, ParsingOptions options) : IArticleReader
{
    // ISO 32000-1, annex H.3.4.1: readers accept the header within the first 1,024 bytes.
    private const int HeaderWindow = 1024;

    // What scanners and archives stamp on a picture. Chosen.
    private const int MaxStampGlyphs = 120;

    private static ReadOnlySpan<byte> Header => "%PDF-"u8;

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file)
    {
        var content = file.Content.Span;
        var at = content[..Math.Min(content.Length, HeaderWindow)].IndexOf(Header);
        return at == 0 || (at > 0 && (file.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || !content[..at].ContainsAnyExcept(" \t\r\n\0"u8) || content[..at].ContainsAnyInRange((byte)0, (byte)8)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!file.Content.Span.ContainsAnyExcept(" \t\r\n"u8))
        {
            return [ParsedItem.Rejected(RejectionReason.Empty, "The file holds nothing but white space.")];
        }

        return [PdfGuard.Run(budget => Read(file, budget, cancellationToken), options.MaxExpandedBytes, cancellationToken)];
    }

    private ParsedItem Read(SourceFile file, PdfBudget budget, CancellationToken cancellationToken)
    {
        using var content = new PdfContent(PdfSanitizer.Clean(file.Content), budget);
        using var document = PdfDocument.Open(content, new UglyToad.PdfPig.ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            FilterProvider = new BudgetedFilterProvider(budget),
        });
        if (document.NumberOfPages > options.MaxPages)
        {
            return ParsedItem.Rejected(RejectionReason.TooMany, string.Create(CultureInfo.InvariantCulture, $"The document has {document.NumberOfPages} pages, more than {options.MaxPages}."));
        }

        document.AddPageFactory<PdfPage, PdfPageFactory>();
        var pages = new List<List<PdfWord>>();
        var heights = new List<double>();
        int glyphs = 0, unmapped = 0, pictures = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = document.GetPage<PdfPage>(number);
            pages.Add(WordBuilder.Build(page.Glyphs));
            heights.Add(page.Height);
            (glyphs, unmapped, pictures) = (glyphs + page.Glyphs.Count, unmapped + page.Unmapped, pictures + page.Pictures);
        }

        if (unmapped > glyphs)
        {
            return ParsedItem.Rejected(RejectionReason.Unsupported, "The document does not tell which characters its fonts show.");
        }

        return glyphs == 0 || (pictures >= pages.Count && glyphs < MaxStampGlyphs * pages.Count && pages.Sum(page => page.Count) < 12 * pages.Count)
            ? ParsedItem.Rejected(RejectionReason.Scanned, "The pages have no layer of text.")
            : Assemble(PdfText.Read(pages, heights, cancellationToken), PdfProperties.Of(document), file.Received, cancellationToken);
    }

    private ParsedItem Assemble(PdfText text, PdfProperties properties, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var classified = PdfPassages.Classify(text);
        var opening = DocumentOpening.Read(classified.Passages, classified.Title, authors: []);
        var fields = opening.Fields;
        var body = opening.Body;
        var title = DocumentProperties.IsShown(properties.Title, classified.Passages) ? properties.Title : fields.Title ?? OpeningTitle.Take(ref body) ?? properties.Title;
        var running = RunningFields(text.RunningLines);
        return assembler.Assemble(new ArticleDraft
        {
            Format = Format,
            Title = title,
            Published = fields.Published ?? OpeningTitle.DatelineDate(body) ?? running.Published ?? properties.Created,
            Modified = fields.Updated,
            DeclaredLanguage = properties.Language,
            Authors = fields.Authors.Count > 0 ? fields.Authors : properties.Authors,
            Source = fields.Source ?? running.Source,
            Url = fields.Url ?? running.Url,
            Passages = OpeningTitle.WithoutCopies(body, title),
            Received = received,
        }, cancellationToken);
    }

    private static HeaderFields RunningFields(IReadOnlyList<string> lines)
    {
        var fields = new HeaderFields();
        foreach (var line in lines)
        {
            if (HeaderLine.Read(PassageText.Clean(line)) is { Rest: null } header)
            {
                fields.Merge(header.Fields);
            }
        }

        return fields;
    }
}
