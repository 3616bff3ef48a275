using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Routes;
using Pipeline.Text;

namespace Pipeline.Functions.Http.OpenApi;

/// <summary>The API's description of itself (OpenAPI 3.1), made of its routes when it is first asked for.</summary>
/// <param name="routes">The routes.</param>
public sealed class OpenApiDocument(ApiRoutes routes)
{
    private readonly Lazy<byte[]> _json = new(() => JsonSerializer.SerializeToUtf8Bytes(Describe(routes), PipelineJson.Options));

    /// <summary>Gets the description as JSON.</summary>
    internal byte[] Json => _json.Value;

    private static JsonObject Describe(ApiRoutes routes)
    {
        var schemas = new OpenApiSchemas();
        var operations = new OpenApiOperations(schemas);
        var paths = new JsonObject();
        foreach (var route in routes.All)
        {
            var path = paths["/" + route.Template]?.AsObject() ?? [];
            foreach (var method in route.Methods)
            {
                path[method.ToLowerInvariant()] = operations.Describe(route, method);
            }

            paths["/" + route.Template] ??= path;
        }

        var components = new JsonObject
        {
            ["schemas"] = new JsonObject(schemas.Components.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value))),
            ["headers"] = Headers(),
        };
        if (routes.All.Any(route => route.Level != AuthorizationLevel.Anonymous))
        {
            components["securitySchemes"] = new JsonObject
            {
                [OpenApiOperations.FunctionKey] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" },
            };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "News issue pipeline",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version!.ToString(3),
                ["description"] = "What news articles are about: summaries, issues, actors, digests and feeds. Errors are problem details (RFC 9457) with a stable type.",
            },

            // The route prefix of host.json.
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/api" }),
            ["paths"] = paths,
            ["components"] = components,
        };
    }

    private static JsonObject Headers() => new()
    {
        ["ETag"] = Header("The entity tag of these very bytes: for `If-None-Match`."),
        ["Cache-Control"] = Header("For how long the answer is fresh; `no-store` for errors."),
        ["Vary"] = Header("The request's headers that the answer depends on."),
        ["Link"] = Header("The address of the next page, as `<…>; rel=\"next\"`; missing on the last one.", required: false),
        ["Retry-After"] = Header("When to ask again, in seconds.", required: false),
    };

    private static JsonObject Header(string description, bool required = true) => new()
    {
        ["description"] = description,
        ["required"] = required,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };
}
