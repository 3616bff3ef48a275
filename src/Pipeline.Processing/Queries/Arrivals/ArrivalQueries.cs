using System.Runtime.CompilerServices;
using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;

namespace Pipeline.Processing.Queries.Arrivals;

/// <summary>
/// Follows what is newly tagged: a range query of the listing by arrival every <see cref="PollInterval"/>. Articles stand there by when
/// their tagging began and come to be seen a little later, not always in that order, so each look goes back by <see cref="Overlap"/>.
/// </summary>
public sealed class ArrivalQueries(IIndexStore index, GenerationsInForce generations, TaxonomyInForce taxonomies, TimeProvider time)
{
    /// <summary>How long after its tagging began an article may come to be seen, and still be followed.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    /// <summary>How often is looked.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>The most articles that are caught up with, the newest ones; listings have the others.</summary>
    public const int MaxMissed = 500;

    /// <summary>Returns the id to go on behind a moment.</summary>
    /// <param name="moment">The moment.</param>
    public static string IdOf(DateTimeOffset moment) => new IndexPosition(moment.UtcDateTime, new string('a', ArticleIds.Length)).RowKey;

    /// <summary>Begins to follow.</summary>
    /// <param name="issue">The concept's id; null for all articles.</param>
    /// <param name="narrower">Whether narrower issues count too, as text; null for no.</param>
    /// <param name="lastEventId">The id of the last arrival that the caller has, to go on behind it; null to begin now. One that is none is taken as null, as browsers send what they have.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The arrivals, without an end. Those of the last <see cref="Overlap"/> before the given one may come again.</returns>
    public async Task<QueryResult<IAsyncEnumerable<Arrival>>> FollowAsync(string? issue, string? narrower, string? lastEventId, CancellationToken cancellationToken)
    {
        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        if (issue is not null && taxonomy.Find(issue) is null)
        {
            return QueryProblem.Parameter("issue", "must be the id of an issue, as /issues lists them");
        }

        if (!BooleanParameter.TryRead(narrower, out var withNarrower))
        {
            return QueryProblem.Parameter("narrower", "must be true or false");
        }

        var condition = issue is null ? null : IssueCondition.Of(issue, withNarrower, taxonomy);
        var after = lastEventId is not null && IndexPosition.TryParse(lastEventId, out var position) ? position : null;
        var now = time.GetUtcNow().UtcDateTime;

        // Whoever begins now need not hear of what is there already.
        var seen = after is null ? await ReadAsync(now - Overlap, cancellationToken) : [];
        return QueryResult<IAsyncEnumerable<Arrival>>.Of(FollowAsync(
            condition, (after is { } last && last.Time - DateTime.MinValue > Overlap ? last.Time : after is null ? now : DateTime.MinValue + Overlap) - Overlap, [.. seen.Select(row => row.Position), .. after is { } known ? [known] : Array.Empty<IndexPosition>()], CancellationToken.None));
    }

    private async IAsyncEnumerable<Arrival> FollowAsync(
        IssueCondition? condition, DateTime from, HashSet<IndexPosition> seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var looked = time.GetUtcNow().UtcDateTime;
            var rows = await ReadAsync(from, cancellationToken);
            var labels = new IssueLabels((await taxonomies.GetAsync(cancellationToken)).Taxonomy);
            foreach (var row in rows.Reverse())
            {
                if (seen.Add(row.Position) && (condition is null || row.Entry.Issues.Any(issue => condition.Ids.Value.Contains(issue.Id))))
                {
                    yield return new Arrival(row.Position.RowKey, SummaryQueries.Describe(row.Entry, labels));
                }
            }

            from = looked - Overlap;
            seen.RemoveWhere(position => position.Time < from);
            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<IndexRow>> ReadAsync(DateTime from, CancellationToken cancellationToken)
    {
        var query = new IndexQuery(IndexListing.Arrival, from) { Generation = (await generations.GetAsync(cancellationToken)).Live };
        return (await index.ReadAsync(query, after: null, MaxMissed, cancellationToken)).Rows;
    }
}

/// <summary>An article that was newly tagged, or whose content changed.</summary>
/// <param name="Id">The id to go on behind.</param>
/// <param name="Summary">Its summary, as in listings.</param>
public sealed record Arrival(string Id, SummaryResponse Summary);
