using System.Text.Json.Nodes;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Authors as one place of a page names them.</summary>
/// <param name="Source">The place.</param>
/// <param name="Names">The names, in order.</param>
internal readonly record struct AuthorClaim(AuthorSource Source, IReadOnlyList<string> Names);

/// <summary>Where a page names its authors, in the order they are asked: data before what is seen, near before far.</summary>
internal enum AuthorSource
{
    NewsroomMeta,
    Article,
    Meta,
    Card,
    Page,
    Marked,
    Byline,
    Line,
    Link,
    Alone,
    Far,
}

/// <summary>
/// Finds the authors: the first place in the order of trust that names someone other than the site itself. The site's own
/// name is believed where no place does, and a placeholder of the site's software never.
/// </summary>
internal static class AuthorFinder
{
    // The longest lists of authors are of papers. Chosen.
    private const int MaxAuthors = 50;
    private const int MaxRunsBelow = 60;
    private const int MaxRunsAbove = 10;
    private const int MaxCharactersBelow = 900;
    private const int MaxLineLength = 160;

    /// <summary>Finds the authors of a page.</summary>
    public static IReadOnlyList<string> Find(HtmlPage page, Headline headline)
    {
        var claims = Claims(page, headline).ToList();
        var near = claims.Where(claim => claim.Source < AuthorSource.Alone).ToList();
        var chosen = near.FindIndex(claim => claim.Names.Any(name => !IsSite(page, claim, name) && (AuthorNames.IsPerson(name) || IsSigned(claim, name)))) is >= 0 and var index ? near[index]
            : near.Find(claim => claim.Names.Any(AuthorNames.IsPerson)) is { Names: not null } personal ? personal
            : claims.Find(claim => claim.Source >= AuthorSource.Alone && claim.Names.Any(name => !page.Names.IsName(name))) is { Names: not null } far ? far
            : claims.FirstOrDefault();
        if (chosen.Names is null)
        {
            return [];
        }

        var names = chosen.Source < AuthorSource.Byline ? Fuller(claims, chosen) : chosen.Names;
        return [.. names.Where(name => names.Count == 1 || !page.Names.IsName(name)).Take(MaxAuthors)];
    }

    /// <summary>Tells whether a name is the site's. What a page's templates fill in is so already where it comes near.</summary>
    private static bool IsSite(HtmlPage page, AuthorClaim claim, string name) =>
        page.Names.IsName(name) || (claim.Source is AuthorSource.Meta or AuthorSource.Page && !AuthorNames.IsPerson(name) && page.Names.IsNear(name));

    /// <summary>Tells whether a name that is no person's is believed: one that the page signs with, not an account's in the data.</summary>
    private static bool IsSigned(AuthorClaim claim, string name) =>
        claim.Source is AuthorSource.Byline or AuthorSource.Line || (claim.Source <= AuthorSource.Marked && !AuthorNames.IsSlug(name));

    /// <summary>Returns what the byline shows where it names all of the data's authors and more: data often names the first only.</summary>
    private static IReadOnlyList<string> Fuller(List<AuthorClaim> claims, AuthorClaim data) =>
        claims.Where(claim => claim.Source is AuthorSource.Byline or AuthorSource.Line && claim.Names.Count > data.Names.Count && claim.Names.All(AuthorNames.IsPerson)
            && data.Names.All(name => claim.Names.Any(seen => seen.EndsWith(name, StringComparison.OrdinalIgnoreCase))))
            .Select(claim => claim.Names).FirstOrDefault() ?? data.Names;

    /// <summary>Returns what the places of a page say, in the order of trust; places that say nothing are left out.</summary>
    public static IEnumerable<AuthorClaim> Claims(HtmlPage page, Headline headline) =>
        All(page, headline).Where(claim => claim.Names.Count > 0);

    private static IEnumerable<AuthorClaim> All(HtmlPage page, Headline headline)
    {
        var meta = page.Meta;
        yield return new(AuthorSource.NewsroomMeta, FromMeta(meta, "parsely-author", "sailthru.author", "cxenseparse:author", "citation_author", "citation_authors"));
        yield return new(AuthorSource.Article, FromData(page, page.Article.Article));
        yield return new(AuthorSource.Meta, FromMeta(meta, "article:author", "author", "byl", "dc.creator", "dcterms.creator", "dc.creator.author", "og:author", "article:author_name", "article.author", "authors", "dcsext.author", "rbauthors", "creator"));
        yield return new(AuthorSource.Card, FromCard(meta));
        yield return new(AuthorSource.Page, FromData(page, page.Article.Page));
        yield return new(AuthorSource.Marked, FromHints(page, headline, hint => hint.Kind.HasFlag(HintKind.Author | HintKind.Marked), near: true));
        yield return new(AuthorSource.Byline, FromHints(page, headline, hint => (hint.Kind & (HintKind.Author | HintKind.Byline)) != HintKind.None && hint.Element.LocalName != "a", near: true));
        yield return new(AuthorSource.Line, FromLines(page, headline.Run + MaxRunsBelow, headline.Run, MaxCharactersBelow));
        yield return new(AuthorSource.Link, FromHints(page, headline, hint => hint.Kind.HasFlag(HintKind.Author) && hint.Element.LocalName == "a", near: true));
        yield return new(AuthorSource.Alone, NameAlone.Find(page, headline));
        yield return new(AuthorSource.Far, FromHints(page, headline, hint => hint.Kind.HasFlag(HintKind.Author | HintKind.Marked), near: false));
        yield return new(AuthorSource.Far, FromLines(page, page.Runs.Count, headline.Run, int.MaxValue));
        yield return new(AuthorSource.Far, FromHints(page, headline, hint => (hint.Kind & (HintKind.Author | HintKind.Byline)) != HintKind.None && hint.FirstRun > headline.Run && hint.Element.LocalName != "a", near: false));
    }

