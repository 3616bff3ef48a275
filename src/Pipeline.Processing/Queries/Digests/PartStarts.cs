namespace Pipeline.Processing.Queries.Digests;

/// <summary>The number of a listing's articles in a span of days.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Articles">The number of articles.</param>
internal readonly record struct CountedSpan(DateOnly First, DateOnly Last, long Articles);

/// <summary>Cuts a range of time into parts that hold about as many articles each.</summary>
internal static class PartStarts
{
    /// <summary>Returns where parts start, the newest first; the last part, which starts where the range does, is not among them.</summary>
    /// <param name="spans">The articles of the range, the newest first; within a span they count as spread evenly.</param>
    /// <param name="from">Where the range starts; null where it does not.</param>
    /// <param name="newest">The moment from which on back it is cut.</param>
    /// <param name="parts">The number of parts.</param>
    public static IReadOnlyList<DateTime> Cut(IReadOnlyList<CountedSpan> spans, DateTime? from, DateTime newest, int parts)
    {
        (DateTime Start, DateTime End, double Articles)[] clipped = [.. spans.Select(span => Clip(span, from, newest)).Where(span => span.Articles > 0)];
        if (clipped is [])
        {
            return from is { } start ? Evenly(start, newest, parts) : [];
        }

        var share = clipped.Sum(span => span.Articles) / parts;
        var starts = new List<DateTime>(parts - 1);
        var behind = 0d;
        foreach (var (start, end, articles) in clipped)
        {
            while (starts.Count < parts - 1 && behind + articles >= share * (starts.Count + 1))
            {
                starts.Add(end - ((end - start) * (((share * (starts.Count + 1)) - behind) / articles)));
            }

            behind += articles;
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
