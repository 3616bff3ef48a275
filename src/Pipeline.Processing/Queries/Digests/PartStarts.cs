namespace Pipeline.Processing.Queries.Digests;

/// <summary>The number of a listing's articles in a span of days.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Articles">The number of articles.</param>
internal readonly record struct CountedSpan(DateOnly First, DateOnly Last, long Articles);

/// <summary>
/// Cuts a range of time into parts of which the newest page of rows each is a sample of the whole: the last part is one page, and
/// reaches the oldest rows; the others have about as many articles each, and begin where a span does, since all articles of a day may
/// have its first moment as their time.
/// </summary>
internal static class PartStarts
{
    /// <summary>Returns where parts start, the newest first; the last part, which starts where the range does, is not among them.</summary>
    /// <param name="spans">The articles of the range, the newest first.</param>
    /// <param name="from">Where the range starts; null where it does not.</param>
    /// <param name="newest">The moment from which on back it is cut.</param>
    /// <param name="parts">The most parts; at least 2.</param>
    /// <param name="page">How many rows of a part are read.</param>
    public static IReadOnlyList<DateTime> Cut(IReadOnlyList<CountedSpan> spans, DateTime? from, DateTime newest, int parts, int page)
    {
        (DateTime Start, DateTime End, double Articles)[] clipped = [.. spans.Select(span => Clip(span, from, newest)).Where(span => span.Articles > 0)];
        if (clipped is [])
        {
            return from is { } start ? Evenly(start, newest, parts) : [];
        }

        var last = clipped.Length - 1;
        for (var left = page - clipped[last].Articles; last > 0 && clipped[last - 1].Articles <= left; last--)
        {
            left -= clipped[last - 1].Articles;
        }

        return last == 0 ? [] : CutEvenly(clipped.AsSpan(0, last), parts - 1);
    }

    /// <summary>Returns the starts of as many parts of all spans.</summary>
    private static List<DateTime> CutEvenly(ReadOnlySpan<(DateTime Start, DateTime End, double Articles)> spans, int parts)
    {
        var all = 0d;
        foreach (var span in spans)
        {
            all += span.Articles;
        }

        var (starts, behind) = (new List<DateTime>(parts), 0d);
        foreach (var (start, end, articles) in spans)
        {
            behind += articles;
            var cuts = Math.Min(parts - 1, (int)(behind * parts / all)) - starts.Count;
            for (var cut = 1; cut <= cuts; cut++)
            {
                starts.Add(cut == cuts ? start : end - (cut * ((end - start) / cuts)));
            }
        }

        if (starts is [] || starts[^1] > spans[^1].Start)
        {
            starts.Add(spans[^1].Start);
        }

        return starts;
    }

    private static (DateTime Start, DateTime End, double Articles) Clip(CountedSpan span, DateTime? from, DateTime newest)
    {
        var (first, last) = (span.First.ToDateTime(TimeOnly.MinValue), span.Last.ToDateTime(TimeOnly.MaxValue));
        var start = from > first ? from.Value : first;
        var end = newest < last ? newest : last;
        return (start, end, start < end ? span.Articles * ((end - start) / (last - first)) : 0);
    }

    private static DateTime[] Evenly(DateTime from, DateTime newest, int parts) =>
        newest <= from ? [] : [.. Enumerable.Range(1, parts - 1).Select(part => newest - (part * ((newest - from) / parts)))];
}
