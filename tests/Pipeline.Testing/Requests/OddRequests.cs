using System.Text.Json.Nodes;

namespace Pipeline.Testing.Requests;

/// <summary>
/// Makes odd requests to every route of an API's description: values out of range, of the wrong type, repeated and over-long,
/// control characters, quotes, tricks with paths, forged cursors, odd headers, bodies and methods. The same number and seed make
/// the same request.
/// </summary>
/// <param name="description">The OpenAPI document.</param>
/// <param name="known">Values that exist, by the names of parameters: with them, oddities reach behind the first check.</param>
/// <param name="seed">Other requests for each.</param>
public sealed class OddRequests(JsonNode description, IReadOnlyDictionary<string, string[]> known, int seed)
{
    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW", "get"];

    private static readonly string[] HeaderNames = ["Accept", "Accept-Encoding", "If-None-Match", "Accept-Language", "Origin", "Range", "If-Match", "If-Modified-Since", "X-Forwarded-Host"];

    private readonly (string Path, JsonNode Operation)[] _operations =
    [
        .. description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Value!))),
    ];

    /// <summary>Makes a request.</summary>
    /// <param name="number">Its number, from 0.</param>
    public RawRequest Make(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var (path, operation) = _operations[number % _operations.Length];
        var parameters = operation["parameters"]!.AsArray();
        var target = "/api" + path;
        foreach (var name in parameters.Where(parameter => (string?)parameter!["in"] == "path").Select(parameter => (string)parameter!["name"]!))
        {
            target = target.Replace($"{{{name}}}", Value(random, name), StringComparison.Ordinal);
        }

        target = OddValues.Path(random, target) + Query(random, [.. parameters.Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => (string)parameter!["name"]!)]);
        var headers = Enumerable.Range(0, random.Next(4)).Select(_ => HeaderNames[random.Next(HeaderNames.Length)]).Distinct().Select(name => $"{name}: {OddValues.Header(random, name)}");
        var body = random.Next(12) switch
        {
            0 => "{}",
            1 => new string('x', random.Next(1, 100_000)),
            _ => "",
        };
        return new RawRequest(Methods[random.Next(Methods.Length)], target, [.. headers], body) { IsChunked = random.Next(2) == 0 };
    }

    private string Query(Random random, string[] names)
    {
        var query = new List<string>();
        for (var i = random.Next(4); i > 0; i--)
        {
            var name = names.Length > 0 && random.Next(8) > 0 ? names[random.Next(names.Length)] : OddValues.Name(random);
            query.Add($"{name}={Value(random, name)}");
            if (random.Next(6) == 0)
            {
                query.Add($"{name.ToUpperInvariant()}={Value(random, name)}");
            }
        }

        return query.Count == 0 ? "" : "?" + string.Join('&', query);
    }

    private string Value(Random random, string name) =>
        known.TryGetValue(name, out var values) && random.Next(2) == 0
            ? OddValues.Damage(random, values[random.Next(values.Length)])
            : OddValues.Any(random);
}
