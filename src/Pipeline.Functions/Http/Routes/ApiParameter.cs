using System.Text.Json.Nodes;

namespace Pipeline.Functions.Http.Routes;

/// <summary>A parameter of a route: a part of its path, or one of its query.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Example">A value that it may have.</param>
public sealed record ApiParameter(string Name, string Description, string Example)
{
    private const int UsualMaxLength = 128;

    /// <summary>Gets a value indicating whether it is a part of the path.</summary>
    public bool InPath { get; init; }

    /// <summary>Gets the longest value, in characters.</summary>
    public int MaxLength { get; init; } = UsualMaxLength;

    /// <summary>Gets how often it may be given; each value is one more condition.</summary>
    public int MaxCount { get; init; } = 1;

    /// <summary>Gets the JSON Schema type of its value.</summary>
    public string Type { get; init; } = "string";

    /// <summary>Gets what else the schema says of its value.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Constraints { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Returns a parameter that is a number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">What it means.</param>
    /// <param name="usual">The value where it is not given.</param>
    /// <param name="max">The greatest value; the least is 1.</param>
    public static ApiParameter Number(string name, string description, int usual, int max) => new(name, description, Example: "2")
    {
        Type = "integer",
        Constraints = new Dictionary<string, JsonNode?> { ["minimum"] = 1, ["maximum"] = max, ["default"] = usual },
    };

    /// <summary>Returns a parameter that is a day.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">What it means.</param>
    public static ApiParameter Day(string name, string description) => new(name, description, Example: "2024-05-02")
    {
        Constraints = new Dictionary<string, JsonNode?> { ["format"] = "date" },
    };

    /// <summary>Returns a parameter that is one of a few words.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">What it means.</param>
    /// <param name="words">The words, the one that holds where it is not given last.</param>
    public static ApiParameter OneOf(string name, string description, params string[] words) => new(name, description, Example: words[^1])
    {
        Constraints = new Dictionary<string, JsonNode?> { ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]), ["default"] = words[^1] },
    };

    /// <summary>Returns a parameter that is true or false.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">What it means.</param>
    public static ApiParameter Flag(string name, string description) => new(name, description, Example: "true")
    {
        Type = "boolean",
        Constraints = new Dictionary<string, JsonNode?> { ["default"] = false },
    };
}
