using AngleSharp.Dom;
using Pipeline.Text.Parsing.Elements.Titles;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>A page's headline.</summary>
/// <param name="Title">Its text without the site's name; null where the page has none.</param>
/// <param name="Element">The heading that shows it, or null.</param>
/// <param name="Run">The index of the piece of text that it starts with: dates and bylines stand near. 0 where no heading shows it.</param>
internal readonly record struct Headline(string? Title, IElement? Element, int Run);

/// <summary>
/// Finds the headline. In order of trust: a first-level heading that the page's head repeats (the longest of several);
/// what two sources of the head agree on, where no heading is like it; the first heading that is not the site's name;
/// JSON-LD, OpenGraph, the title element.
/// </summary>
internal static class HeadlineFinder
{
    // A page with more has its article's headline among the first. Chosen.
    private const int MaxHeadings = 20;
    private const int MaxLength = 300;

    // A heading of fewer words ("Our blog"), or with fewer of its words in the head's title, is the section's. Chosen on labelled pages.
    private const int MinHeadlineWords = 4;
    private const double MinOverlap = 0.3;

    /// <summary>Finds the headline of a page.</summary>
    public static Headline Find(HtmlPage page)
    {
        var head = HeadTitles(page);
        var headings = Headings(page, HintKind.Headline);
        var (title, hint) = Choose(page, headings, head);
        if (hint is null && title is not null)
        {
            // A page without a first-level heading shows its headline in one of the second level.
            hint = headings.Concat(Headings(page, HintKind.SecondHeading)).Where(heading => TitleText.Same(heading.Text, title)).Select(heading => (PageHint?)heading.Hint).FirstOrDefault();
        }

        return new Headline(title, hint?.Element, hint?.FirstRun ?? FindRun(page, title));
    }

    /// <summary>Returns the index of the first piece of text that reads as the title, or 0.</summary>
    private static int FindRun(HtmlPage page, string? title)
    {
        for (var i = 0; title is not null && i < page.Runs.Count; i++)
        {
            if (page.Runs[i].Length <= title.Length + 20 && TitleText.Same(page.Runs[i].Text, title))
            {
                return i;
            }
        }

        return 0;
    }

    private static (string? Title, PageHint? Hint) Choose(HtmlPage page, List<(string Text, PageHint Hint)> headings, List<string> head)
    {
        // A heading that the head repeats, whole or with the site's name behind it.
        (string Text, PageHint Hint)? best = null;
        foreach (var heading in headings)
        {
            if (head.Exists(title => TitleText.Contains(title, heading.Text)) && (best is null || TitleText.Words(heading.Text) > TitleText.Words(best.Value.Text)))
            {
                best = heading;
            }
        }

        if (best is { } confirmed)
        {
            return (confirmed.Text, confirmed.Hint);
        }

        // No heading is confirmed: one in other words than the head's is the headline none the less.
        foreach (var heading in headings)
        {
            if (TitleText.Words(heading.Text) >= MinHeadlineWords && head.Exists(title => TitleText.Overlap(heading.Text, title) >= MinOverlap))
            {
                return (heading.Text, heading.Hint);
            }
        }

        // What the head says twice.
        for (var i = 0; i < head.Count; i++)
        {
            var text = head[i];
            if (TitleText.Words(text) > 2 && head.Skip(i + 1).Any(other => TitleText.Same(other, text)))
            {
                return (TitleText.CutTail(text), null);
            }
        }

        if (headings.Count > 0 && (head.Count == 0 || TitleText.Words(headings[0].Text) >= MinHeadlineWords))
        {
            return (headings[0].Text, headings[0].Hint);
        }

        return head.Count > 0 ? (TitleText.CutTail(head[0]), null) : (null, null);
    }

    private static List<(string Text, PageHint Hint)> Headings(HtmlPage page, HintKind kind)
    {
        var headings = new List<(string, PageHint)>();
        foreach (var hint in page.Hints)
        {
            if (headings.Count < MaxHeadings && hint.Kind.HasFlag(kind) && hint.Element.LocalName != "meta"
                && TitleText.CleanLine(page.HeadingText(hint), page.Names) is { Length: > 0 and <= MaxLength } text && !page.Names.IsName(text))
            {
                headings.Add((text, hint));
            }
        }

        return headings;
    }

    /// <summary>Returns what the page's head calls the article, cleaned, the most trusted first.</summary>
    private static List<string> HeadTitles(HtmlPage page)
    {
        var titles = new List<string>();
        foreach (var value in (ReadOnlySpan<string?>)[page.Article.Headline, page.Meta.First("og:title"), page.TitleElement, page.Meta.First("sailthru.title", "parsely-title", "citation_title", "dc.title", "dcterms.title"), page.Meta.First("twitter:title", "twitter:text:title")])
        {
            if (TitleText.Clean(value, page.Names) is { Length: > 0 and <= MaxLength } text && !page.Names.IsName(text))
            {
                titles.Add(text);
            }
        }

        return titles;
    }
}
