using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

/// <summary>The schema says what the reader does: it accepts the built-in file, refuses what the reader refuses, and names all properties.</summary>
public sealed class TaxonomySchemaTests
{
    private static readonly JsonNode Schema = Read("taxonomy.schema.json");

    [Fact]
    public void Schema_BuiltInFile_IsAccepted() => Assert.Null(FirstError(Schema, Read("taxonomy.en.json"), "$"));

    [Theory]
    [InlineData("""{ "concepts": [] }""", "$: formatVersion")]
    [InlineData("""{ "formatVersion": 1, "topics": [] }""", "$.topics")]
    [InlineData("""{ "formatVersion": 1, "concepts": [{ "id": "A b", "preferredLabel": "X" }] }""", "$.concepts[0].id")]
    [InlineData("""{ "formatVersion": 1, "concepts": [{ "id": "a" }] }""", "$.concepts[0]: preferredLabel")]
    [InlineData("""{ "formatVersion": 1, "concepts": [{ "id": "a", "preferredLabel": "X", "cap": 2400 }] }""", "$.concepts[0].cap")]
    [InlineData("""{ "formatVersion": 1, "concepts": [{ "id": "a", "preferredLabel": "X", "terms": [{ "text": "b", "kind": "big" }] }] }""", "$.concepts[0].terms[0]")]
    public void Schema_WrongFile_IsRefused(string json, string where) =>
        Assert.StartsWith(where, FirstError(Schema, JsonNode.Parse(json), "$"), StringComparison.Ordinal);

    [Fact]
    public void Schema_EveryProperty_IsOneThatTheReaderKnows()
    {
        var concept = string.Join(", ", Properties(Schema["$defs"]!["concept"]!).Select(name => $"\"{name}\": {{}}"));
        var term = string.Join(", ", Properties(Schema["$defs"]!["term"]!["anyOf"]![1]!).Select(name => $"\"{name}\": {{}}"));
        var root = string.Join(", ", Properties(Schema).Where(name => name != "concepts").Select(name => $"\"{name}\": {{}}"));

        var exception = Assert.Throws<Text.Tagging.Taxonomies.TaxonomyException>(() => IssueArticles.Parse(
            $"{{ {root}, \"concepts\": [{{ {concept} }}, {{ \"id\": \"a\", \"preferredLabel\": \"X\", \"terms\": [{{ {term} }}] }}] }}"));

        Assert.DoesNotContain(exception.Problems, problem => problem.Message.Contains("has no property", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Properties(JsonNode schema) => schema["properties"]!.AsObject().Select(property => property.Key);

    private static JsonNode Read(string name)
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream($"Pipeline.Text.Tagging.Taxonomies.{name}")!;
        return JsonNode.Parse(stream, documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;
    }

    /// <summary>Checks a value by the words of JSON Schema that this schema uses.</summary>
    private static string? FirstError(JsonNode schema, JsonNode? value, string path)
    {
        foreach (var (word, rule) in schema.AsObject())
        {
            var error = word switch
            {
                "$ref" => FirstError(Schema["$defs"]![rule!.GetValue<string>()["#/$defs/".Length..]]!, value, path),
                "const" => JsonNode.DeepEquals(rule, value) ? null : path,
                "enum" => rule!.AsArray().Any(item => JsonNode.DeepEquals(item, value)) ? null : path,
                "type" => IsOfType(rule!.GetValue<string>(), value) ? null : path,
                "required" => rule!.AsArray().Select(name => name!.GetValue<string>()).FirstOrDefault(name => value?[name] is null) is { } name ? $"{path}: {name}" : null,
                "properties" => value is JsonObject ? value.AsObject().Where(item => rule![item.Key] is not null).Select(item => FirstError(rule![item.Key]!, item.Value, $"{path}.{item.Key}")).FirstOrDefault(found => found is not null) : null,
                "additionalProperties" => value is JsonObject ? FirstUnnamed(schema, rule!, value.AsObject(), path) : null,
                "items" => value is JsonArray ? value.AsArray().Select((item, i) => FirstError(rule!, item, $"{path}[{i}]")).FirstOrDefault(found => found is not null) : null,
                "anyOf" => rule!.AsArray().Any(choice => FirstError(choice!, value, path) is null) ? null : path,
                "pattern" => value?.GetValueKind() != System.Text.Json.JsonValueKind.String || Regex.IsMatch(value.GetValue<string>(), rule!.GetValue<string>(), RegexOptions.NonBacktracking, TimeSpan.FromSeconds(10)) ? null : path,
                "minLength" => value!.GetValue<string>().Length >= rule!.GetValue<int>() ? null : path,
                "maxLength" => value!.GetValue<string>().Length <= rule!.GetValue<int>() ? null : path,
                "minItems" => value!.AsArray().Count >= rule!.GetValue<int>() ? null : path,
                "minimum" => value!.GetValue<double>() >= rule!.GetValue<double>() ? null : path,
                "maximum" => value!.GetValue<double>() <= rule!.GetValue<double>() ? null : path,
                "$schema" or "$defs" or "title" or "description" or "default" => null,
                _ => $"the schema's word {word} is not known here",
            };
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private static string? FirstUnnamed(JsonNode schema, JsonNode rule, JsonObject value, string path)
    {
        var unnamed = value.Where(item => schema["properties"]?[item.Key] is null);
        return rule is JsonValue
            ? unnamed.Select(item => $"{path}.{item.Key}").FirstOrDefault()
            : unnamed.Select(item => FirstError(rule, item.Value, $"{path}.{item.Key}")).FirstOrDefault(error => error is not null);
    }

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "integer" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.GetValue<double>() % 1 == 0,
        _ => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
    };
}