    private static List<string> FromMeta(MetaTags meta, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var authors = new List<string>();
            foreach (var value in meta.All(name))
            {
                Merge(authors, AuthorNames.FromData(value));
            }

            if (authors.Count > 0)
            {
                return authors;
            }
        }

        return [];
    }

    private static List<string> FromData(HtmlPage page, JsonObject? node)
    {
        var authors = new List<string>();
        foreach (var property in (ReadOnlySpan<string>)["author", "creator"])
        {
            foreach (var value in page.Article.Values(node, property))
            {
                foreach (var text in value is JsonObject person ? JsonLdValues.Texts(person["name"] ?? person["@value"]) : JsonLdValues.Texts(value))
                {
                    Merge(authors, AuthorNames.FromData(text));
                }
            }

            if (authors.Count > 0)
            {
                break;
            }
        }

        return authors;
    }

    /// <summary>Reads the labelled data of a card: <c>Written by</c>, in any language, beside a time of reading.</summary>
    private static IReadOnlyList<string> FromCard(MetaTags meta) =>
        meta.First("twitter:label1") is { } label && !label.Contains("time", StringComparison.OrdinalIgnoreCase)
        && meta.First("twitter:data1") is { } data && !data.Any(char.IsAsciiDigit)
            ? [.. AuthorNames.FromData(data).Where(AuthorNames.IsPerson)]
            : [];

    /// <summary>Reads marked elements, near the headline or elsewhere; of those in microdata all, else the first that names someone.</summary>
    private static List<string> FromHints(HtmlPage page, Headline headline, Func<PageHint, bool> wanted, bool near)
    {
        var authors = new List<string>();
        foreach (var hint in page.Hints)
        {
            var isNear = hint.FirstRun >= headline.Run - MaxRunsAbove && hint.FirstRun <= headline.Run + MaxRunsBelow;
            if (isNear != near || !wanted(hint) || hint.RunCount > 60)
            {
                continue;
            }

            var pieces = hint.Element.LocalName == "meta"
                ? [OneLine.FoldMarkup(hint.Element.GetAttribute("content"))]
                : Enumerable.Range(hint.FirstRun, Math.Min(hint.RunCount, 12)).Select(run => page.Runs[run].Text);
            var isMarked = hint.Kind.HasFlag(HintKind.Marked);
            Merge(authors, AuthorNames.FromByline(pieces, isMarked));
            if (authors.Count > 0 && !(near && isMarked))
            {
                break;
            }
        }

        return authors;
    }

    /// <summary>Reads a line near the headline that opens as bylines do.</summary>
    private static IReadOnlyList<string> FromLines(HtmlPage page, int end, int headline, int maxCharacters)
    {
        var below = 0;
        var start = Math.Max(0, headline - MaxRunsAbove);
        var expected = false;
        foreach (var (line, first) in PageLines.Around(page, start, end))
        {
            if (line.Length <= MaxLineLength)
            {
                var cut = AuthorNames.CutOpening(line);
                if (cut.Length == 0)
                {
                    expected = true;
                    continue;
                }

                if (expected || cut.Length < line.Length)
                {
                    var pieces = Enumerable.Range(first, page.Runs.Count - first).TakeWhile(run => page.Runs[run].Block == page.Runs[first].Block).Select(run => page.Runs[run].Text);
                    if (AuthorNames.FromByline(pieces, sure: false) is { Count: > 0 } names && names.Any(name => AuthorNames.IsPerson(name) || AuthorNames.IsTeam(name) || maxCharacters != int.MaxValue && cut.Length < line.Length))
                    {
                        return names;
                    }

                    if (BylineParser.Parse(line) is { Authors.Count: > 0 } byline)
                    {
                        return byline.Authors;
                    }
                }
            }

            expected = false;
            below += first >= headline ? line.Length : 0;
            if (below > maxCharacters)
            {
                break;
            }
        }

        return [];
    }

    private static void Merge(List<string> authors, IReadOnlyList<string> names) =>
        authors.AddRange(names.Where(name => !authors.Exists(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase))));
}
