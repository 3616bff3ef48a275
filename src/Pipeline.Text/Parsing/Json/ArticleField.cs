using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Json;

/// <summary>What a member of an object says of an article.</summary>
internal enum ArticleField
{
    Id,
    Url,
    Title,

    /// <summary>The whole text.</summary>
    Body,

    /// <summary>A part or a short form of it: it stands in where there is no <see cref="Body"/>.</summary>
    Summary,
    Published,
    Modified,
    Authors,
    Source,
    Language,
    Subjects,

    /// <summary>Whether the article may be used.</summary>
    Status,

    /// <summary>Questions with their answers.</summary>
    Faq,

    /// <summary>An object whose members count as the article's own.</summary>
    Envelope,
}

/// <summary>
/// The one table of the names that fields go by in the APIs and dumps of news, best first: schema.org, IPTC ninjs, JSON Feed,
/// WordPress, NewsAPI.org, the Guardian, the New York Times, Event Registry, GDELT, Mediastack, news-please, newspaper3k,
/// Elasticsearch, MongoDB, Arc XP, Ghost, Perigon, Associated Press, Fundus, Readability, and the usual front matter of Markdown.
/// </summary>
/// <remarks>Names are compared in small letters, without <c>_</c>, <c>-</c>, spaces and what stands before a colon (<c>og:title</c>).</remarks>
internal static class ArticleFieldNames
{
    private const int MaxLength = 40;

    private static readonly FrozenDictionary<string, (ArticleField Field, int Rank)[]>.AlternateLookup<ReadOnlySpan<char>> Names = new Dictionary<ArticleField, string>
    {
        [ArticleField.Id] = "id _id uuid guid articleid docid documentid identifier uri @id",
        [ArticleField.Url] = "canonicalurl canonical url link weburl articleurl permalink articlelink shorturl sourceurl urlsource pageurl mainentityofpage externalurl uri @id href guid",
        [ArticleField.Title] = "headline title webtitle articletitle headlines heading titlepage name",
        [ArticleField.Body] = "contenthtml bodyhtml bodyxhtml htmlcontent htmlbody articlehtml articlebody maintext fullcontent fulltext articletext articlecontent body content text contenttext textcontent bodytext bodynitf cleanedtext cleantext rawtext story contentelements contents paragraphs bodies html plaintext article sections blocks",
        [ArticleField.Summary] = "leadparagraph abstract description descriptiontext summary excerpt standfirst trailtext lead snippet dek teaser shortdescription",
        [ArticleField.Published] = "datepublished published publishedat publisheddate publishedon datepublish publishdate publishtime publicationdate webpublicationdate publishingdate publishedtime displaydate firstpublished firstpublicationdate firstpublishdate firstcreated pubdate date datetimepub datetime datecreated createdat created seendate issued releasedate timestamp time",
        [ArticleField.Modified] = "datemodified modified modifiedat modifiedtime updated updatedat dateupdated lastmodified lastmod lastupdated datemodify modificationdate versioncreated webmodified",
        [ArticleField.Authors] = "authors author byline bylines authorsbyline creator creators writers writer reporters authorname by",
        [ArticleField.Source] = "publisher publishername sourcename source sitename ogsitename site outlet publication newspaper provider copyrightholder owner sourcedomain domain",
        [ArticleField.Language] = "language lang inlanguage languagecode locale",
        [ArticleField.Subjects] = "subject subjects keywords newskeywords tags categories category articlesection section sectionname topics topic concepts",
        [ArticleField.Status] = "pubstatus publishingstatus",
        [ArticleField.Faq] = "faq faqs questionsandanswers qanda qa",
        [ArticleField.Envelope] = "_source fields attributes article item data node doc document record mainentity credits _embedded yoastheadjson",
    }.SelectMany(pair => pair.Value.Split(' ').Select((name, rank) => (name, pair.Key, rank)))
        .GroupBy(entry => entry.name, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(entry => (entry.Key, entry.rank)).ToArray(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns what a member's name means, with its place among the names of that meaning; mostly one meaning or none.</summary>
    /// <param name="utf8Name">The name as it stands in the file.</param>
    public static ReadOnlySpan<(ArticleField Field, int Rank)> Find(ReadOnlySpan<byte> utf8Name)
    {
        utf8Name = utf8Name[(utf8Name.LastIndexOf((byte)':') + 1)..];
        if (utf8Name.Length > MaxLength)
        {
            return [];
        }

        Span<char> name = stackalloc char[MaxLength];
        var length = 0;
        foreach (var value in utf8Name)
        {
            if (value is not ((byte)'_' or (byte)'-' or (byte)' ') || (length == 0 && value == (byte)'_'))
            {
                name[length++] = char.ToLowerInvariant((char)value);
            }
        }

        return Names.TryGetValue(name[..length], out var fields) ? fields : [];
    }
}
