using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Pipeline.EndToEnd.Tests.Contract;

/// <summary>The API's description of itself, as something that answers are checked against.</summary>
internal sealed class ApiDescription
{
    private const string References = "#/components/schemas/";

    private readonly JsonNode _document;
    private readonly JsonNode _definitions;

    public ApiDescription(JsonNode document)
    {
        _document = document;
        _definitions = Local(document["components"]!["schemas"]!);

        // The description leaves room for what later versions add; what is served now, it should have.
        foreach (var (_, schema) in _definitions.AsObject())
        {
            schema!["additionalProperties"] = false;
        }
    }

    public static async Task<ApiDescription> ReadAsync(HttpClient http, CancellationToken cancellationToken)
    {
        await using var body = await http.GetStreamAsync(new Uri("openapi.json", UriKind.Relative), cancellationToken);
        return new ApiDescription((await JsonNode.ParseAsync(body, cancellationToken: cancellationToken))!);
    }

    public JsonNode Document => _document;

    public IEnumerable<(string Path, string Method, JsonNode Operation)> Operations =>
        _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value!)));

    public JsonNode Operation(string path, string method) => _document["paths"]![path]![method]!;

    /// <summary>Gets the media types of the usual answer of a route.</summary>
    public static IEnumerable<string> MediaTypes(JsonNode operation) => operation["responses"]!["200"]!["content"]!.AsObject().Select(form => form.Key);

    /// <summary>Returns what an answer has that the description does not, or lacks that it has; empty where it is as described.</summary>
    public async Task<string> WhatDiffersAsync(string path, string method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Operation(path, method)["responses"]![status] is not { } described)
        {
            return $"{status} is not described";
        }

        foreach (var (name, header) in described["headers"]!.AsObject())
        {
            var required = (bool)_document["components"]!["headers"]![((string)header!["$ref"]!).Split('/')[^1]]!["required"]!;
            if (required && !response.Headers.Contains(name))
            {
                return $"{status} lacks the header {name}";
            }
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (described["content"] is not { } content)
        {
            return body.Length == 0 ? "" : $"{status} has a body";
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType ?? "";
        if (content[mediaType]?["schema"] is not { } schema)
        {
            return $"{status} comes as {mediaType}";
        }

        return mediaType.EndsWith("json", StringComparison.Ordinal) ? WhatDiffers(schema, body) : body.Length == 0 ? $"{status} has no body" : "";
    }

    private string WhatDiffers(JsonNode described, byte[] body)
    {
        var bundle = Local(described).AsObject();
        bundle["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        bundle["$defs"] = _definitions.DeepClone();
        var schema = JsonSchema.FromText(bundle.ToJsonString(), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        using var document = JsonDocument.Parse(body);
        var result = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid
            ? ""
            : string.Join("; ", (result.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}"));
    }

    private static JsonNode Local(JsonNode schema) => JsonNode.Parse(schema.ToJsonString().Replace(References, "#/$defs/", StringComparison.Ordinal))!;
}
