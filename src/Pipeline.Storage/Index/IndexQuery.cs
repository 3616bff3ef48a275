namespace Pipeline.Storage.Index;

/// <summary>A range of a listing, newest first.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="From">The oldest effective date that is in; null for no bound.</param>
/// <param name="Before">The effective date before which all are; null for no bound.</param>
public sealed record IndexQuery(IndexListing Listing, DateTime? From = null, DateTime? Before = null)
{
    /// <summary>Gets a value indicating whether the rows come with the sentences that digests pick from, which are their larger part.</summary>
    public bool WithCandidates { get; init; }
}

/// <summary>One page of a listing.</summary>
/// <param name="Rows">The rows, newest first.</param>
/// <param name="Next">The key after which the next page begins; null where this is the last.</param>
public sealed record IndexPage(IReadOnlyList<IndexRow> Rows, IndexKey? Next);
