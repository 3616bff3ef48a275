using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>What an element adds to the scope of the text inside it.</summary>
internal static class ElementStyle
{
    /// <summary>Returns the scope inside an element that does not start a block.</summary>
    public static BlockScope Apply(IElement element, BlockScope scope)
    {
        scope = IsHidden(element) ? scope with { IsHidden = true } : scope;
        return element.LocalName switch
        {
            "a" => scope with { IsLink = true },
            "b" or "strong" or "th" => scope with { IsBold = true },
            "i" or "em" or "cite" => scope with { IsItalic = true },
            _ => scope,
        };
    }

    /// <summary>Returns the scope inside an element that starts a block.</summary>
    public static BlockScope ApplyBlock(IElement element, BlockScope scope)
    {
        scope = Apply(element, scope) with { Element = element };
        return element.LocalName switch
        {
            ['h', >= '1' and <= '6'] name => scope with { HeadingLevel = name[1] - '0' },
            "summary" => scope with { HeadingLevel = BlockReader.SummaryLevel },
            "li" or "dt" or "dd" => scope with { ListItem = element },
            "blockquote" => scope with { IsQuote = true },
            "pre" or "listing" or "xmp" or "plaintext" => scope with { IsPreformatted = true },
            "table" => scope with { IsDataTable = TableShape.IsData(element), ListItem = null },
            "tr" when scope.IsDataTable => scope with { IsInRow = true, HeadingLevel = 0 },
            _ => scope,
        };
    }

    /// <summary>Tells whether an element hides what it holds, as far as its own attributes say so.</summary>
    private static bool IsHidden(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return false;
        }

        if (element.HasAttribute("hidden"))
        {
            return true;
        }

        return element.GetAttribute("style") is { Length: > 0 } style && (Declares(style, "display", "none") || Declares(style, "visibility", "hidden"));
    }

    private static bool Declares(string style, string property, string value)
    {
        for (var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase); at >= 0; at = style.IndexOf(property, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = style.AsSpan(at + property.Length).TrimStart();
            if (rest is [':', ..] && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
