namespace Pipeline.Storage.Meta;

/// <summary>How far reconciling is: a pass goes through all stores, one after the other, over as many runs as it takes.</summary>
public sealed record ReconcileState
{
    /// <summary>Gets the pass that is under way.</summary>
    public required ReconcilePass Pass { get; init; }

    /// <summary>Gets the name of the sweep that comes next.</summary>
    public required string Sweep { get; init; }

    /// <summary>Gets the token of the page that comes next in it; null for its first.</summary>
    public string? Token { get; init; }

    /// <summary>Gets the last pass that came to its end; null before the first did.</summary>
    public ReconcilePass? Last { get; init; }
}

/// <summary>One pass of reconciling.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it came to its end; null while it is under way.</param>
/// <param name="Checked">How many blobs and rows were looked at.</param>
/// <param name="Findings">How often each thing was found and repaired, by its name; what was never found is not there.</param>
public sealed record ReconcilePass(DateTimeOffset Started, DateTimeOffset? Ended, long Checked, IReadOnlyDictionary<string, long> Findings);
