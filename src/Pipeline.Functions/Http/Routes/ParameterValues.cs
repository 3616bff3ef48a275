using Microsoft.AspNetCore.Http;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http.Routes;

/// <summary>The values of a request's query, checked to be those that its route takes: each as often as it may, of bounded length, and on one line.</summary>
public sealed class ParameterValues
{
    // The platform's own: a function key.
    private const string FunctionKey = "code";

    // As much of a wrong name as an answer repeats, in characters.
    private const int MaxRepeatedName = 40;

    private readonly IQueryCollection _query;
    private readonly IReadOnlyList<ApiParameter> _parameters;

    private ParameterValues(IQueryCollection query, IReadOnlyList<ApiParameter> parameters)
    {
        _query = query;
        _parameters = parameters;
    }

    /// <summary>Gets a parameter's text; null where it is not given.</summary>
    /// <param name="name">A parameter of the route.</param>
    public string? this[string name] => !_parameters.Any(parameter => parameter.Name == name)
        ? throw new ArgumentOutOfRangeException(nameof(name), name, "The route takes no such parameter.")
        : _query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>Returns all texts of a parameter that may be given several times; empty where it is not given.</summary>
    /// <param name="name">A parameter of the route.</param>
    public IReadOnlyList<string> All(string name) => this[name] is null ? [] : [.. _query[name].Select(value => value ?? "")];

    /// <summary>Reads the values. A parameter that the route does not take is refused: a filter that is not applied would give a wrong answer.</summary>
    internal static QueryResult<ParameterValues> Read(IQueryCollection query, ApiRoute route)
    {
        ApiParameter[] taken = [.. route.Parameters.Where(parameter => !parameter.InPath)];
        foreach (var (name, values) in query)
        {
            if (string.Equals(name, FunctionKey, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (Array.Find(taken, parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                return QueryProblem.Parameter(Shorten(name), Expectation(taken));
            }

            if (values.Count > known.MaxCount)
            {
                return QueryProblem.Parameter(known.Name, known.MaxCount == 1 ? "must be given once" : $"must not be given more than {known.MaxCount} times");
            }

            if (values.Any(value => value?.Length > known.MaxLength))
            {
                return QueryProblem.Parameter(known.Name, $"must not be longer than {known.MaxLength} characters");
            }

            if (values.Any(value => value?.Any(char.IsControl) == true))
            {
                return QueryProblem.Parameter(known.Name, "must not have control characters");
            }
        }

        return new ParameterValues(query, taken);
    }

    /// <summary>Returns the parameters of a request that its answer may repeat: not a key.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> WithoutKey(IQueryCollection query) =>
    [
        .. query
            .Where(parameter => !string.Equals(parameter.Key, FunctionKey, StringComparison.OrdinalIgnoreCase))
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? ""))),
    ];

    private static string Expectation(ApiParameter[] taken) => taken is []
        ? "is not known: this route takes none"
        : $"is not known: this route takes {string.Join(", ", taken.Select(parameter => parameter.Name))}";

    private static string Shorten(string name) => name.Length > MaxRepeatedName ? name[..MaxRepeatedName] + "…" : name;
}
