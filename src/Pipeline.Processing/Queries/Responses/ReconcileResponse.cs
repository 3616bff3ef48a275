using Pipeline.Storage.Meta;

namespace Pipeline.Processing.Queries.Responses;

/// <summary>How far reconciling is.</summary>
/// <param name="Pass">The pass that is under way, or the last one.</param>
/// <param name="Sweep">The part of it that comes next.</param>
/// <param name="Last">The last pass that came to its end; null before the first did.</param>
public sealed record ReconcileResponse(ReconcilePassResponse Pass, string Sweep, ReconcilePassResponse? Last)
{
    /// <summary>Gets how many things the run that was asked for could not check or repair; the next pass looks at them again. Null where there are none.</summary>
    public int? Failed { get; init; }

    /// <summary>Describes the state of reconciling.</summary>
    /// <param name="state">The state.</param>
    public static ReconcileResponse Of(ReconcileState state) => new(ReconcilePassResponse.Of(state.Pass), state.Sweep, state.Last is null ? null : ReconcilePassResponse.Of(state.Last));
}

/// <summary>One pass of reconciling.</summary>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it came to its end; null while it is under way.</param>
/// <param name="Checked">How many blobs and rows were looked at.</param>
/// <param name="Repaired">What was found and repaired.</param>
public sealed record ReconcilePassResponse(DateTimeOffset Started, DateTimeOffset? Ended, long Checked, IReadOnlyList<RepairedResponse> Repaired)
{
    /// <summary>Describes a pass.</summary>
    /// <param name="pass">The pass.</param>
    public static ReconcilePassResponse Of(ReconcilePass pass) => new(pass.Started, pass.Ended, pass.Checked, [.. pass.Findings.Select(found => new RepairedResponse(found.Key, found.Value))]);
}

/// <summary>What reconciling found and repaired.</summary>
/// <param name="Finding">What was found, by its name.</param>
/// <param name="Times">How often.</param>
public sealed record RepairedResponse(string Finding, long Times);
