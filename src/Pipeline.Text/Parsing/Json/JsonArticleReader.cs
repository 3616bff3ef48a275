using System.Text.Json;
using Pipeline.Text.Parsing.Assembly;

namespace Pipeline.Text.Parsing.Json;

/// <summary>
/// Reads the articles of a JSON document: one object, or a list of them wherever it stands in the document, in the shapes
/// of the usual APIs and dumps (see <see cref="ArticleFieldNames"/>).
/// </summary>
/// <param name="assembler">Makes the articles.</param>
/// <param name="options">The limits.</param>
public sealed class JsonArticleReader(ArticleAssembler assembler, ParsingOptions options) : IArticleReader
{
    private readonly JsonArticleFactory _factory = new(assembler, "json");

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => JsonSignature.IsJson(file.Content.Span);

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var content = Utf8Content.Read(file.Content);
        if (content.Rejection is { } undecoded)
        {
            return [ParsedItem.Rejected(undecoded.Reason, undecoded.Detail)];
        }

        using var document = JsonContent.Parse(content.Bytes, options.MaxElementDepth, 1, out var rejection);
        return document is null
            ? Recover(content.Bytes, rejection!, file.Received, cancellationToken)
            : Read(document.RootElement, file.Received, cancellationToken);
    }

    private List<ParsedItem> Read(JsonElement root, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var (elements, isList) = ArticleListFinder.Find(root);
        if (elements.Count > options.MaxItems)
        {
            return [TooMany()];
        }

        if (elements.Count == 0)
        {
            return [ParsedItem.Rejected(RejectionReason.NoParagraphs, "The list holds no articles.")];
        }

        var defaults = JsonHeader.Read(root);
        var items = new List<ParsedItem>(elements.Count);
        foreach (var element in elements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(_factory.Read(element, isList, defaults, received, cancellationToken));
        }

        return items;
    }

    /// <summary>Reads what can be read of a broken document.</summary>
    private List<ParsedItem> Recover(ReadOnlyMemory<byte> bytes, Rejection broken, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var fragments = JsonRecovery.Split(bytes);
        if (fragments.Count > options.MaxItems)
        {
            return [TooMany()];
        }

        var items = new List<ParsedItem>(fragments.Count);
        foreach (var fragment in fragments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var document = JsonContent.Parse(fragment.Bytes, options.MaxElementDepth, fragment.Line, out var rejection);
            items.Add(document is null
                ? ParsedItem.Rejected(rejection!.Reason, rejection.Detail, ItemId.OfBytes(fragment.Bytes.Span))
                : _factory.Read(document.RootElement, isListed: true, JsonHeader.None, received, cancellationToken));
        }

        return items.Exists(item => item.Article is not null) ? items : [ParsedItem.Rejected(broken.Reason, broken.Detail)];
    }

    private ParsedItem TooMany() => ParsedItem.Rejected(RejectionReason.TooMany, $"The list holds more than {options.MaxItems} articles.");
}
