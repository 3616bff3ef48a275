using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Index;

/// <summary>One listing of articles: a kind and an id.</summary>
/// <param name="Kind">What the listing is by.</param>
/// <param name="Id">Which one of that kind; empty for kinds that have but one.</param>
public readonly record struct IndexListing(IndexKind Kind, string Id)
{
    /// <summary>Gets the listing of all tagged articles.</summary>
    public static IndexListing All { get; } = new(IndexKind.All, "");

    /// <summary>Gets the listing of all tagged articles by when they were tagged.</summary>
    public static IndexListing Arrival { get; } = new(IndexKind.Arrival, "");

    /// <summary>Returns the listing of an issue.</summary>
    /// <param name="issueId">The concept's id.</param>
    public static IndexListing Issue(string issueId) => new(IndexKind.Issue, issueId);

    /// <summary>Returns the listing of an issue and all that are narrower.</summary>
    /// <param name="issueId">The concept's id.</param>
    public static IndexListing Branch(string issueId) => new(IndexKind.Branch, issueId);

    /// <summary>Returns the listing of a publisher or agency.</summary>
    /// <param name="source">Its name, in any case.</param>
    public static IndexListing Source(string source) => new(IndexKind.Source, NameKeys.Source(source));

    /// <summary>Returns the listing of an actor.</summary>
    /// <param name="actorKey">The actor's key, as <see cref="NameKeys.Actor"/> gives it.</param>
    public static IndexListing Actor(string actorKey) => new(IndexKind.Actor, actorKey);

    /// <summary>Returns the listing of a band of signatures.</summary>
    /// <param name="band">The band, as <see cref="Pipeline.Text.Duplicates.TextSignature"/> gives it.</param>
    public static IndexListing Near(string band) => new(IndexKind.Near, band);

    /// <summary>Returns the listing of a state.</summary>
    /// <param name="state">The state.</param>
    public static IndexListing State(ArticleState state) => new(IndexKind.State, state.ToString().ToLowerInvariant());

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The listing as a key part.</param>
    /// <returns>The listing; null where the text is none.</returns>
    public static IndexListing? Parse(string text)
    {
        var joint = text.IndexOf('-', StringComparison.Ordinal);
        return joint > 0 && Enum.TryParse<IndexKind>(text[..joint], ignoreCase: true, out var kind)
            ? new IndexListing(kind, KeyEncoder.Decode(text[(joint + 1)..]))
            : null;
    }

    /// <summary>Returns the listing as a key part that no other listing has, and that none begins with when a separator follows.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}-{KeyEncoder.Encode(Id)}";
}
