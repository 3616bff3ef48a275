namespace Pipeline.Functions.Http.Problems;

/// <summary>A kind of error (RFC 9457): its type stays the same for good, so that programs may rely on it.</summary>
/// <param name="Name">The last part of the type.</param>
/// <param name="Status">The status code that it comes with.</param>
/// <param name="Title">What it is, the same each time.</param>
/// <param name="Meaning">When it happens, and what to do; for the documentation.</param>
public sealed record ProblemType(string Name, int Status, string Title, string Meaning)
{
    private const string Prefix = "urn:news-issue-pipeline:problem:";

    /// <summary>Gets the type, a URI.</summary>
    public string Type => Prefix + Name;

    /// <summary>Gets how long to wait before asking again, in seconds; null where asking again changes nothing.</summary>
    public int? RetryAfterSeconds { get; init; }
}
