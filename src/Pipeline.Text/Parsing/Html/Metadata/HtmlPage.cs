using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Titles;
using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>What of a page tells about its article, collected in one pass in the page's order.</summary>
internal sealed class HtmlPage
{
    // A page of ten thousand pieces of text names its article in the first of them. Chosen.
    private const int MaxRuns = 20_000;
    private const int MaxHints = 2_000;
    private const int MaxDisclosures = 100;

    private readonly List<TextRun> _runs = [];
    private readonly List<PageHint> _hints = [];
    private readonly List<IElement> _scripts = [];
    private readonly List<IElement> _inlineScripts = [];
    private readonly List<IElement> _questions = [];
    private readonly List<IElement> _disclosures = [];
    private IElement? _disclosure;
    private bool _spaced;

    private HtmlPage(IHtmlDocument document, string? address, CancellationToken cancellationToken)
    {
        Document = document;
        Scan(document, cancellationToken);
        Graph = JsonLdGraph.Read(_scripts);
        Article = JsonLdArticle.Find(Graph);
        Address = CanonicalUrl.Find(this, address);
        Names = SiteNamesFinder.Find(this, Address ?? address);
    }

    /// <summary>Gets the page.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>Gets the canonical address, or null.</summary>
    public string? Address { get; }

    /// <summary>Gets the <c>meta</c> elements.</summary>
    public MetaTags Meta { get; } = new();

    /// <summary>Gets what its JSON-LD describes.</summary>
    public JsonLdGraph Graph { get; }

    /// <summary>Gets what its JSON-LD says of the article.</summary>
    public JsonLdArticle Article { get; }

    /// <summary>Gets the site's names.</summary>
    public SiteNames Names { get; }

    /// <summary>Gets the pieces of visible text, in order.</summary>
    public IReadOnlyList<TextRun> Runs => _runs;

    /// <summary>Gets the elements whose name or attributes mark them as headline, author or date, in order.</summary>
    public IReadOnlyList<PageHint> Hints => _hints;

    /// <summary>Gets the scripts that are not JSON-LD: some hold the page's data.</summary>
    public IReadOnlyList<IElement> InlineScripts => _inlineScripts;

    /// <summary>Gets the elements that are questions in microdata.</summary>
    public IReadOnlyList<IElement> Questions => _questions;

    /// <summary>Gets the <c>details</c> elements that stand in no other one.</summary>
    public IReadOnlyList<IElement> Disclosures => _disclosures;

    /// <summary>Gets the text of the page's <c>title</c> element; empty where there is none.</summary>
    public string TitleElement { get; private set; } = "";

    /// <summary>Reads a page.</summary>
    public static HtmlPage Read(IHtmlDocument document, string? address, CancellationToken cancellationToken) => new(document, address, cancellationToken);

    /// <summary>Returns the text of an element as one line, a space between its pieces where elements part them.</summary>
    public string TextOf(PageHint hint) => string.Join(' ', Enumerable.Range(hint.FirstRun, hint.RunCount).Select(run => _runs[run].Text));

    /// <summary>Returns the text of a heading as one line: its letters can stand in elements of their own.</summary>
    public string HeadingText(PageHint hint)
    {
        var text = new System.Text.StringBuilder();
        for (var i = hint.FirstRun; i < hint.FirstRun + hint.RunCount; i++)
        {
            var apart = i > hint.FirstRun && (_runs[i].Spaced || _runs[i].Block != _runs[i - 1].Block);
            text.Append(apart ? " " : "").Append(_runs[i].Text);
        }

        return text.ToString();
    }

    // Without recursion: pages nest as deep as they like. By index: to find the sibling of a node costs the number of its siblings.
    private void Scan(IHtmlDocument document, CancellationToken cancellationToken)
    {
        var open = new Stack<int>();
        var path = new Stack<(IElement Element, INodeList Nodes, int Next)>();
        var block = 0;
        if (document.DocumentElement is { } root && Enter(root, ref block, open))
        {
            path.Push((root, root.ChildNodes, 0));
        }

        for (var step = 0; path.TryPop(out var level); step++)
        {
            if (step % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (level.Next >= level.Nodes.Length)
            {
                Leave(level.Element, ref block, open);
                continue;
            }

            path.Push(level with { Next = level.Next + 1 });
            switch (level.Nodes[level.Next])
            {
                case IText text:
                    AddRun(text, block);
                    break;
                case IElement element when Enter(element, ref block, open):
                    path.Push((element, element.ChildNodes, 0));
                    break;
                case IElement element:
                    Leave(element, ref block, open);
                    break;
                default:
                    break;
            }
        }
    }

    private bool Enter(IElement element, ref int block, Stack<int> open)
    {
        switch (element.LocalName)
        {
            case "meta":
                Meta.Add(element);
                AddMetaHint(element);
                return false;
            case "script":
                (JsonLdGraph.IsScript(element) ? _scripts : _inlineScripts).Add(element);
                return false;
            case "title" when TitleElement.Length == 0 && element is IHtmlTitleElement:
                TitleElement = OneLine.FoldMarkup(element.TextContent);
                return false;
            case "style" or "noscript" or "template" or "svg" or "select" or "option" or "iframe" or "textarea" or "math" or "object" or "title":
                return false;
            default:
                break;
        }

        block += InlineElements.Contains(element.LocalName) ? 0 : 1;
        if (PageHint.KindOf(element) is var kind && kind != HintKind.None && _hints.Count < (kind.HasFlag(HintKind.Headline) ? 2 * MaxHints : MaxHints))
        {
            open.Push(_hints.Count);
            _hints.Add(new PageHint(kind, element, _runs.Count));
        }

        if (element.LocalName == "details" && _disclosure is null && _disclosures.Count < MaxDisclosures)
        {
            _disclosure = element;
            _disclosures.Add(element);
        }

        if (element.GetAttribute("itemtype") is { } type && type.EndsWith("schema.org/Question", StringComparison.Ordinal))
        {
            _questions.Add(element);
        }

        return true;
    }

    private void Leave(IElement element, ref int block, Stack<int> open)
    {
        block += InlineElements.Contains(element.LocalName) ? 0 : 1;
        _disclosure = ReferenceEquals(_disclosure, element) ? null : _disclosure;
        if (open.TryPeek(out var index) && ReferenceEquals(_hints[index].Element, element))
        {
            open.Pop();
            _hints[index] = _hints[index] with { RunCount = _runs.Count - _hints[index].FirstRun };
        }
    }

    private void AddMetaHint(IElement element)
    {
        if (element.HasAttribute("itemprop") && PageHint.KindOf(element) is var kind && kind != HintKind.None && _hints.Count < MaxHints)
        {
            _hints.Add(new PageHint(kind, element, _runs.Count));
        }
    }

    private void AddRun(IText text, int block)
    {
        _spaced |= string.IsNullOrWhiteSpace(text.Data);
        if (_runs.Count < MaxRuns && text.Data.AsSpan().Trim() is var data && !data.IsEmpty)
        {
            _runs.Add(new TextRun(OneLine.Fold(data[..Math.Min(data.Length, TextRun.MaxLength)].ToString()), data.Length, text.ParentElement!, block, _spaced || char.IsWhiteSpace(text.Data[0])));
            _spaced = char.IsWhiteSpace(text.Data[^1]);
        }
    }
}
