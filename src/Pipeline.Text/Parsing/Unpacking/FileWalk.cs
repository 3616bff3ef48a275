namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>One walk through a dropped file and the files within it, down to the articles.</summary>
/// <param name="readers">The readers, in the order in which they are asked.</param>
/// <param name="unpackers">The unpackers, in the order in which they are asked; before the readers.</param>
/// <param name="options">The limits.</param>
/// <param name="cancellationToken">Ends the walk early.</param>
internal sealed class FileWalk(
    IReadOnlyList<IArticleReader> readers, IReadOnlyList<IFileUnpacker> unpackers, ParsingOptions options, CancellationToken cancellationToken)
{
    private readonly UnpackBudget _budget = new(options);
    private readonly List<ParsedItem> _items = [];

    // How many files that are articles themselves stand around the one that is read.
    private int _carriers;

    /// <summary>Reads a file with all that it holds.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The items, in the order of the file; ids may occur more than once.</returns>
    public IReadOnlyList<ParsedItem> Read(SourceFile file)
    {
        Visit(file, id: null, depth: 0);

        // Which of too many were read first is chance, so none of them is kept.
        return _budget.HasTooManyItems
            ? [ParsedItem.Rejected(RejectionReason.TooMany, $"The file holds more than {options.MaxItems} articles and files.")]
            : _items;
    }

    private void Visit(SourceFile file, string? id, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (file.Content.IsEmpty)
        {
            Add(ParsedItem.Rejected(RejectionReason.Empty, "The file is empty.", id));
        }
        else if (unpackers.FirstOrDefault(candidate => candidate.CanUnpack(file)) is { } unpacker)
        {
            Unpack(unpacker, file, id, depth);
        }
        else
        {
            ReadArticles(file, id);
        }
    }

    private void Unpack(IFileUnpacker unpacker, SourceFile file, string? id, int depth)
    {
        if (unpacker.HoldsText)
        {
            ReadWithFiles(unpacker, file, id, depth);
            return;
        }

        if (depth >= options.MaxFileDepth)
        {
            Add(ParsedItem.Rejected(RejectionReason.TooDeep, $"Files stand more than {options.MaxFileDepth} deep within files.", id));
            return;
        }

        if (depth > 0 && !_budget.TryTakeItems(1))
        {
            return;
        }

        VisitEntries(unpacker, file, id, depth);
    }

    /// <summary>Reads a file that is an article, or some, and holds others. One without words gives just those that it holds.</summary>
    private void ReadWithFiles(IFileUnpacker unpacker, SourceFile file, string? id, int depth)
    {
        var start = _items.Count;
        ReadArticles(file, id);
        var end = _items.Count;
        _carriers++;
        VisitEntries(unpacker, file, id, depth);
        _carriers--;
        for (var i = end - 1; i >= start && _items.Count > end; i--)
        {
            if (_items[i] is { Rejection.Reason: RejectionReason.Empty or RejectionReason.NoParagraphs } wordless
                && _items.FindIndex(end, item => IsBelow(item.ItemId, wordless.ItemId)) >= 0)
            {
                _items.RemoveAt(i);
                end--;
            }
        }
    }

    private void VisitEntries(IFileUnpacker unpacker, SourceFile file, string? id, int depth)
    {
        foreach (var entry in unpacker.Unpack(file, _budget, cancellationToken))
        {
            var entryId = Join(id, entry.ItemId);
            if (entry.Rejection is { } rejection)
            {
                Add(ParsedItem.Rejected(rejection.Reason, rejection.Detail, entryId));
            }
            else if (depth >= options.MaxFileDepth)
            {
                Add(ParsedItem.Rejected(RejectionReason.TooDeep, $"Files stand more than {options.MaxFileDepth} deep within files.", entryId));
            }
            else
            {
                Visit(entry.File!, entryId, depth + 1);
            }

            if (_budget.HasTooManyItems)
            {
                return;
            }
        }
    }

    private void ReadArticles(SourceFile file, string? id)
    {
        var reader = readers.FirstOrDefault(candidate => candidate.CanRead(file));
        if (reader is null)
        {
            Add(ParsedItem.Rejected(RejectionReason.NotText, "The file is in none of the formats that are read.", id));
            return;
        }

        foreach (var item in reader.Read(file, cancellationToken))
        {
            Add(id is null ? item : item.WithId(Join(id, item.ItemId)));
        }
    }

    private void Add(ParsedItem item)
    {
        if (_budget.TryTakeItems(1) && !(_carriers > 0 && IsNoArticle(item)))
        {
            _items.Add(item);
        }
    }

    /// <summary>Tells what is no article from a broken one: nobody drops a mail for its logo.</summary>
    private static bool IsNoArticle(ParsedItem item) =>
        item.Rejection?.Reason is RejectionReason.Empty or RejectionReason.NoParagraphs or RejectionReason.NotText or RejectionReason.Unsupported;

    private static bool IsBelow(string? id, string? outer) => outer is null || id?.StartsWith($"{outer}/", StringComparison.Ordinal) == true;

    private static string? Join(string? outer, string? inner) => outer is null ? inner : inner is null ? outer : $"{outer}/{inner}";
}
