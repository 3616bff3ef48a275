using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Problems;
using Pipeline.Functions.Http.Routes;
using Pipeline.Text;

namespace Pipeline.Functions.Http.OpenApi;

/// <summary>Describes what a route takes and answers, as OpenAPI has it.</summary>
/// <param name="schemas">Collects the schemas of the answers.</param>
internal sealed class OpenApiOperations(OpenApiSchemas schemas)
{
    /// <summary>The name of the security scheme of function keys.</summary>
    public const string FunctionKey = "functionKey";

    // Every route may answer with these.
    private static readonly ProblemType[] CommonProblems =
    [
        ProblemTypes.InvalidParameter, ProblemTypes.NotAcceptable, ProblemTypes.BodyTooLarge, ProblemTypes.Unexpected, ProblemTypes.StorageUnavailable,
    ];

    /// <summary>Describes a route under one of its methods.</summary>
    public JsonObject Describe(ApiRoute route, string method)
    {
        var isHead = HttpMethods.IsHead(method);
        var operation = new JsonObject
        {
            ["operationId"] = isHead ? "head" + route.Function : Camel(route.Function),
            ["summary"] = isHead ? $"{route.Summary} Only the headers." : route.Summary,
            ["tags"] = new JsonArray(route.Segments[0].Split('.')[0]),
            ["parameters"] = new JsonArray([.. route.Parameters.Select(Describe)]),
            ["responses"] = Responses(route, isHead),
        };
        if (route.Level != AuthorizationLevel.Anonymous)
        {
            operation["security"] = new JsonArray(new JsonObject { [FunctionKey] = new JsonArray() });
        }

        return operation;
    }

    private static JsonNode Describe(ApiParameter parameter)
    {
        var schema = new JsonObject { ["type"] = parameter.Type };
        foreach (var (name, value) in parameter.Constraints)
        {
            schema[name] = value?.DeepClone();
        }

        if (parameter.Type == "string")
        {
            schema["maxLength"] = parameter.MaxLength;
        }

        JsonNode? example = parameter.Type == "string" ? parameter.Example : JsonNode.Parse(parameter.Example);
        if (parameter.MaxCount > 1)
        {
            schema = new JsonObject { ["type"] = "array", ["items"] = schema, ["maxItems"] = parameter.MaxCount };
            example = new JsonArray(example);
        }

        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.InPath ? "path" : "query",
            ["required"] = parameter.InPath,
            ["description"] = parameter.Description,
            ["schema"] = schema,
            ["example"] = example,
        };
    }

    private JsonObject Responses(ApiRoute route, bool isHead)
    {
        var responses = new SortedDictionary<int, JsonNode>
        {
            [route.SuccessStatus] = new JsonObject
            {
                ["description"] = route.Summary,
                ["headers"] = route.IsStream || route.IsCommand ? Headers("Cache-Control") : Headers(["ETag", "Cache-Control", "Vary", .. route.IsPaged ? ["Link"] : Array.Empty<string>()]),
                ["content"] = isHead ? null : Content(route),
            },
        };
        if (!route.IsStream && !route.IsCommand)
        {
            responses[StatusCodes.Status304NotModified] = new JsonObject
            {
                ["description"] = "What `If-None-Match` names has not changed.",
                ["headers"] = Headers("ETag", "Cache-Control", "Vary"),
            };
        }

        if (route.MayBePending)
        {
            responses[StatusCodes.Status202Accepted] = new JsonObject
            {
                ["description"] = "The article is not tagged yet: ask again.",
                ["headers"] = Headers("Cache-Control", "Retry-After"),
                ["content"] = isHead ? null : Content(MediaTypes.Json, schemas.Reference(typeof(PendingResponse))),
            };
        }

        if (route.Level != AuthorizationLevel.Anonymous)
        {
            responses[StatusCodes.Status401Unauthorized] = new JsonObject { ["description"] = "The function key is missing or wrong; the platform's own answer, without a body." };
        }

        foreach (var status in route.Problems.Concat(CommonProblems).GroupBy(problem => problem.Status))
        {
            responses[status.Key] = Problems([.. status], isHead);
        }

        return new JsonObject(responses.Select(response =>
            KeyValuePair.Create(response.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)WithoutNulls(response.Value.AsObject()))));
    }

    private JsonObject Content(ApiRoute route) => new(route.Offered.Select(form => KeyValuePair.Create(
        MediaTypes.WithoutParameters(form.MediaType),
        (JsonNode?)new JsonObject
        {
            ["schema"] = form.Schema is { } type ? schemas.Reference(type)
                : form.MediaType == MediaTypes.Json ? new JsonObject { ["type"] = "object" }
                : new JsonObject { ["type"] = "string" },
        })));

    private static JsonObject Content(string mediaType, JsonNode schema) => new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    private JsonObject Problems(ProblemType[] problems, bool isHead)
    {
        var content = Content(ProblemAnswers.MediaType, new JsonObject
        {
            ["allOf"] = new JsonArray(schemas.Reference(typeof(ProblemResponse))),
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["enum"] = new JsonArray([.. problems.Select(problem => JsonValue.Create(problem.Type))]) },
            },
        });
        content[ProblemAnswers.MediaType]!["examples"] = new JsonObject(problems.Select(problem => KeyValuePair.Create(problem.Name, (JsonNode?)new JsonObject
        {
            ["value"] = JsonSerializer.SerializeToNode(new ProblemResponse(problem.Type, problem.Title, problem.Status, problem.Meaning), PipelineJson.Options),
        })));
        return new JsonObject
        {
            ["description"] = string.Join(" Or: ", problems.Select(problem => problem.Meaning)),
            ["headers"] = Array.Exists(problems, problem => problem.RetryAfterSeconds is not null) ? Headers("Cache-Control", "Retry-After") : Headers("Cache-Control"),
            ["content"] = isHead ? null : content,
        };
    }

    private static JsonObject Headers(params string[] names) =>
        new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["$ref"] = $"#/components/headers/{name}" })));

    private static JsonObject WithoutNulls(JsonObject description)
    {
        foreach (var name in description.Where(property => property.Value is null).Select(property => property.Key).ToList())
        {
            description.Remove(name);
        }

        return description;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
