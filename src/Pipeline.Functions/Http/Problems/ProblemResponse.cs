namespace Pipeline.Functions.Http.Problems;

/// <summary>An error as it is served (RFC 9457).</summary>
/// <param name="Type">The kind of error, a URI that stays the same.</param>
/// <param name="Title">What it is.</param>
/// <param name="Status">The status code.</param>
/// <param name="Detail">What is wrong with this request, for people.</param>
/// <param name="Reason">Why an article is rejected or failed, for programs; null elsewhere.</param>
public sealed record ProblemResponse(string Type, string Title, int Status, string Detail, string? Reason = null);

/// <summary>What is served of an article that is not tagged yet.</summary>
/// <param name="State">Always <c>pending</c>.</param>
/// <param name="Detail">What to do, for people.</param>
public sealed record PendingResponse(string State, string Detail);
