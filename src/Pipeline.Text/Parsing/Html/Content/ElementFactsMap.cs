using System.Runtime.CompilerServices;
using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Knows the facts of the elements of one page; each is read once.</summary>
/// <param name="names">What was learned of the words in names.</param>
internal sealed class ElementFactsMap(NameScores names)
{

    private readonly Dictionary<IElement, ElementFacts> _facts = new(ReferenceComparer.Instance);
    private readonly Dictionary<string, (ulong Topics, float Score)> _names = new(StringComparer.Ordinal);

    /// <summary>Returns the facts of an element.</summary>
    public ElementFacts Of(IElement element)
    {
        if (_facts.TryGetValue(element, out var known))
        {
            return known;
        }

        // From the root down, without recursion.
        var path = new Stack<IElement>();
        for (var current = element; current is not null && !_facts.ContainsKey(current); current = current.ParentElement)
        {
            path.Push(current);
        }

        ElementFacts? facts = path.Peek().ParentElement is { } parent ? _facts[parent] : null;
        while (path.TryPop(out var next))
        {
            facts = Read(next, facts);
            _facts.Add(next, facts);
        }

        return facts!;
    }

    private ElementFacts Read(IElement element, ElementFacts? parent)
    {
        var topics = TagTopics.Of(element);
        var score = 0f;

        // The names of the body say what the page is made with, not what its text is.
        if (element.LocalName is not ("body" or "html"))
        {
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name is "class" or "id" or "role" or "data-testid" or "data-component" or "data-component-name" or "aria-label" && attribute.Value.Length is > 0 and <= 1000)
                {
                    var (nameTopics, nameScore) = OfName(attribute.Value);
                    topics |= nameTopics;
                    score += nameScore;
                }
            }
        }

        return new ElementFacts(element, parent, topics, score);
    }

    private (ulong Topics, float Score) OfName(string name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            known = (TopicVocabulary.Of(name), names.Of(name));
            _names.Add(name, known);
        }

        return known;
    }

    private sealed class ReferenceComparer : IEqualityComparer<IElement>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(IElement? x, IElement? y) => ReferenceEquals(x, y);

        public int GetHashCode(IElement obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
