using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Problems;

namespace Pipeline.Functions.Http.Routes;

/// <summary>
/// One route of the API: what it takes and what it may answer. The function that serves it and the API's description both go by it.
/// </summary>
/// <param name="Function">The name of the function that serves it.</param>
/// <param name="Template">Its path below the API's root.</param>
/// <param name="Summary">What it gives.</param>
public abstract record ApiRoute(string Function, string Template, string Summary)
{
    /// <summary>Gets the methods that it answers, besides <c>OPTIONS</c>.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Gets which key a caller must show, in the header <c>x-functions-key</c>.</summary>
    public AuthorizationLevel Level { get; init; } = AuthorizationLevel.Anonymous;

    /// <summary>Gets the parameters, those of the path included.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Gets for how long an answer is fresh; zero for not at all: caches ask again each time.</summary>
    public TimeSpan MaxAge { get; init; }

    /// <summary>Gets a value indicating whether what is asked for may not be there yet (202).</summary>
    public bool MayBePending { get; init; }

    /// <summary>Gets the problems that it may answer with, besides those of all routes.</summary>
    public IReadOnlyList<ProblemType> Problems { get; init; } = [];

    /// <summary>Gets a value indicating whether the path alone says which representation comes, whatever is accepted.</summary>
    public bool IsFixedForm { get; init; }

    /// <summary>Gets the status code of a request that succeeds: 202 where what was asked for is done in a while.</summary>
    public int SuccessStatus { get; init; } = StatusCodes.Status200OK;

    /// <summary>Gets a value indicating whether the route changes something: its answers have no validators and are stored nowhere.</summary>
    public bool IsCommand => !Methods.Contains(HttpMethods.Get);

    /// <summary>Gets a value indicating whether answers go on: they have no validators and are stored nowhere.</summary>
    public bool IsStream { get; init; }

    /// <summary>Gets a value indicating whether answers come in pages.</summary>
    public abstract bool IsPaged { get; }

    /// <summary>Gets the forms in which its answer comes, the usual one first.</summary>
    public abstract IReadOnlyList<Representation> Offered { get; }

    /// <summary>Gets the header <c>Cache-Control</c> of answers.</summary>
    public string CacheControl =>
        MaxAge == TimeSpan.Zero ? "no-cache"
        : FormattableString.Invariant($"{(Level == AuthorizationLevel.Anonymous ? "public" : "private")}, max-age={MaxAge.TotalSeconds:0}");

    /// <summary>Gets the parts of the path.</summary>
    internal string[] Segments => Template.Split('/');

    /// <summary>Tells whether a path below the API's root is this route's.</summary>
    internal bool Matches(string path)
    {
        var parts = (path.EndsWith('/') ? path[..^1] : path).Split('/');
        return parts.Length == Segments.Length && Segments.Zip(parts).All(pair =>
            IsParameter(pair.First) ? pair.Second.Length > 0 : string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Tells whether a part of a template stands for a parameter.</summary>
    internal static bool IsParameter(string segment) => segment.StartsWith('{');
}

/// <summary>One route of the API.</summary>
/// <typeparam name="T">The type of what it gives.</typeparam>
/// <param name="Function">The name of the function that serves it.</param>
/// <param name="Template">Its path below the API's root.</param>
/// <param name="Summary">What it gives.</param>
public sealed record ApiRoute<T>(string Function, string Template, string Summary) : ApiRoute(Function, Template, Summary)
{
    /// <summary>Gets the forms in which its answer comes, the usual one first.</summary>
    public IReadOnlyList<Representation<T>> Forms { get; init; } = [Representations.Json<T>()];

    /// <summary>Gets what reads the cursor of the next page from a page; null where answers do not come in pages.</summary>
    public Func<T, string?>? Next { get; init; }

    /// <inheritdoc/>
    public override bool IsPaged => Next is not null;

    /// <inheritdoc/>
    public override IReadOnlyList<Representation> Offered => Forms;
}
