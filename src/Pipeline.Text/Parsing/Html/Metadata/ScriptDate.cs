using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Finds a date of publication in the data that a page's scripts carry, under one of the names that say so without doubt.</summary>
internal static class ScriptDate
{
    // Scripts reach megabytes; their first half megabyte holds the page's own data. Chosen.
    private const int MaxLength = 512 * 1024;
    private const int MaxValueLength = 40;

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("\"'\\,;}");

    private static readonly string[] Names =
        ["datePublished", "date_published", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "published_date", "publicationDate", "publication_date", "pubDate", "pub_date", "published_time", "publishedTime", "firstPublished", "first_published", "articlePublishDate", "postDate", "post_date"];

    /// <summary>Returns the first such date, or null.</summary>
    public static PublicationDate? Find(string script, DayOrder order, DateWindow window)
    {
        var text = script.AsSpan(0, Math.Min(script.Length, MaxLength));
        foreach (var name in Names)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0;)
            {
                var value = text[(at + name.Length)..].TrimStart("\\\"' :=");
                var end = value[..Math.Min(value.Length, MaxValueLength)].IndexOfAny(Ends);
                if (end > 0 && MachineDate.TryParse(value[..end], order, out var date) && window.Contains(date.Day))
                {
                    return date;
                }

                var next = text[(at + name.Length)..].IndexOf(name, StringComparison.Ordinal);
                at = next < 0 ? -1 : at + name.Length + next;
            }
        }

        return null;
    }
}
