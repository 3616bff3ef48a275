namespace Pipeline.Processing.Queries;

/// <summary>The answer to a query: a value, or why there is none. Exactly one of the two is set.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed record QueryResult<T>
    where T : class
{
    private QueryResult(T? value, QueryProblem? problem)
    {
        Value = value;
        Problem = problem;
    }

    /// <summary>Gets the value.</summary>
    public T? Value { get; }

    /// <summary>Gets why there is no value.</summary>
    public QueryProblem? Problem { get; }

    /// <summary>Makes a result of a value whose type is an interface, which no operator takes.</summary>
    /// <param name="value">The value.</param>
    internal static QueryResult<T> Of(T value) => new(value, null);

    /// <summary>Makes a result of a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator QueryResult<T>(T value) => new(value, null);

    /// <summary>Makes a result of a problem.</summary>
    /// <param name="problem">The problem.</param>
    public static implicit operator QueryResult<T>(QueryProblem problem) => new(null, problem);
}

/// <summary>Why a query has no value.</summary>
/// <param name="Kind">The kind, for programs.</param>
/// <param name="Detail">What is wrong, for people: one sentence.</param>
/// <param name="Reason">The article's own reason where it is rejected or failed.</param>
public sealed record QueryProblem(QueryProblemKind Kind, string Detail, string? Reason = null)
{
    /// <summary>Returns the problem of a parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="expected">What is expected of it.</param>
    public static QueryProblem Parameter(string name, string expected) => new(QueryProblemKind.InvalidParameter, $"The parameter '{name}' {expected}.");
}

/// <summary>The kinds of <see cref="QueryProblem"/>.</summary>
public enum QueryProblemKind
{
    /// <summary>A parameter is not of the form it takes.</summary>
    InvalidParameter,

    /// <summary>The cursor is not one of this listing.</summary>
    InvalidCursor,

    /// <summary>Nothing is known under that id.</summary>
    NotFound,

    /// <summary>Something else of the kind is under way.</summary>
    Conflict,

    /// <summary>The article is not tagged yet.</summary>
    Pending,

    /// <summary>The article is gone.</summary>
    Deleted,

    /// <summary>No article can be read from the file.</summary>
    Rejected,

    /// <summary>The article's processing failed too often.</summary>
    Failed,
}
