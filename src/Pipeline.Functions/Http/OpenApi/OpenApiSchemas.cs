using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Text;

namespace Pipeline.Functions.Http.OpenApi;

/// <summary>
/// The JSON Schemas of what the API serves, made of the records that are written: each record a component of its own. What may be
/// null is left out of the JSON instead (<see cref="PipelineJson"/>), so a schema has it as not required, and nowhere null.
/// </summary>
internal sealed class OpenApiSchemas
{
    private const string Prefix = "#/components/schemas/";
    private const string ResponseSuffix = "Response";

    // Reading is more lenient than writing: numbers may stand in quotation marks. The schemas say what is written.
    private static readonly JsonSerializerOptions Options = new(PipelineJson.Options) { NumberHandling = JsonNumberHandling.Strict };

    private readonly JsonSchemaExporterOptions _export;

    public OpenApiSchemas() => _export = new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    };

    /// <summary>Gets the schemas by their names.</summary>
    public SortedDictionary<string, JsonNode> Components { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns a reference to a type's schema.</summary>
    public JsonNode Reference(Type type) => WithoutNull(Options.GetJsonSchemaAsNode(type, _export));

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Kind != JsonTypeInfoKind.Object || schema is not JsonObject description)
        {
            return schema;
        }

        // Where a type comes again, the exporter only refers to its first place.
        var name = NameOf(context.TypeInfo.Type);
        if (description.ContainsKey("properties"))
        {
            Components[name] = Describe(context.TypeInfo, description);
        }

        return description.ContainsKey("properties") || description.ContainsKey("$ref") ? new JsonObject { ["$ref"] = Prefix + name } : schema;
    }

    private static JsonObject Describe(JsonTypeInfo type, JsonObject description)
    {
        var properties = description["properties"]!.AsObject();
        foreach (var name in properties.Select(property => property.Key).ToList())
        {
            properties[name] = WithoutNull(properties[name]!).DeepClone();
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties.DeepClone(),
            ["required"] = new JsonArray([.. type.Properties.Where(IsAlwaysWritten).Select(property => JsonValue.Create(property.Name))]),
        };
    }

    // Values that are not nullable are written always, as only null is left out.
    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.Get is not null && !property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;

    private static JsonNode WithoutNull(JsonNode schema)
    {
        if (schema is JsonObject description && description["type"] is JsonArray types)
        {
            var others = types.Select(type => (string)type!).Where(type => type != "null").ToArray();
            description["type"] = others is [var only] ? only : new JsonArray([.. others.Select(other => JsonValue.Create(other))]);
        }

        if (schema is JsonObject { } choice && choice["enum"] is JsonArray values)
        {
            choice["enum"] = new JsonArray([.. values.Where(value => value is not null).Select(value => value!.DeepClone())]);
            choice["type"] = "string";
        }

        return schema;
    }

    /// <summary>Returns a record's name without what says that it is served; of a generic one, its argument's in front.</summary>
    private static string NameOf(Type type)
    {
        var type0 = Nullable.GetUnderlyingType(type) ?? type;
        var name = type0.Name.Split('`')[0];
        name = name.EndsWith(ResponseSuffix, StringComparison.Ordinal) ? name[..^ResponseSuffix.Length] : name;
        return type0.IsGenericType ? NameOf(type0.GetGenericArguments()[0]) + name : name;
    }
}
