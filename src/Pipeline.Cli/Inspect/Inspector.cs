using System.Text;
using Pipeline.Text.Parsing;

namespace Pipeline.Cli.Inspect;

/// <summary>Parses, tags and summarises. Safe to call from several threads.</summary>
/// <param name="pipeline">The parser and the analyser.</param>
/// <param name="explain">Whether summary sentences carry their features.</param>
internal sealed class Inspector(TextPipeline pipeline, bool explain = false)
{
    private const string FirstLine = "Line 1 ";

    /// <summary>Gets the longest file that is read, in bytes.</summary>
    public int MaxFileBytes => pipeline.Parser.MaxFileBytes;

    /// <summary>Inspects a file.</summary>
    /// <param name="display">The file as it is named in the output.</param>
    /// <param name="content">Its bytes, cut just past <see cref="MaxFileBytes"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>An article each, or one rejection.</returns>
    public IReadOnlyList<AnalyzedItem> Inspect(string display, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        [.. pipeline.Parser.Parse(new SourceFile(display, content) { Received = pipeline.Received }, cancellationToken).Select(item => Analyze(display, item))];

    /// <summary>Inspects a line of a JSON Lines file, as the file's own reader does: such a file may be longer than any that is read whole.</summary>
    /// <param name="display">The file as it is named in the output.</param>
    /// <param name="number">The line's number, from 1.</param>
    /// <param name="line">The line; not blank.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public AnalyzedItem InspectLine(string display, int number, string line, CancellationToken cancellationToken)
    {
        var content = Encoding.UTF8.GetBytes(line);
        if (content.Length > MaxFileBytes)
        {
            return new AnalyzedItem(display, null) { Rejection = new Rejection(RejectionReason.TooLarge, $"Line {number} is longer than {MaxFileBytes} bytes.") };
        }

        // The reader counts the lines of what it is given: it has seen this one alone.
        var item = Analyze(display, pipeline.JsonLines.Read(new SourceFile(display, content) { Received = pipeline.Received }, cancellationToken)[0]);
        return item.Rejection is { } rejection && rejection.Detail.StartsWith(FirstLine, StringComparison.Ordinal)
            ? item with { Rejection = rejection with { Detail = $"Line {number} {rejection.Detail[FirstLine.Length..]}" } }
            : item;
    }

    private AnalyzedItem Analyze(string display, ParsedItem item) => new(display, item.ItemId)
    {
        Article = item.Article,
        Analysis = item.Article is { } article ? pipeline.Analyzer.Analyze(article, explain) : null,
        Rejection = item.Rejection,
    };
}
