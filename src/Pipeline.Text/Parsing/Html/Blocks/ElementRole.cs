using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>What an element does to the text around and inside it.</summary>
internal enum ElementRole
{
    /// <summary>Its text goes on in the line.</summary>
    Inline,

    /// <summary>Its text stands apart from what is around it.</summary>
    Block,

    /// <summary>It breaks the line: <c>br</c>.</summary>
    LineBreak,

    /// <summary>It holds no text for readers: scripts, styles, controls, pictures.</summary>
    Skipped,
}

/// <summary>Tells what elements do to text: the rendering section of the HTML standard, by names.</summary>
internal static class ElementRoles
{
    private static readonly FrozenDictionary<string, ElementRole> Roles = Build();

    /// <summary>Returns the role of an element.</summary>
    public static ElementRole Of(IElement element) =>
        Roles.TryGetValue(element.LocalName, out var role) ? role
        : element.LocalName.Contains('-', StringComparison.Ordinal) && StandsApart(element) ? ElementRole.Block
        : ElementRole.Inline;

    /// <summary>A custom element is as its style sheet wants; what has no text beside it is mostly a block.</summary>
    private static bool StandsApart(IElement element)
    {
        if (element.ParentElement is not { } parent || Of(parent) != ElementRole.Block || parent.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6")
        {
            return false;
        }

        // Few looks only: an element may have a hundred thousand children.
        foreach (var sibling in parent.ChildNodes.Take(20))
        {
            if (sibling is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                return false;
            }
        }

        return true;
    }

    private static FrozenDictionary<string, ElementRole> Build()
    {
        var roles = new Dictionary<string, ElementRole>(StringComparer.Ordinal) { ["br"] = ElementRole.LineBreak };
        foreach (var name in ("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset "
            + "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp").Split(' '))
        {
            roles[name] = ElementRole.Block;
        }

        foreach (var name in ("applet area audio base canvas col colgroup datalist embed frame head iframe img input link map meta meter noembed noscript object optgroup option param "
            + "picture progress rp script select source style svg template textarea title track video annotation annotation-xml").Split(' '))
        {
            roles[name] = ElementRole.Skipped;
        }

        return roles.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
