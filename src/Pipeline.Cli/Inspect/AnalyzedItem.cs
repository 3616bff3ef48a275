using Pipeline.Text;
using Pipeline.Text.Parsing;

namespace Pipeline.Cli.Inspect;

/// <summary>An article of a file with what the pipeline says of it, or why there is none.</summary>
/// <param name="File">The file as the user would write it.</param>
/// <param name="Id">The article's own id, where the file gives one.</param>
internal sealed record AnalyzedItem(string File, string? Id)
{
    /// <summary>Gets the article; null where the file, or the line of it, gives none.</summary>
    public Article? Article { get; init; }

    /// <summary>Gets what the pipeline says of the article; null where there is none.</summary>
    public ArticleAnalysis? Analysis { get; init; }

    /// <summary>Gets why there is no article; null where there is one.</summary>
    public Rejection? Rejection { get; init; }
}
