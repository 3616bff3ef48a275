using System.Text;
using Pipeline.Text.Parsing;

namespace Pipeline.Cli.Inspect;

/// <summary>Parses, tags and summarises. Pure, and safe to call from several threads.</summary>
internal sealed class Inspector(TextPipeline pipeline, SummaryLength length)
{
    private const string InvalidLine = "invalid-line";

    /// <summary>Gets the longest file that is read, in bytes.</summary>
    public int MaxFileBytes => pipeline.Parser.MaxFileBytes;

    /// <summary>Inspects a file.</summary>
    /// <param name="display">The file as it is named in the output.</param>
    /// <param name="content">Its bytes, cut just past <see cref="MaxFileBytes"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>An article each, or one rejection.</returns>
    public IReadOnlyList<InspectedArticle> Inspect(string display, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        [.. pipeline.Parser.Parse(new SourceFile(display, content), cancellationToken).Select(item => Describe(display, item.ItemId, item))];

    /// <summary>
    /// Inspects a line of a <c>.jsonl</c> file: its text as a plain text file would be; title and date, where the line
    /// has them, stand in place of what is read there.
    /// </summary>
    /// <param name="display">The file as it is named in the output.</param>
    /// <param name="number">The line's number, from 1.</param>
    /// <param name="line">The line.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public InspectedArticle InspectLine(string display, int number, string line, CancellationToken cancellationToken)
    {
        JsonLine read;
        try
        {
            read = JsonLine.Read(line);
        }
        catch (FormatException ex)
        {
            return InspectedArticle.OfRejection(display, null, InvalidLine, $"Line {number} cannot be used: {ex.Message}.");
        }

        var source = new SourceFile($"{display}:{number}.txt", Encoding.UTF8.GetBytes(read.Text));
        var item = pipeline.Parser.Parse(source, cancellationToken)[0];
        if (item.Article is { } article)
        {
            item = ParsedItem.Read(article with
            {
                Title = read.Title ?? article.Title,
                TitleDerived = read.Title is null && article.TitleDerived,
                Published = read.Published ?? article.Published,
            });
        }

        return Describe(display, read.Id, item);
    }

    private InspectedArticle Describe(string display, string? id, ParsedItem item)
    {
        if (item.Article is not { } article)
        {
            return InspectedArticle.OfRejection(display, id, item.Rejection!.Reason, item.Rejection.Detail);
        }

        var analysis = pipeline.Analyzer.Analyze(article);
        return InspectedArticle.Of(display, id, article, analysis, length.Cut(analysis.Summary));
    }
}
