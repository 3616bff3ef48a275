using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Infrastructure.Tests.Bicep;

/// <summary>The resources that a deployment would make, as the Bicep command-line tool predicts them.</summary>
internal sealed class Snapshot(JsonObject json)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<Resource> Resources { get; } =
        [.. json["predictedResources"]!.AsArray().Select(resource => new Resource(resource!.AsObject()))];

    public JsonObject Outputs => json["outputs"]?.AsObject() ?? [];

    /// <summary>Reads the committed snapshot of a case.</summary>
    public static Snapshot Read(DeploymentCase deployment) => new(JsonNode.Parse(File.ReadAllText(PathOf(deployment)))!.AsObject());

    public static string PathOf(DeploymentCase deployment) => Path.Combine(Repository.Infrastructure, "snapshots", $"{deployment.Name}.json");

    /// <summary>Brings what the tool writes into one form: it writes outputs in an order that changes from run to run.</summary>
    public static string Normalize(string written)
    {
        var json = JsonNode.Parse(written)!.AsObject();
        json["outputs"] = new JsonObject(json["outputs"]!.AsObject().OrderBy(output => output.Key, StringComparer.Ordinal).Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone())));
        return json.ToJsonString(Written) + "\n";
    }

    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);
}

/// <summary>A predicted resource.</summary>
internal sealed class Resource(JsonObject json)
{
    public string Type => (string)json["type"]!;

    public string Id => (string)json["id"]!;

    public string Name => (string)json["name"]!;

    public JsonObject Json => json;

    /// <summary>Returns what stands at a path, as <c>properties.siteConfig.ftpsState</c>; null where there is nothing.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)json, (node, name) => (node as JsonObject)?[name]);

    /// <summary>Returns the text at a path, "true" and numbers included; null where there is nothing.</summary>
    public string? Text(string path) => At(path)?.ToString();

    /// <summary>Sets what stands at a path, or takes it away; nothing happens where there is nothing above it.</summary>
    public void Set(string path, JsonNode? value)
    {
        var end = path.LastIndexOf('.');
        if ((end < 0 ? json : At(path[..end])) is not JsonObject parent)
        {
            return;
        }

        if (value is null)
        {
            parent.Remove(path[(end + 1)..]);
        }
        else
        {
            parent[path[(end + 1)..]] = value;
        }
    }
}
