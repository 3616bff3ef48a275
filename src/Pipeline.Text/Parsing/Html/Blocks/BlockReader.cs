using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>
/// Reads the blocks of a page in the order of its markup. An element of block level, or two line breaks, ends a block; one
/// line break is a space. Rows of tables of data are one block each, with <c> | </c> between cells that hold something.
/// </summary>
/// <remarks>Without recursion, and in time linear in the size of the tree.</remarks>
internal sealed class BlockReader
{
    /// <summary>The level of a <c>summary</c>: below all headings.</summary>
    public const int SummaryLevel = 7;

    private const string CellSeparator = "| ";

    private readonly Stack<(INodeList Nodes, int Next, BlockScope Scope, bool IsBlock)> _path = new();
    private readonly List<HtmlBlock> _blocks = [];
    private readonly InlineText _text = new();
    private BlockScope _first;
    private int _linkLength;
    private int _boldLength;
    private int _italicLength;
    private int _hiddenLength;
    private bool _lineBreak;
    private bool _cell;
    private bool _media;
    private bool _rule;
    private IElement? _lastListItem;

    private BlockReader()
    {
    }

    /// <summary>Reads the blocks below an element, hidden ones marked as such.</summary>
    /// <param name="root">The element.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static List<HtmlBlock> Read(IElement root, CancellationToken cancellationToken)
    {
        var reader = new BlockReader();
        reader.Walk(root, cancellationToken);
        return reader._blocks;
    }

    private void Walk(IElement root, CancellationToken cancellationToken)
    {
        _path.Push((root.ChildNodes, 0, new BlockScope(root), true));
        for (var step = 0; _path.TryPop(out var level); step++)
        {
            if (step % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (level.Next >= level.Nodes.Length)
            {
                Leave(level.Scope, level.IsBlock);
                continue;
            }

            _path.Push(level with { Next = level.Next + 1 });
            switch (level.Nodes[level.Next])
            {
                case IText text:
                    Append(text.Data, level.Scope);
                    break;
                case IElement element:
                    Enter(element, level.Scope);
                    break;
                default:
                    break;
            }
        }
    }

    private void Enter(IElement element, BlockScope scope)
    {
        switch (ElementRoles.Of(element))
        {
            case ElementRole.Skipped:
                // A picture between two line breaks is not seen; text on both sides of one belongs to different lines.
                _text.Break();
                _media |= element.LocalName is "img" or "picture" or "video" or "audio" or "iframe" or "embed" or "object";
                break;
            case ElementRole.LineBreak when scope.IsInRow || !_lineBreak:
                _text.Break();
                _lineBreak = !scope.IsInRow;
                break;
            case ElementRole.LineBreak:
                Flush();
                break;
            case ElementRole.Block:
                EnterBlock(element, scope);
                break;
            default:
                _path.Push((element.ChildNodes, 0, ElementStyle.Apply(element, scope), false));
                break;
        }
    }

    private void EnterBlock(IElement element, BlockScope scope)
    {
        if (scope.IsInRow)
        {
            _text.Break();
            _cell |= element.LocalName is "td" or "th";
            _path.Push((element.ChildNodes, 0, ElementStyle.Apply(element, scope), true));
            return;
        }

        Flush();
        _rule |= element.LocalName == "hr";
        _path.Push((element.ChildNodes, 0, ElementStyle.ApplyBlock(element, scope), true));
    }

    private void Leave(BlockScope scope, bool isBlock)
    {
        if (!isBlock)
        {
            return;
        }

        if (scope.IsInRow && _path.TryPeek(out var outer) && outer.Scope.IsInRow)
        {
            _text.Break();
            return;
        }

        Flush();
    }

    private void Append(string data, BlockScope scope)
    {
        if (scope.IsPreformatted && data.Contains('\n', StringComparison.Ordinal))
        {
            var paragraphs = data.ReplaceLineEndings("\n").Split("\n\n");
            for (var i = 0; i < paragraphs.Length; i++)
            {
                if (i > 0)
                {
                    Flush();
                }

                Append(paragraphs[i].AsSpan(), scope);
            }

            return;
        }

        Append(data.AsSpan(), scope);
    }

    private void Append(ReadOnlySpan<char> data, BlockScope scope)
    {
        if (data.IsWhiteSpace())
        {
            if (!data.IsEmpty)
            {
                _text.Break();
            }

            return;
        }

        if (_text.Length == 0)
        {
            _first = scope;
        }
        else if (_cell)
        {
            _text.Break();
            _text.Append(CellSeparator);
        }

        _cell = false;
        _lineBreak = false;
        var length = _text.Append(data);
        _linkLength += scope.IsLink ? length : 0;
        _boldLength += scope.IsBold ? length : 0;
        _italicLength += scope.IsItalic ? length : 0;
        _hiddenLength += scope.IsHidden ? length : 0;
    }

    private void Flush()
    {
        var length = _text.Length;
        var text = length > 0 ? _text.Take() : string.Empty;
        if (text.Length > 0)
        {
            var kind = Kind();
            _blocks.Add(new HtmlBlock(kind, text, kind == BlockKind.Heading ? _first.HeadingLevel : 0, _first.Element)
            {
                LinkLength = Math.Min(_linkLength, text.Length),
                BoldLength = Math.Min(_boldLength, text.Length),
                ItalicLength = Math.Min(_italicLength, text.Length),
                FollowsMedia = _media,
                FollowsRule = _rule,
                IsHidden = _hiddenLength * 2 > length,
            });
            (_media, _rule) = (false, false);
        }

        (_linkLength, _boldLength, _italicLength, _hiddenLength, _lineBreak, _cell) = (0, 0, 0, 0, false, false);
    }

    private BlockKind Kind()
    {
        if (_first.IsInRow)
        {
            return BlockKind.TableRow;
        }

        if (_first.HeadingLevel > 0)
        {
            return BlockKind.Heading;
        }

        // Only the first paragraph of an item carries its mark.
        if (_first.ListItem is { } item && item != _lastListItem)
        {
            _lastListItem = item;
            return BlockKind.ListItem;
        }

        return _first.IsQuote ? BlockKind.Quote : BlockKind.Paragraph;
    }
}
