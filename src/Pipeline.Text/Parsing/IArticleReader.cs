namespace Pipeline.Text.Parsing;

/// <summary>Reads one format. Pure: the same bytes give the same items. Never throws on bad content: it returns a rejected item.</summary>
public interface IArticleReader
{
    /// <summary>Gets the format's name, lower case: <c>text</c>, <c>html</c>.</summary>
    string Format { get; }

    /// <summary>Tells whether the file is of this format: by content first, by name second.</summary>
    /// <param name="file">The file; never empty.</param>
    bool CanRead(SourceFile file);

    /// <summary>Reads the articles of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>At least one item; several only for formats that hold several, and then each with an id. Items may share one: <see cref="ArticleParser"/> tells them apart.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken);
}
