using System.Buffers;
using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>What the name or an attribute of an element says of its text.</summary>
[Flags]
internal enum HintKind
{
    None = 0,
    Headline = 1,
    SecondHeading = 2,
    Author = 4,
    Byline = 8,
    Date = 16,
    Published = 32,
    Modified = 64,

    /// <summary>The element is of microdata, RDFa or a link of the kind, not only of a class that sounds like it.</summary>
    Marked = 128,
}

/// <summary>An element that is marked as headline, author or date.</summary>
/// <param name="Kind">What it is marked as.</param>
/// <param name="Element">The element.</param>
/// <param name="FirstRun">The index of the first piece of text inside it.</param>
internal readonly record struct PageHint(HintKind Kind, IElement Element, int FirstRun)
{
    // All that a name must have a part of to sound like something: one search tells that most have none.
    private static readonly SearchValues<string> Parts = SearchValues.Create(
        ["author", "writer", "contributor", "autor", "auteur", "reporter", "byline", "by-line", "posted", "updated", "modified", "publish", "date", "timestamp", "datum", "fecha"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> AuthorPages = SearchValues.Create(
        ["/author/", "/authors/", "/by/", "/auteur/", "/autor/", "/autoren/", "/profile/", "/journalist"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets how many pieces of text stand inside it.</summary>
    public int RunCount { get; init; }

    /// <summary>Tells what an element is marked as.</summary>
    public static HintKind KindOf(IElement element)
    {
        var kind = element.LocalName switch { "h1" => HintKind.Headline, "h2" => HintKind.SecondHeading, "time" => HintKind.Date, _ => HintKind.None };
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var (name, value) = (attributes[i]!.Name, attributes[i]!.Value);
            kind |= name switch
            {
                "itemprop" or "property" => Marks(value),
                "rel" when HasWord(value, "author") => HintKind.Author | HintKind.Marked,
                "class" when value.Length < 600 => Sounds(value),
                "id" or "data-testid" or "data-test" or "data-component" or "data-qa" when value.Length < 100 => Sounds(value),
                "href" when element.LocalName == "a" && value.Length < 400 && IsAuthorPage(value) => HintKind.Author,
                _ => HintKind.None,
            };
        }

        return kind;
    }

    private static HintKind Marks(string names)
    {
        var kind = HintKind.None;
        kind |= HasWord(names, "headline") ? HintKind.Headline | HintKind.Marked : HintKind.None;
        kind |= HasWord(names, "author") || HasWord(names, "creator") || HasWord(names, "dc:creator") || HasWord(names, "schema:author") ? HintKind.Author | HintKind.Marked : HintKind.None;
        kind |= HasWord(names, "datePublished") || HasWord(names, "schema:datePublished") || HasWord(names, "dc:date") || HasWord(names, "dateCreated") ? HintKind.Date | HintKind.Published | HintKind.Marked : HintKind.None;
        kind |= HasWord(names, "dateModified") || HasWord(names, "schema:dateModified") ? HintKind.Date | HintKind.Modified | HintKind.Marked : HintKind.None;
        return kind;
    }

    private static HintKind Sounds(string names)
    {
        var kind = HintKind.None;
        if (!names.AsSpan().ContainsAny(Parts))
        {
            return kind;
        }

        kind |= Has(names, "author") || Has(names, "writer") || Has(names, "contributor") || Has(names, "autor") || Has(names, "auteur") || Has(names, "reporter") ? HintKind.Author : HintKind.None;
        kind |= Has(names, "byline") || Has(names, "by-line") || Has(names, "posted-by") ? HintKind.Byline : HintKind.None;
        var modified = Has(names, "updated") || Has(names, "modified");
        var published = Has(names, "publish") || Has(names, "posted") || Has(names, "pubdate") || Has(names, "entry-date");
        kind |= published ? HintKind.Date | HintKind.Published : modified ? HintKind.Date | HintKind.Modified : HintKind.None;
        kind |= Has(names, "date") && !Has(names, "candidate") && !Has(names, "mandate") || Has(names, "timestamp") || Has(names, "datum") || Has(names, "fecha") ? HintKind.Date : HintKind.None;
        return kind;
    }

    private static bool IsAuthorPage(string href) => href.AsSpan().ContainsAny(AuthorPages);

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool HasWord(string text, string word)
    {
        if (!Has(text, word))
        {
            return false;
        }

        foreach (var range in text.AsSpan().Split(' '))
        {
            if (text.AsSpan(range).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
