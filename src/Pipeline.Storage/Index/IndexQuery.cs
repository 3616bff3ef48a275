using Pipeline.Storage.Generations;

namespace Pipeline.Storage.Index;

/// <summary>A range of a listing, newest first.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="From">The oldest time that is in; null for no bound.</param>
/// <param name="Before">The time before which all are; null for no bound.</param>
public sealed record IndexQuery(IndexListing Listing, DateTime? From = null, DateTime? Before = null)
{
    /// <summary>Gets the generation that is read.</summary>
    public int Generation { get; init; } = IndexGenerations.First;

    /// <summary>Gets what is read of each row.</summary>
    public IndexColumns Columns { get; init; } = IndexColumns.Listing;
}

/// <summary>What a query reads of each index row; the rest is empty.</summary>
public enum IndexColumns
{
    /// <summary>All but the sentences that digests pick from, which are the larger part of a row.</summary>
    Listing,

    /// <summary>All but the summary.</summary>
    Digest,

    /// <summary>Source, issues and actors.</summary>
    Statistics,

    /// <summary>The signature of the text.</summary>
    Signature,

    /// <summary>The key alone.</summary>
    Position,
}

/// <summary>One page of a listing.</summary>
/// <param name="Rows">The rows, newest first.</param>
/// <param name="Next">The position after which the next page begins; null where this is the last.</param>
public sealed record IndexPage(IReadOnlyList<IndexRow> Rows, IndexPosition? Next);
