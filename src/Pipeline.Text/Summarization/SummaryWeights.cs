using System.Collections.Frozen;
using System.Text.Json;

namespace Pipeline.Text.Summarization;

/// <summary>What the features of a sentence are worth, and what it loses by what is chosen already. <c>Model/README.md</c> says where they come from.</summary>
internal sealed class SummaryWeights
{
    /// <summary>The version of the file that this code reads.</summary>
    public const int Version = 3;

    private const string ResourceName = "Pipeline.Text.Summarization.Model.summary-weights.json";

    private static readonly FrozenDictionary<string, SentenceFeature> Names =
        Enum.GetValues<SentenceFeature>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    private readonly double[] _weights;

    /// <summary>Makes weights.</summary>
    /// <param name="weights">The features' weights, in the order of <see cref="SentenceFeature"/>.</param>
    /// <param name="redundancy">What a sentence loses that a chosen one repeats.</param>
    public SummaryWeights(IReadOnlyList<double> weights, double redundancy)
    {
        _weights = [.. weights];
        Redundancy = redundancy;
    }

    /// <summary>Gets the features' weights, in the order of <see cref="SentenceFeature"/>.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Gets what is lost by saying what a chosen sentence says.</summary>
    public double Redundancy { get; }

    /// <summary>Returns the name of a feature, as in the file of weights and in explanations.</summary>
    public static string NameOf(SentenceFeature feature) => JsonNamingPolicy.CamelCase.ConvertName($"{feature}");

    /// <summary>Loads the weights that ship with the product.</summary>
    public static SummaryWeights LoadBuiltIn()
    {
        using var stream = typeof(SummaryWeights).Assembly.GetManifestResourceStream(ResourceName)!;
        return Read(stream);
    }

    /// <summary>Reads weights.</summary>
    /// <param name="stream">A file as <c>Model/README.md</c> describes it.</param>
    /// <exception cref="FormatException">It is no such file, or not of this version.</exception>
    public static SummaryWeights Read(Stream stream)
    {
        try
        {
            var file = JsonSerializer.Deserialize<SummaryWeightsFile>(stream, PipelineJson.Options);
            if (file is not { Version: Version } || file.Features.Count != Names.Count)
            {
                throw new FormatException($"The weights are not of version {Version} with {Names.Count} features.");
            }

            var weights = new double[Names.Count];
            foreach (var (name, weight) in file.Features)
            {
                weights[(int)Names[name]] = weight;
            }

            return new SummaryWeights(weights, file.Redundancy);
        }
        catch (Exception ex) when (ex is JsonException or KeyNotFoundException)
        {
            throw new FormatException($"The weights cannot be read: {ex.Message}", ex);
        }
    }

    /// <summary>Returns the weights as a file holds them.</summary>
    public SummaryWeightsFile ToFile() => new()
    {
        Version = Version,
        Features = Enum.GetValues<SentenceFeature>().ToDictionary(NameOf, feature => _weights[(int)feature], StringComparer.Ordinal),
        Redundancy = Redundancy,
    };

    /// <summary>Returns what a feature is worth.</summary>
    public double Of(SentenceFeature feature) => _weights[(int)feature];

    /// <summary>Returns what a sentence is worth before anything is chosen.</summary>
    /// <param name="row">Its features.</param>
    public double Score(double[] row)
    {
        var score = 0d;
        for (var i = 0; i < row.Length; i++)
        {
            score += _weights[i] * row[i];
        }

        return score;
    }
}
