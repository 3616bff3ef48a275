using System.Globalization;
using System.Text.Json;
using Pipeline.Text.Tagging;

namespace Pipeline.Evaluation.Topics;

/// <summary>Which issues of the taxonomy stand for each label of a collection; of several the first is the label's own.</summary>
internal sealed class Crosswalk
{
    /// <summary>The crosswalk of AllSides topics: the 56 with 30 articles or more that name an issue.</summary>
    public const string AllSides = "allsides";

    /// <summary>The crosswalk of the Comparative Agendas majors of the New York Times front pages.</summary>
    public const string NewYorkTimes = "nyt";

    private Crosswalk(IReadOnlyDictionary<string, IReadOnlyList<string>> issues) => Issues = issues;

    /// <summary>Gets the issues of each label, in the order of the file.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Issues { get; }

    /// <summary>Reads a crosswalk.</summary>
    /// <param name="name">One of the crosswalks kept here, or a file: <c>{label: [issue ids]}</c>.</param>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <exception cref="EvaluationException">It cannot be read, or names issues that the taxonomy lacks.</exception>
    public static Crosswalk Read(string name, Taxonomy taxonomy)
    {
        var listed = Parse(name);
        var unknown = listed.Values.SelectMany(ids => ids).Where(id => taxonomy.Find(id) is null).ToList();
        if (unknown.Count > 0)
        {
            throw new EvaluationException($"The crosswalk {name} names issues that the taxonomy lacks: {string.Join(", ", unknown)}.");
        }

        return new Crosswalk(name == NewYorkTimes ? WithAgendas(listed, taxonomy) : listed);
    }

    /// <summary>Writes the crosswalk as a file.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(Issues));

    private static Dictionary<string, IReadOnlyList<string>> Parse(string name)
    {
        using var stream = typeof(Crosswalk).Assembly.GetManifestResourceStream($"{name}.json") ?? OpenFile(name);
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(stream) ?? [];
        }
        catch (JsonException ex)
        {
            throw new EvaluationException($"The crosswalk {name} is no JSON object of lists of ids.", ex);
        }
    }

    private static FileStream OpenFile(string path) =>
        File.Exists(path) ? File.OpenRead(path) : throw new EvaluationException($"There is no crosswalk {path}.");

    /// <summary>Adds each issue that is not listed to the major of its own code.</summary>
    private static Dictionary<string, IReadOnlyList<string>> WithAgendas(Dictionary<string, IReadOnlyList<string>> listed, Taxonomy taxonomy)
    {
        var taken = listed.Values.SelectMany(ids => ids).ToHashSet(StringComparer.Ordinal);
        var own = taxonomy.Concepts
            .Where(concept => concept.Cap is not null && !taken.Contains(concept.Id))
            .OrderBy(concept => concept.Cap % 100 is 0 || concept.Cap < 100 ? 0 : 1)
            .ToLookup(concept => concept.MajorAgenda!.Value.ToString(CultureInfo.InvariantCulture), concept => concept.Id);
        return own.Select(major => major.Key).Concat(listed.Keys).Distinct()
            .OrderBy(major => int.Parse(major, CultureInfo.InvariantCulture))
            .ToDictionary(major => major, major => (IReadOnlyList<string>)[.. listed.GetValueOrDefault(major, []), .. own[major]]);
    }
}
