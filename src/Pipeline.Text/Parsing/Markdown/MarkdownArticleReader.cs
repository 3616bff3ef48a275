using System.Globalization;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Syntax;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Decoding;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Titles;
using Pipeline.Text.Parsing.Html;
using Pipeline.Text.Parsing.Json;
using Pipeline.Text.Parsing.PlainText;
using SyntaxTree = Markdig.Markdown;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>
/// Reads an article in Markdown (CommonMark, with tables, definition lists and footnotes) and its front matter. The title is
/// the front matter's, else the first heading of level 1; lines of byline and date under it are read as in plain text.
/// </summary>
/// <param name="assembler">Makes the article.</param>
public sealed class MarkdownArticleReader(ArticleAssembler assembler) : IArticleReader
{
    private const int MaxHeaderLines = 4;

    // A long book has a million characters. Parsing can cost eight seconds for that many, by the square of the number of definitions of links.
    private const int MaxLength = 1024 * 1024;

    // No automatic ids of headings: finding a free one costs the square of their number.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseDefinitionLists().UseFootnotes().UseEmphasisExtras().Build();

    /// <inheritdoc/>
    public string Format => "markdown";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => MarkdownSignature.IsMatch(file);

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var decoded = TextDecoder.Decode(file.Content.Span);
        if (!decoded.IsText)
        {
            return [ParsedItem.Rejected(decoded.Rejection.Reason, decoded.Rejection.Detail)];
        }

        var text = decoded.Text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimStart('\n');
        if (string.IsNullOrWhiteSpace(text))
        {
            return [ParsedItem.Rejected(RejectionReason.Empty, "The file holds nothing but white space.")];
        }

        if (text.Length > MaxLength)
        {
            return [ParsedItem.Rejected(RejectionReason.TooLarge, $"The file is longer than {MaxLength} characters, more than Markdown is read of.")];
        }

        return [Read(FrontMatter.Split(text), file.Received, cancellationToken)];
    }

    private ParsedItem Read(FrontMatter split, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        if (Render(split.Body, cancellationToken) is not { } html)
        {
            return ParsedItem.Rejected(RejectionReason.TooDeep, "Lists, quotes or emphasis are nested deeper than is read.");
        }

        using var document = split.Parse();
        var fields = ArticleFields.Read(document?.RootElement ?? default);
        var passages = HtmlFragment.Read(html, cancellationToken).ToList();
        var url = fields.Url ?? TakeAddress(passages);
        var title = TitleText.WithoutSource(fields.Title ?? TakeTitle(passages), fields.Source, url);
        passages = [.. FieldBody.WithoutTitle(passages, title)];
        var header = TakeHeader(passages);
        var authors = fields.Authors();
        return assembler.Assemble(new ArticleDraft
        {
            Format = Format,
            Title = title,
            Published = fields.Published ?? header.Published,
            Modified = fields.Modified ?? header.Updated,
            DeclaredLanguage = fields.Language,
            Authors = authors.Names.Count > 0 ? authors.Names : header.Authors,
            Source = fields.Source ?? authors.Source ?? header.Source,
            Url = url ?? header.Url,
            Subjects = fields.Subjects(),
            Passages = passages,
            Received = received,
        }, cancellationToken);
    }

    /// <summary>Returns the text as HTML without its footnotes and its page's navigation, or null where it is nested too deep.</summary>
    private static string? Render(string text, CancellationToken cancellationToken)
    {
        if (MarkdownBlocks.AreTooDeep(text))
        {
            return null;
        }

        try
        {
            var tree = SyntaxTree.Parse(MarkdownBlocks.Bound(TemplateTags.Remove(text)), Pipeline);
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var footnote in tree.Descendants<FootnoteLink>().ToList())
            {
                footnote.Remove();
            }

            foreach (var footnotes in tree.OfType<FootnoteGroup>().ToList())
            {
                _ = tree.Remove(footnotes);
            }

            foreach (var links in tree.Descendants<ParagraphBlock>().Where(LinkLine.IsMatch).ToList())
            {
                _ = links.Parent?.Remove(links);
            }

            // Not the pipeline's pooled renderers: one that threw in a list without gaps would leave out the paragraphs of later files.
            using var html = new StringWriter(CultureInfo.InvariantCulture);
            var renderer = new HtmlRenderer(html);
            Pipeline.Setup(renderer);
            renderer.Render(tree);
            return html.ToString();
        }
        catch (ArgumentException)
        {
            // The library says so where blocks or inlines are nested past its own limit, 128.
            return null;
        }
    }

    private static string? TakeTitle(List<Passage> passages)
    {
        var index = passages.FindIndex(passage => passage is { Kind: BlockKind.Heading, Level: 1 });
        if (index < 0)
        {
            return null;
        }

        var title = passages[index].Text;
        passages.RemoveAt(index);
        return title;
    }

    /// <summary>Takes the line off the end that says where the text stood: <c>Source: https://…</c></summary>
    private static string? TakeAddress(List<Passage> passages)
    {
        if (passages.Count < 2 || HeaderLabels.Split(passages[^1].Text) is not { Label: HeaderLabel.Source or HeaderLabel.Url } line || WebAddress.Parse(line.Value) is not { } address)
        {
            return null;
        }

        passages.RemoveAt(passages.Count - 1);
        return address;
    }

    /// <summary>Takes byline and date off the top.</summary>
    private static HeaderFields TakeHeader(List<Passage> passages)
    {
        var fields = new HeaderFields();
        for (var count = 0; count < MaxHeaderLines && passages.Count > 1 && passages[0].Kind == BlockKind.Paragraph && HeaderLine.Read(passages[0].Text) is { Rest: null } line; count++)
        {
            fields.Merge(line.Fields);
            passages.RemoveAt(0);
        }

        return fields;
    }
}
