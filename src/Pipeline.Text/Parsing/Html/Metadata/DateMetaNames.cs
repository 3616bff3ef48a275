namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>The names of <c>meta</c> elements that hold dates.</summary>
internal static class DateMetaNames
{
    /// <summary>Gets the names for the date of publication.</summary>
    public static IReadOnlyList<(string Name, DateSource Source)> Published { get; } =
    [
        ("parsely-pub-date", DateSource.NewsroomMeta), ("sailthru.date", DateSource.NewsroomMeta), ("cxenseparse:publishtime", DateSource.NewsroomMeta), ("cxenseparse:recs:publishtime", DateSource.NewsroomMeta),
        ("article:published_time", DateSource.OpenGraph), ("og:article:published_time", DateSource.OpenGraph), ("article:published", DateSource.OpenGraph), ("og:published_time", DateSource.OpenGraph), ("og:publish_date", DateSource.OpenGraph), ("og:pubdate", DateSource.OpenGraph),
        ("citation_publication_date", DateSource.OtherMeta), ("citation_online_date", DateSource.OtherMeta), ("citation_date", DateSource.OtherMeta), ("prism.publicationdate", DateSource.OtherMeta),
        ("dc.date.issued", DateSource.OtherMeta), ("dcterms.issued", DateSource.OtherMeta), ("dc.date", DateSource.OtherMeta), ("dcterms.date", DateSource.OtherMeta), ("dc.date.created", DateSource.OtherMeta), ("dcterms.created", DateSource.OtherMeta), ("dcterms.available", DateSource.OtherMeta),
        ("datepublished", DateSource.OtherMeta), ("date_published", DateSource.OtherMeta), ("publishdate", DateSource.OtherMeta), ("publish-date", DateSource.OtherMeta), ("publish_date", DateSource.OtherMeta), ("publisheddate", DateSource.OtherMeta), ("published_date", DateSource.OtherMeta), ("published_at", DateSource.OtherMeta), ("published_time", DateSource.OtherMeta),
        ("pubdate", DateSource.OtherMeta), ("pub_date", DateSource.OtherMeta), ("date-pub", DateSource.OtherMeta), ("publication_date", DateSource.OtherMeta), ("publication-date", DateSource.OtherMeta), ("originalpublicationdate", DateSource.OtherMeta), ("ptime", DateSource.OtherMeta), ("dcsext.articlefirstpublished", DateSource.OtherMeta), ("timestamp", DateSource.OtherMeta),
        ("releasedate", DateSource.OtherMeta), ("displaydate", DateSource.OtherMeta), ("rnews:datepublished", DateSource.OtherMeta), ("bt:pubdate", DateSource.OtherMeta), ("sailthru.published_time", DateSource.NewsroomMeta), ("iptc:date", DateSource.OtherMeta), ("date", DateSource.OtherMeta), ("article.published", DateSource.OtherMeta), ("article_date_original", DateSource.OtherMeta),
    ];

    /// <summary>Gets the names for the date of the last change.</summary>
    public static IReadOnlyList<string> Modified { get; } =
        ["article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time", "datemodified", "date_modified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article.updated"];
}
