using System.Globalization;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Docx;
using Pipeline.Text.Parsing.Html;
using Pipeline.Text.Parsing.Json;
using Pipeline.Text.Parsing.Mail;
using Pipeline.Text.Parsing.Markdown;
using Pipeline.Text.Parsing.NewsXml.Feeds;
using Pipeline.Text.Parsing.NewsXml.NewsMl;
using Pipeline.Text.Parsing.NewsXml.Nitf;
using Pipeline.Text.Parsing.Pdf;
using Pipeline.Text.Parsing.PlainText;
using Pipeline.Text.Parsing.Unpacking;
using Pipeline.Text.Parsing.Unpacking.Gzip;
using Pipeline.Text.Parsing.Unpacking.SavedPages;
using Pipeline.Text.Parsing.Unpacking.Warc;
using Pipeline.Text.Parsing.Unpacking.Zip;

namespace Pipeline.Text.Parsing;

/// <summary>
/// Turns a file into articles: unpacks what is packed, hands each file within it to the first reader that knows its format,
/// and sees to it that each item has an id of its own. Safe for use by several threads.
/// </summary>
public sealed class ArticleParser
{
    // Raise it with every change of what is read from a file: files are then parsed again.
    private const string CodeVersion = "7";

    private readonly IArticleReader[] _readers;
    private readonly IFileUnpacker[] _unpackers;
    private readonly ParsingOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Initializes a new instance of the <see cref="ArticleParser"/> class that unpacks nothing.</summary>
    /// <param name="readers">The readers, in the order in which they are asked; the one for plain text last, since it takes every file.</param>
    /// <param name="options">The limits.</param>
    public ArticleParser(IEnumerable<IArticleReader> readers, ParsingOptions options)
        : this(readers, [], options, TimeProvider.System)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ArticleParser"/> class.</summary>
    /// <param name="readers">The readers, in the order in which they are asked.</param>
    /// <param name="unpackers">What finds files within files, in the order in which it is asked: before the readers.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">Ends what takes too long; nothing else depends on it.</param>
    internal ArticleParser(IEnumerable<IArticleReader> readers, IEnumerable<IFileUnpacker> unpackers, ParsingOptions options, TimeProvider time)
    {
        _readers = [.. readers];
        _unpackers = [.. unpackers];
        _options = options;
        _time = time;
    }

    /// <summary>Gets the version of all that decides what is read from a file, the limits included: what is parsed by another one is parsed again.</summary>
    public string Version => string.Create(
        CultureInfo.InvariantCulture,
        $"{CodeVersion}/{_options.MaxFileBytes}/{_options.MaxExpandedBytes}/{_options.MaxExpansionRatio}/{_options.MaxItems}/{_options.MaxFileDepth}/{_options.MaxElementDepth}/{_options.MaxPages}/{_options.MaxDuration}");

    /// <summary>Gets the longest file that is read, in bytes.</summary>
    public int MaxFileBytes => _options.MaxFileBytes;

    /// <summary>Returns a parser with all readers of this library.</summary>
    /// <param name="options">The limits; the defaults where null.</param>
    public static ArticleParser CreateDefault(ParsingOptions? options = null) => Create(options ?? new ParsingOptions(), new LanguageIdentifier());

    /// <summary>Returns a parser with all readers of this library.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="languageIdentifier">Tells the languages.</param>
    internal static ArticleParser Create(ParsingOptions options, LanguageIdentifier languageIdentifier)
    {
        var assembler = new ArticleAssembler(languageIdentifier);
        return new ArticleParser(
            [
                new DocxArticleReader(assembler, options),
                new PdfArticleReader(assembler, options),
                new MailArticleReader(assembler, options),
                new UnreadArchiveReader(),
                new NitfArticleReader(assembler, options),
                new NewsMlArticleReader(assembler, options),
                new FeedArticleReader(assembler, options),
                new JsonLinesArticleReader(assembler, options),
                new JsonArticleReader(assembler, options),
                new HtmlArticleReader(assembler, options),
                new MarkdownArticleReader(assembler),
                new PlainTextArticleReader(assembler),
            ],
            [
                new WarcUnpacker(),
                new GzipUnpacker(),
                new ZipUnpacker(),
                new SavedPageUnpacker(),
                new MailUnpacker(options),
            ],
            options,
            TimeProvider.System);
    }

    /// <summary>Returns what becomes of a file that is longer than <see cref="MaxFileBytes"/>, which nobody need read for that.</summary>
    public ParsedItem RejectTooLong() => ParsedItem.Rejected(RejectionReason.TooLarge, $"The file is longer than {_options.MaxFileBytes} bytes.");

    /// <summary>Parses a file.</summary>
    /// <param name="file">The file; a longer one than <see cref="MaxFileBytes"/> may be cut short by the caller, just past that length.</param>
    /// <param name="cancellationToken">Ends the parsing early.</param>
    /// <returns>The items of the file: at least one, in the order of the file, each with an id of its own; the first alone may be the file itself, without one.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<ParsedItem> Parse(SourceFile file, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (file.Content.Length > _options.MaxFileBytes)
        {
            return [RejectTooLong()];
        }

        using var limit = new CancellationTokenSource(_options.MaxDuration, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return ItemIdentity.Resolve(new FileWalk(_readers, _unpackers, _options, either.Token).Read(file));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The whole file, also what was read of it: how far a machine comes in a minute must not decide which articles there are.
            return [ParsedItem.Rejected(RejectionReason.TooSlow, $"The file takes longer to read than {_options.MaxDuration}.")];
        }
    }
}
