using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Queries.Statistics;

/// <summary>Serves how many articles there are over time: of an issue, or of all.</summary>
public sealed class TimelineQueries(IStatsStore stats, GenerationsInForce generations, TaxonomyInForce taxonomies)
{
    /// <summary>The longest range by days or weeks, in days: what one query of a table gives.</summary>
    public const int MaxDays = 1_000;

    private const int DaysOfWeek = 7;

    /// <summary>Returns the timeline of an issue, or of all articles.</summary>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<TimelineResponse>> GetAsync(TimelineParameters parameters, CancellationToken cancellationToken)
    {
        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        var read = IssueRange.Read(parameters.Issue, parameters.From, parameters.To, parameters.Narrower, taxonomy);
        if (read.Problem is not null)
        {
            return read.Problem;
        }

        var (listing, days) = read.Value!;

        if (!TryReadSpan(parameters.By, out var by))
        {
            return QueryProblem.Parameter("by", "must be day, week or month");
        }

        if (by != TimelineSpan.Month && (days.From is null || days.LastDay.DayNumber - days.From.Value.DayNumber >= MaxDays))
        {
            return QueryProblem.Parameter("from", $"must be given, at most {MaxDays} days before 'to', where 'by' is day or week");
        }

        return new TimelineResponse(parameters.Issue, days.From, days.To, by, await ReadAsync(listing, by, days, cancellationToken));
    }

    private async Task<IReadOnlyList<TimelinePoint>> ReadAsync(IndexListing listing, TimelineSpan by, DayRange days, CancellationToken cancellationToken)
    {
        var generation = (await generations.GetAsync(cancellationToken)).Live;
        var span = by == TimelineSpan.Month ? StatsSpan.Month : StatsSpan.Day;
        var spans = await stats.ReadNumbersAsync(generation, listing, span, days.From, days.To, cancellationToken);
        return
        [
            .. spans
                .GroupBy(counts => by == TimelineSpan.Week ? MondayOf(counts.First) : counts.First)
                .Select(group => new TimelinePoint(group.Key, group.Sum(counts => counts.Counts.Articles)))
                .OrderBy(point => point.Start),
        ];
    }

    private static DateOnly MondayOf(DateOnly day)
    {
        var since = ((int)day.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek;
        return day.DayNumber < since ? DateOnly.MinValue : day.AddDays(-since);
    }

    private static bool TryReadSpan(string? text, out TimelineSpan span)
    {
        span = text switch
        {
            "day" => TimelineSpan.Day,
            "week" => TimelineSpan.Week,
            _ => TimelineSpan.Month,
        };
        return text is null or "day" or "week" or "month";
    }
}

/// <summary>What a timeline is asked for, as text; null for a parameter that is not given.</summary>
/// <param name="Issue">The concept's id; null for all articles.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="By"><c>day</c>, <c>week</c> or <c>month</c>; by month where it is not given.</param>
/// <param name="Narrower">Whether articles about narrower issues count too: <c>true</c> or <c>false</c>.</param>
public sealed record TimelineParameters(string? Issue, string? From, string? To, string? By, string? Narrower);
