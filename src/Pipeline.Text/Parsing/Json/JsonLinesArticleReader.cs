using System.Text.Json;
using Pipeline.Text.Parsing.Assembly;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Reads JSON Lines: each line an object that is an article. A bad line is a rejected item of its own, and leaves the others as they are.</summary>
/// <param name="assembler">Makes the articles.</param>
/// <param name="options">The limits.</param>
public sealed class JsonLinesArticleReader(ArticleAssembler assembler, ParsingOptions options) : IArticleReader
{
    private readonly JsonArticleFactory _factory = new(assembler, "jsonl");

    /// <inheritdoc/>
    public string Format => "jsonl";

    /// <inheritdoc/>
    /// <remarks>One line alone is JSON too; then the name decides (<c>.jsonl</c>, <c>.ndjson</c>, <c>.jl</c>).</remarks>
    public bool CanRead(SourceFile file) => JsonSignature.IsJsonLines(file, options.MaxElementDepth);

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var content = Utf8Content.Read(file.Content);
        if (content.Rejection is { } undecoded)
        {
            return [ParsedItem.Rejected(undecoded.Reason, undecoded.Detail)];
        }

        var items = new List<ParsedItem>();
        var objects = 0;
        foreach (var line in JsonLine.Split(content.Bytes))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (items.Count == options.MaxItems)
            {
                return [ParsedItem.Rejected(RejectionReason.TooMany, $"The file holds more than {options.MaxItems} lines.")];
            }

            items.Add(Read(line, file.Received, out var isObject, cancellationToken));
            objects += isObject ? 1 : 0;
        }

        return objects > 0 ? items : [ParsedItem.Rejected(items[0].Rejection!.Reason, items[0].Rejection!.Detail)];
    }

    private ParsedItem Read(JsonLine line, DateTimeOffset? received, out bool isObject, CancellationToken cancellationToken)
    {
        using var document = JsonContent.Parse(line.Bytes, options.MaxElementDepth, line.Number, out var rejection);
        isObject = document?.RootElement.ValueKind == JsonValueKind.Object;
        rejection ??= isObject ? null : new Rejection(RejectionReason.Malformed, $"Line {line.Number} is no JSON object.");
        return rejection is null
            ? _factory.Read(document!.RootElement, isListed: true, JsonHeader.None, received, cancellationToken)
            : ParsedItem.Rejected(rejection.Reason, rejection.Detail, ItemId.OfBytes(line.Bytes.Span));
    }
}
