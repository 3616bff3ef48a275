namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What features look up about a whole page, worked out once.</summary>
internal sealed class FeatureContext
{
    private readonly PageFacts _facts;
    private readonly int[] _words;
    private readonly int[] _prose;
    private readonly int[] _heading;
    private readonly int[] _links;
    private readonly float[] _title;
    private readonly float[] _description;
    private readonly float[] _body;
    private readonly HashSet<ElementFacts> _anchorPath = [];
    private readonly int _anchorFirst = -1;
    private readonly int _anchorLast = -1;

    /// <summary>Works it out.</summary>
    public FeatureContext(PageBlocks page, PageFacts facts)
    {
        Page = page;
        _facts = facts;
        var count = page.Blocks.Count;
        (_words, _prose, _heading, _links) = (new int[count], new int[count], new int[count], new int[count]);
        (_title, _description, _body) = (new float[count], new float[count], new float[count]);
        for (var element = page.Anchor; element is not null; element = element.Parent)
        {
            _anchorPath.Add(element);
        }

        ReadTexts();
        int words = 0, prose = 0, heading = -1, link = -1;
        for (var i = 0; i < count; i++)
        {
            var block = page.Blocks[i];
            (_words[i], _prose[i], _heading[i], _links[i]) = (words, prose, heading, link);
            words += block.Shape.Words;
            prose += block.IsProse ? block.Shape.Words : 0;
            heading = block.Block.Kind == BlockKind.Heading ? i : heading;
            link = block.LinkDensity > 0.8f ? i : link;
            if (block.IsProse && IsIn(block.Element, page.Anchor))
            {
                _anchorFirst = _anchorFirst < 0 ? i : _anchorFirst;
                _anchorLast = i;
            }
        }

        TitleBlock = FindTitle();
    }

    public PageBlocks Page { get; }

    /// <summary>Gets the index of the block that is the title, or -1.</summary>
    public int TitleBlock { get; }

    /// <summary>Gets which part of the page's prose stands in the article's text as structured data state it; -1 where they do not.</summary>
    public float BodyCoverage { get; private set; } = -1;

    public int WordsBefore(int index) => _words[index];

    public int ProseBefore(int index) => _prose[index];

    public float TitleMatch(int index) => _title[index];

    public float DescriptionMatch(int index) => _description[index];

    public float BodyMatch(int index) => _body[index];

    /// <summary>Returns how many blocks ago the last heading came, and its level.</summary>
    public int AfterHeading(int index, out int level)
    {
        var heading = _heading[index];
        level = heading < 0 ? 0 : Page.Blocks[heading].Block.Level;
        return heading < 0 ? 100 : Math.Min(index - heading, 100);
    }

    /// <summary>Returns how many blocks ago the last block came that is nothing but links.</summary>
    public int SinceLongLinkRun(int index) => _links[index] < 0 ? 100 : index - _links[index];

    /// <summary>Returns the steps up to an element that holds the anchor too, whether that is the anchor itself, and the steps down from there.</summary>
    public (int Up, bool IsInAnchor, int Down) ToAnchor(ElementFacts element)
    {
        if (Page.Anchor is not { } anchor)
        {
            return (-1, false, -1);
        }

        var up = 0;
        for (var current = element; current is not null; current = current.Parent, up++)
        {
            if (_anchorPath.Contains(current))
            {
                return (Math.Min(up, 20), current == anchor, Math.Min(anchor.Depth - current.Depth, 20));
            }
        }

        return (20, false, 20);
    }

    /// <summary>Returns how many blocks before the first (negative) or after the last (positive) prose of the anchor a block stands; 0 between.</summary>
    public float PlaceInAnchor(int index) =>
        _anchorFirst < 0 ? 0 : index < _anchorFirst ? Math.Max(index - _anchorFirst, -50) : index > _anchorLast ? Math.Min(index - _anchorLast, 50) : 0;

    private static bool IsIn(ElementFacts element, ElementFacts? ancestor)
    {
        for (var current = element; current is not null; current = current.Parent)
        {
            if (current == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadTexts()
    {
        var titles = _facts.Titles.Select(title => new ShingleSet(title)).ToArray();
        var description = new ShingleSet(_facts.Description);
        var body = new ShingleSet(_facts.Body);
        float covered = 0;
        for (var i = 0; i < _title.Length; i++)
        {
            var block = Page.Blocks[i];
            var text = block.Block.Text;
            if (text.Length <= 400)
            {
                foreach (var title in titles)
                {
                    _title[i] = Math.Max(_title[i], title.Share(text));
                }

                _description[i] = description.IsEmpty ? 0 : description.Share(text);
            }

            _body[i] = body.IsEmpty ? -1 : body.Share(text);
            covered += block.IsProse && _body[i] > 0 ? _body[i] * block.Shape.Words : 0;
        }

        BodyCoverage = body.IsEmpty ? -1 : covered / Math.Max(1, Page.ProseWords);
    }

    /// <summary>Finds the heading that says what the title says: the first of the highest level.</summary>
    private int FindTitle()
    {
        var (best, bestScore) = (-1, 0f);
        for (var i = 0; i < _title.Length; i++)
        {
            var block = Page.Blocks[i].Block;
            var score = (block.Kind == BlockKind.Heading ? 2f - (block.Level * 0.2f) : 0) + (2 * _title[i]);
            if (score > bestScore && (_title[i] > 0.6f || block.Level == 1) && !block.IsHidden)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }
}
