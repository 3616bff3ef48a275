using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Text;

/// <summary>How every part of the pipeline writes JSON: camel case, no nulls, enum names in kebab case, text as it is (only what JSON itself asks for is escaped).</summary>
public static class PipelineJson
{
    /// <summary>Gets the options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

            // The default escapes quotation marks, apostrophes and emoji too, for JSON within a page's HTML. Here it stands by itself.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
