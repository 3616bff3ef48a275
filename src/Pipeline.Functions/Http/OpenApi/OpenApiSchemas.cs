using System.Reflection;
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
    public JsonNode Reference(Type type) => AsWritten(Options.GetJsonSchemaAsNode(type, _export));

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject description)
        {
            return schema;
        }

        // Where a type comes again, the exporter only refers to its first place: a list is described there again, an object has a name.
        if (context.TypeInfo.Kind != JsonTypeInfoKind.Object)
        {
            return description.ContainsKey("$ref") ? Options.GetJsonSchemaAsNode(context.TypeInfo.Type, _export) : schema;
        }

        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var name = NameOf(type);
        if (description.ContainsKey("properties"))
        {
            Components[name] = Describe(Options.GetTypeInfo(type), description);
        }

        return description.ContainsKey("properties") || description.ContainsKey("$ref") ? new JsonObject { ["$ref"] = Prefix + name } : schema;
    }

    private static JsonObject Describe(JsonTypeInfo type, JsonObject description)
    {
        var schema = new JsonObject { ["type"] = "object" };
        AddWords(schema, XmlSummaries.Of(type.Type));
        var properties = new JsonObject();
        foreach (var (name, property) in description["properties"]!.AsObject())
        {
            var written = AsWritten(property!).DeepClone();
            if (type.Properties.First(own => own.Name == name).AttributeProvider is PropertyInfo member)
            {
                AddWords(written, XmlSummaries.Of(member));
            }

            properties[name] = written;
        }

        schema["properties"] = properties;
        schema["required"] = new JsonArray([.. type.Properties.Where(IsAlwaysWritten).Select(property => JsonValue.Create(property.Name))]);
        return schema;
    }

    private static void AddWords(JsonNode schema, string? words)
    {
        if (words is not null && schema is JsonObject description)
        {
            description["description"] = words;
        }
    }

    // Values that are not nullable are written always, as only null is left out.
    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.Get is not null && !property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;

    /// <summary>Returns a property's schema without null, and without a default: what is missing has no value.</summary>
    private static JsonNode AsWritten(JsonNode schema)
    {
        if (schema is not JsonObject description)
        {
            return schema;
        }

        description.Remove("default");
        if (description["type"] is JsonArray types)
        {
            description["type"] = (string)types.Single(type => (string)type! != "null")!;
        }

        if (description["enum"] is JsonArray values)
        {
            description["enum"] = new JsonArray([.. values.Where(value => value is not null).Select(value => value!.DeepClone())]);
            description["type"] = "string";
        }

        // The format asks for an offset from UTC, which a time of day has not.
        if ((string?)description["format"] == "time")
        {
            description.Remove("format");
            description["pattern"] = @"^\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";
        }

        return schema;
    }

    /// <summary>Returns a record's name without what says that it is served; of a generic one, its argument's in front.</summary>
    private static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        name = name.EndsWith(ResponseSuffix, StringComparison.Ordinal) ? name[..^ResponseSuffix.Length] : name;
        return type.IsGenericType ? NameOf(type.GetGenericArguments()[0]) + name : name;
    }
}
