using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Storage.Poison;
using Pipeline.Storage.Taxonomies;

namespace Pipeline.Processing.Queries.Responses;

/// <summary>How the pipeline is, as it is served.</summary>
/// <param name="Queues">The queues of work.</param>
/// <param name="PoisonQueues">What failed too often and waits to be collected.</param>
/// <param name="PoisonKept">How much was collected from each and is kept, and since when.</param>
/// <param name="Poison">What was collected last, newest first.</param>
/// <param name="Articles">The numbers of articles.</param>
/// <param name="OldestWaiting">Since when the first message in any queue of work waits; null where none does.</param>
/// <param name="TaxonomyVersion">The taxonomy in force.</param>
/// <param name="OwnTaxonomy">The report on the user's own taxonomy; null where there is none.</param>
/// <param name="Index">The generations of the index.</param>
/// <param name="Reprocess">The last order to process articles again; null where there was none.</param>
/// <param name="Reconcile">How far reconciling is; null before its first run.</param>
public sealed record StatusResponse(
    IReadOnlyList<QueueDepth> Queues,
    IReadOnlyList<QueueDepth> PoisonQueues,
    IReadOnlyList<PoisonDepth> PoisonKept,
    IReadOnlyList<PoisonResponse> Poison,
    ArticleCountsResponse Articles,
    DateTimeOffset? OldestWaiting,
    string TaxonomyVersion,
    TaxonomyReport? OwnTaxonomy,
    IndexStatusResponse Index,
    ReprocessResponse? Reprocess,
    ReconcileResponse? Reconcile);

/// <summary>An order to process articles again, and how far it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Filter">Which articles; all where it says nothing.</param>
/// <param name="Started">When it was given.</param>
/// <param name="Ended">When the last article was asked for, or it was called off; null while it is under way.</param>
/// <param name="IsCancelled">Whether it was called off.</param>
/// <param name="Asked">How many articles were asked for so far; where all are processed again, how many files.</param>
public sealed record ReprocessResponse(string Id, ReprocessFilter Filter, DateTimeOffset Started, DateTimeOffset? Ended, bool IsCancelled, long Asked)
{
    /// <summary>Describes an order.</summary>
    /// <param name="job">The order.</param>
    public static ReprocessResponse Of(ReprocessJob job) => new(job.Id, job.Filter, job.Started, job.Ended, job.IsCancelled, job.Asked);
}

/// <summary>The numbers of articles by state, as they were counted last.</summary>
/// <param name="Tagged">Tagged articles.</param>
/// <param name="Rejected">Articles that cannot be read.</param>
/// <param name="Failed">Articles whose processing failed too often.</param>
public sealed record ArticleCountsResponse(long Tagged, long Rejected, long Failed);

/// <summary>The generations of the index.</summary>
/// <param name="Live">The one that is read.</param>
/// <param name="Rebuild">The one that is being built, as after a change of the taxonomy; null where none is.</param>
public sealed record IndexStatusResponse(int Live, RebuildResponse? Rebuild);

/// <summary>A generation that is being built.</summary>
/// <param name="Generation">Its number.</param>
/// <param name="Since">Since when.</param>
public sealed record RebuildResponse(int Generation, DateTimeOffset Since);

/// <summary>A poison message, as it is served: without its bytes.</summary>
/// <param name="Queue">The poison queue it was in.</param>
/// <param name="Id">The id by which it is put back to work or dropped.</param>
/// <param name="InsertedOn">When it was put there.</param>
/// <param name="ArticleId">The article that failed; null where the message cannot be read.</param>
/// <param name="LastError">The last error.</param>
public sealed record PoisonResponse(string Queue, string Id, DateTimeOffset InsertedOn, string? ArticleId, string? LastError)
{
    /// <summary>Describes a record.</summary>
    /// <param name="record">The record.</param>
    internal static PoisonResponse Of(PoisonRecord record) => new(record.Queue, record.Id, record.InsertedOn, record.ArticleId, record.LastError);
}
