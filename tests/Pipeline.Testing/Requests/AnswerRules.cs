using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Testing.Requests;

/// <summary>What must hold of every answer, whatever was asked: never a 500, and each error a problem of a type that the API's description has.</summary>
/// <param name="description">The OpenAPI document.</param>
public sealed class AnswerRules(JsonNode description)
{
    // What the server refuses by itself, before the API sees it: it is no HTTP, or longer than the server reads.
    private static readonly int[] ServersOwn = [400, 411, 413, 414, 431, 501, 505];

    // What the host refuses before it calls the app, as a problem without a type: a key that is missing, a page of another site, a foreign name.
    private static readonly int[] HostsOwn = [401, 403, 421];

    // No route answers with these: they are of paths and methods.
    private static readonly string[] Unrouted = ["urn:news-issue-pipeline:problem:unknown-route", "urn:news-issue-pipeline:problem:method-not-allowed"];

    private readonly HashSet<string> _types = [.. Types(description), .. Unrouted];

    /// <summary>Returns what is wrong with an answer; null where nothing is.</summary>
    public string? WhatIsWrong(RawRequest request, RawResponse response)
    {
        if (response.Status is 200 or 202 or 204 or 304)
        {
            return response["X-Content-Type-Options"] != "nosniff" ? "nosniff is missing" : null;
        }

        if (response["Content-Type"].Length == 0)
        {
            return ServersOwn.Contains(response.Status) && response["X-Content-Type-Options"].Length == 0 ? null
                : response.Status == 404 && LeavesTheApi(request.Target) ? null
                : $"{response.Status} is no problem";
        }

        if (response["Content-Type"] != "application/problem+json" || response["Cache-Control"] != "no-store")
        {
            return $"{response.Status} has the headers {string.Join(", ", response.Headers)}";
        }

        if (response.Status == 405 && response["Allow"].Length == 0)
        {
            return "405 without Allow";
        }

        return response.Body.Length == 0
            ? request.Method == "HEAD" ? null : $"{response.Status} without a body"
            : WhatIsWrong(response, HostsOwn.Contains(response.Status) || (response.Status == 404 && LeavesTheApi(request.Target)));
    }

    private string? WhatIsWrong(RawResponse response, bool isHostsOwn)
    {
        try
        {
            var problem = JsonNode.Parse(response.Body)!;
            var type = (string?)problem["type"];
            return !(type is null ? isHostsOwn : _types.Contains(type)) ? $"the type {problem["type"]} is not documented"
                : (int?)problem["status"] != response.Status || response.Status == 500 ? $"{response.Status} is {problem}"
                : null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    // The server takes dots out of paths before they are matched, also dots that are escaped.
    private static bool LeavesTheApi(string target) =>
        target.StartsWith("//", StringComparison.Ordinal)
        || target.Split('?')[0].Replace("%2e", ".", StringComparison.OrdinalIgnoreCase).Contains("..", StringComparison.Ordinal);

    private static IEnumerable<string> Types(JsonNode? node) => node switch
    {
        JsonObject children => children.SelectMany(child => child.Key == "enum" ? child.Value!.AsArray().Select(value => (string)value!) : Types(child.Value)),
        JsonArray items => items.SelectMany(Types),
        _ => [],
    };
}
