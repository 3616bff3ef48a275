using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>The elements that stand inside a line of text.</summary>
internal static class InlineElements
{
    private static readonly FrozenSet<string> Names =
        "a abbr address b bdi bdo button cite code data del dfn em font i img ins kbd label mark meta q s samp small span strong sub sup time tt u var wbr".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tells whether an element of this name, in lower case, stands inside a line.</summary>
    public static bool Contains(string localName) => Names.Contains(localName);
}
