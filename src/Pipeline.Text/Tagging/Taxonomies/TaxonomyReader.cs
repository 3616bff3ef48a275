using System.Text.Json;
using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>Reads the shape of a taxonomy file: which properties there are and what type they have.</summary>
internal sealed class TaxonomyReader(List<TaxonomyProblem> problems, TaxonomyLimits limits)
{
    /// <summary>The version of the file format.</summary>
    public const int FormatVersion = 1;

    /// <summary>Reads a file. What is wrong is added to the problems and left out.</summary>
    /// <param name="root">The file.</param>
    public TaxonomySource Read(JsonTree root)
    {
        var source = new TaxonomySource();
        var hasVersion = false;
        ForEachProperty(root, "the taxonomy", (name, value) =>
        {
            switch (name)
            {
                case "formatVersion":
                    hasVersion = true;
                    Require(value.Number == FormatVersion, value, $"\"formatVersion\" must be {FormatVersion}");
                    break;
                case "$schema":
                    break;
                case "mode":
                    source.Extends = Choice(value, name, ("replace", false), ("extend", true));
                    break;
                case "remove":
                    source.Removed.AddRange(value.Items.Select(item => (String(item, name), item.Line)));
                    Require(value.Type == JsonTokenType.StartArray, value, "\"remove\" must be an array of strings");
                    break;
                case "wordSets":
                    ForEachProperty(value, "\"wordSets\"", (set, words) => source.WordSets.Add((set, Strings(words, set), words.Line)));
                    break;
                case "concepts":
                    Require(value.Type == JsonTokenType.StartArray, value, "\"concepts\" must be an array");
                    foreach (var concept in value.Items)
                    {
                        ReadConcept(concept, source);
                    }

                    break;
                default:
                    Report(value, $"the taxonomy has no property \"{name}\"");
                    break;
            }
        });
        Require(hasVersion, root, "\"formatVersion\" is missing");
        Require(source.Extends || source.Removed.Count == 0, root, "\"remove\" is for taxonomies of the \"mode\" \"extend\"");
        return source;
    }

    private void ReadConcept(JsonTree node, TaxonomySource source)
    {
        var concept = new Concept { Id = "", PreferredLabel = "" };
        var lines = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        ForEachProperty(node, "a concept", (name, value) =>
        {
            lines[name] = value.Type == JsonTokenType.StartArray ? [.. value.Items.Select(item => item.Line)] : [value.Line];
            concept = ReadProperty(concept, name, value);
        });
        source.Concepts.Add(new ConceptSource(concept, node.Line, lines));
    }

    private Concept ReadProperty(Concept concept, string name, JsonTree value) => name switch
    {
        "id" => concept with { Id = String(value, name) },
        "preferredLabel" => concept with { PreferredLabel = String(value, name) },
        "alternativeLabels" => concept with { AlternativeLabels = Strings(value, name) },
        "definition" => concept with { Definition = String(value, name) },
        "broader" => concept with { Broader = Strings(value, name) },
        "related" => concept with { Related = Strings(value, name) },
        "medtop" => concept with { Medtop = String(value, name) },
        "wikidata" => concept with { Wikidata = String(value, name) },
        "cap" => concept with { Cap = Integer(value, name, 1, 2399) },
        "except" => concept with { Except = Strings(value, name) },
        "terms" => concept with { Terms = ReadTerms(value) },
        _ => Unknown(concept, value, $"a concept has no property \"{name}\""),
    };

    private List<Term> ReadTerms(JsonTree node)
    {
        Require(node.Type == JsonTokenType.StartArray, node, "\"terms\" must be an array");
        return [.. node.Items.Select(item => item.Type == JsonTokenType.String ? new Term { Text = item.String is "" ? "" : String(item, "text") } : ReadTerm(item))];
    }

    private Term ReadTerm(JsonTree node)
    {
        var term = new Term { Text = "" };
        double? weight = null;
        ForEachProperty(node, "a term", (name, value) =>
        {
            switch (name)
            {
                case "weight":
                    weight = Number(value, name, 0.01, 1);
                    break;
                default:
                    term = name switch
                    {
                        "text" => term with { Text = String(value, name) },
                        "kind" => term with { Kind = Choice(value, name, ("strong", TermKind.Strong), ("weak", TermKind.Weak), ("needs-context", TermKind.NeedsContext)) },
                        "requires" => term with { Requires = Strings(value, name) },
                        "excludes" => term with { Excludes = Strings(value, name) },
                        "within" => term with { Within = Choice(value, name, ("sentence", ContextScope.Sentence), ("paragraph", ContextScope.Paragraph), ("article", ContextScope.Article)) },
                        "case" => term with { MatchCase = Choice(value, name, ("match", true), ("ignore", false)) },
                        "inflect" => term with { Inflection = Choice(value, name, ("none", Inflection.None), ("noun", Inflection.Noun), ("verb", Inflection.Verb)) },
                        "gap" => term with { MaxGap = Integer(value, name, 1, 30) },
                        _ => Unknown(term, value, $"a term has no property \"{name}\""),
                    };
                    break;
            }
        });
        return term with { Weight = weight ?? Term.DefaultWeight(term.Kind) };
    }

    private void ForEachProperty(JsonTree node, string what, Action<string, JsonTree> read)
    {
        Require(node.Type == JsonTokenType.StartObject, node, $"{what} must be an object");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Properties)
        {
            Require(seen.Add(name), value, $"{what} has \"{name}\" twice");
            read(name, value);
        }
    }

    private string String(JsonTree node, string name)
    {
        Require(!string.IsNullOrWhiteSpace(node.String), node, $"\"{name}\" must be a string that is not empty");
        Require((node.String?.Length ?? 0) <= limits.MaxStringLength, node, $"\"{name}\" has more than {limits.MaxStringLength} characters");
        return node.String ?? "";
    }

    private List<string> Strings(JsonTree node, string name)
    {
        Require(node.Type == JsonTokenType.StartArray, node, $"\"{name}\" must be an array of strings");
        return [.. node.Items.Select(item => String(item, name))];
    }

    private double Number(JsonTree node, string name, double min, double max)
    {
        var inRange = node.Number >= min && node.Number <= max;
        Require(inRange, node, $"\"{name}\" must be a number from {min} to {max}");
        return inRange ? node.Number!.Value : min;
    }

    private int Integer(JsonTree node, string name, int min, int max)
    {
        var number = Number(node, name, min, max);
        Require(double.IsInteger(number), node, $"\"{name}\" must be a whole number");
        return (int)number;
    }

    private T Choice<T>(JsonTree node, string name, params (string Name, T Value)[] choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Name == node.String)
            {
                return choice.Value;
            }
        }

        Report(node, $"\"{name}\" must be one of {string.Join(", ", choices.Select(choice => $"\"{choice.Name}\""))}");
        return choices[0].Value;
    }

    private T Unknown<T>(T unchanged, JsonTree node, string message)
    {
        Report(node, message);
        return unchanged;
    }

    private void Require(bool condition, JsonTree node, string message)
    {
        if (!condition)
        {
            Report(node, message);
        }
    }

    private void Report(JsonTree node, string message) => problems.Add(new TaxonomyProblem(node.Line, message));
}
