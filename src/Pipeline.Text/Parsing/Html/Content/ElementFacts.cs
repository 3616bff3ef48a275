using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What an element is and stands in, and how much text it holds.</summary>
internal sealed class ElementFacts
{
    /// <summary>The number of topics.</summary>
    public const int TopicCount = (int)ElementTopic.OtherProperty + 1;

    private readonly byte[] _nearest;

    /// <summary>Creates the facts of an element below another.</summary>
    /// <param name="element">The element.</param>
    /// <param name="parent">The facts of its parent; null at the root.</param>
    /// <param name="topics">The topics of the element itself, as bits.</param>
    /// <param name="nameScore">What the words of its own names say, by what was learned of them.</param>
    public ElementFacts(IElement element, ElementFacts? parent, ulong topics, float nameScore)
    {
        Element = element;
        Parent = parent;
        Depth = parent is null ? 1 : parent.Depth + 1;
        _nearest = parent is null ? new byte[TopicCount] : parent._nearest;
        if (topics != 0)
        {
            _nearest = (byte[])_nearest.Clone();
            for (var topic = 0; topic < TopicCount; topic++)
            {
                _nearest[topic] = (topics >> topic & 1) != 0 ? (byte)Math.Min(Depth, byte.MaxValue) : _nearest[topic];
            }
        }

        NameScore = nameScore;
        LowestNameScore = Math.Min(nameScore, parent?.LowestNameScore ?? 0);
        HighestNameScore = Math.Max(nameScore, parent?.HighestNameScore ?? 0);
        NameScoreSum = nameScore + (parent?.NameScoreSum ?? 0);
        Signature = StableHash.Of(element.ClassName, StableHash.Of(element.LocalName));
    }

    public IElement Element { get; }

    public ElementFacts? Parent { get; }

    /// <summary>Gets how deep it stands: the root is 1.</summary>
    public int Depth { get; }

    public float NameScore { get; }

    public float LowestNameScore { get; }

    public float HighestNameScore { get; }

    public float NameScoreSum { get; }

    /// <summary>Gets a hash of its name and classes: elements of one kind share it.</summary>
    public uint Signature { get; }

    /// <summary>Gets or sets how many blocks it holds.</summary>
    public int Blocks { get; set; }

    /// <summary>Gets or sets how many words it holds.</summary>
    public int Words { get; set; }

    /// <summary>Gets or sets how many words of it stand in links.</summary>
    public float LinkWords { get; set; }

    /// <summary>Gets or sets how many words stand in its blocks that are prose.</summary>
    public int ProseWords { get; set; }

    /// <summary>Gets or sets how many of its blocks are prose.</summary>
    public int ProseBlocks { get; set; }

    /// <summary>Gets or sets how many blocks that are prose it holds by itself or one level below.</summary>
    public int NearProseWords { get; set; }

    /// <summary>Gets or sets the index of its first block.</summary>
    public int FirstBlock { get; set; } = -1;

    /// <summary>Returns how many levels up the nearest element of a topic stands: 0 for the element itself, -1 where there is none.</summary>
    public int Distance(ElementTopic topic) => _nearest[(int)topic] == 0 ? -1 : Math.Min(Depth, byte.MaxValue) - _nearest[(int)topic];

    /// <summary>Returns the ancestor some levels up, or the root.</summary>
    public ElementFacts Up(int levels)
    {
        var facts = this;
        while (levels-- > 0 && facts.Parent is { } parent)
        {
            facts = parent;
        }

        return facts;
    }
}
