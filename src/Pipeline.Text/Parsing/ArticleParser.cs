using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Html;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing;

/// <summary>Turns a file into articles with the first reader that knows its format. Safe for use by several threads.</summary>
/// <param name="readers">The readers, in the order in which they are asked; the one for plain text last, since it takes every file.</param>
/// <param name="options">The limits.</param>
public sealed class ArticleParser(IEnumerable<IArticleReader> readers, ParsingOptions options)
{
    /// <summary>
    /// The version of everything that decides what is read from a file. Raise it with every change of outcome:
    /// articles are then parsed again.
    /// </summary>
    public const string Version = "2";

    private readonly IArticleReader[] _readers = [.. readers];

    /// <summary>Gets the longest file that is read, in bytes.</summary>
    public int MaxFileBytes => options.MaxFileBytes;

    /// <summary>Returns a parser with all readers of this library.</summary>
    /// <param name="options">The limits; the defaults where null.</param>
    public static ArticleParser CreateDefault(ParsingOptions? options = null)
    {
        options ??= new ParsingOptions();
        var assembler = new ArticleAssembler(new LanguageIdentifier());
        return new ArticleParser(
            [
                new HtmlArticleReader(assembler, options),
                new PlainTextArticleReader(assembler),
            ],
            options);
    }

    /// <summary>Parses a file.</summary>
    /// <param name="file">The file; a longer one than <see cref="MaxFileBytes"/> may be cut short by the caller, just past that length.</param>
    /// <param name="cancellationToken">Ends the parsing early.</param>
    /// <returns>The items of the file: at least one, in the order of the file.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<ParsedItem> Parse(SourceFile file, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (file.Content.IsEmpty)
        {
            return [ParsedItem.Rejected(RejectionReason.Empty, "The file is empty.")];
        }

        if (file.Content.Length > options.MaxFileBytes)
        {
            return [ParsedItem.Rejected(RejectionReason.TooLarge, $"The file is longer than {options.MaxFileBytes} bytes.")];
        }

        var reader = Array.Find(_readers, candidate => candidate.CanRead(file));
        return reader is null
            ? [ParsedItem.Rejected(RejectionReason.NotText, "The file is in none of the formats that are read.")]
            : reader.Read(file, cancellationToken);
    }
}
