namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>
/// Knows the boxes on a page that say of themselves that they are no part of the article: newsletter forms, comments,
/// cookie banners, buttons for sharing, navigation, asides. Only small ones count: a page that calls all of itself
/// "newsletter" is no box.
/// </summary>
internal static class LabelledBoxes
{
    // The largest part of the page's prose that such a box may hold. Chosen by cross-validation.
    private const float MaxProseShare = 0.2f;

    // What covers a page, or stands below its articles, may be longer than a short article. Chosen on open pages.
    private const float MaxLongBoxShare = 0.5f;

    private static readonly ElementTopic[] Topics =
    [
        ElementTopic.Newsletter, ElementTopic.Comment, ElementTopic.Overlay, ElementTopic.Share,
        ElementTopic.AsideElement, ElementTopic.NavElement, ElementTopic.HeaderElement, ElementTopic.FooterElement, ElementTopic.FormElement, ElementTopic.ButtonElement,
    ];

    /// <summary>Tells whether a block stands in such a box.</summary>
    /// <param name="page">The page.</param>
    /// <param name="block">One of its blocks.</param>
    public static bool Hold(PageBlocks page, BlockFacts block)
    {
        foreach (var topic in Topics)
        {
            var distance = block.Element.Distance(topic);
            if (distance >= 0 && block.Element.Up(distance).ProseWords <= (topic is ElementTopic.Overlay or ElementTopic.Comment ? MaxLongBoxShare : MaxProseShare) * page.ProseWords)
            {
                return true;
            }
        }

        return false;
    }
}
