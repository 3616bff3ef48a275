using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>Knows a line of a page's navigation: nothing but links, with a mark between each and the next: <c>[Home](/) | [News](/news)</c></summary>
internal static class LinkLine
{
    /// <summary>Tells whether a block is one.</summary>
    public static bool IsMatch(ParagraphBlock block)
    {
        var (links, marks) = (0, 0);
        for (var inline = block.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LinkInline { IsImage: false }:
                    links++;
                    break;
                case LiteralInline literal when !literal.Content.AsSpan().ToString().Any(char.IsLetterOrDigit):
                    marks += literal.Content.AsSpan().IsWhiteSpace() ? 0 : 1;
                    break;
                case LineBreakInline:
                    marks++;
                    break;
                default:
                    return false;
            }
        }

        return links > 1 && marks >= links - 1;
    }
}
