using System.Text;
using Pipeline.Text.Parsing;

namespace Pipeline.Cli.Inspect;

/// <summary>Parses, tags and summarises. Safe to call from several threads.</summary>
/// <param name="pipeline">The parser and the analyser.</param>
/// <param name="length">The length of summaries.</param>
/// <param name="received">When the files came: dates past it are taken as misread, as those of an uploaded file are.</param>
internal sealed class Inspector(TextPipeline pipeline, SummaryLength length, DateTimeOffset received)
{
    private const string FirstLine = "Line 1 ";

    /// <summary>Gets the longest file that is read, in bytes.</summary>
    public int MaxFileBytes => pipeline.Parser.MaxFileBytes;

    /// <summary>Inspects a file.</summary>
    /// <param name="display">The file as it is named in the output.</param>
    /// <param name="content">Its bytes, cut just past <see cref="MaxFileBytes"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>An article each, or one rejection.</returns>
    public IReadOnlyList<InspectedArticle> Inspect(string display, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        [.. pipeline.Parser.Parse(new SourceFile(display, content) { Received = received }, cancellationToken).Select(item => Describe(display, item.ItemId, item))];

    /// <summary>Inspects a line of a JSON Lines file, as the file's own reader does: such a file may be longer than any that is read whole.</summary>
    /// <param name="display">The file as it is named in the output.</param>
    /// <param name="number">The line's number, from 1.</param>
    /// <param name="line">The line; not blank.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public InspectedArticle InspectLine(string display, int number, string line, CancellationToken cancellationToken)
    {
        var content = Encoding.UTF8.GetBytes(line);
        if (content.Length > MaxFileBytes)
        {
            return InspectedArticle.OfRejection(display, null, RejectionReason.TooLarge, $"Line {number} is longer than {MaxFileBytes} bytes.");
        }

        // The reader counts the lines of what it is given: it has seen this one alone.
        var item = pipeline.JsonLines.Read(new SourceFile(display, content) { Received = received }, cancellationToken)[0];
        var described = Describe(display, item.ItemId, item);
        return described.Detail?.StartsWith(FirstLine, StringComparison.Ordinal) == true
            ? described with { Detail = $"Line {number} {described.Detail[FirstLine.Length..]}" }
            : described;
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
