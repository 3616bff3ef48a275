using System.Text.Json;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>What counts when sentences are chosen from several articles. <c>Model/README.md</c> says where the weights come from.</summary>
internal sealed record DigestWeights
{
    private const string ResourceName = "Pipeline.Text.Summarization.Model.digest-weights.json";

    /// <summary>Gets what it is worth to say what is not said yet, of what many articles of a story say.</summary>
    public required double Coverage { get; init; }

    /// <summary>Gets by which power of its length a sentence's coverage is divided: 0 favours long sentences, 1 short ones.</summary>
    public required double LengthPower { get; init; }

    /// <summary>Gets what a sentence's score within its article is worth.</summary>
    public required double Salience { get; init; }

    /// <summary>Gets what it is worth to have what the sentences of the story have.</summary>
    public required double Centrality { get; init; }

    /// <summary>Gets what it is worth to have what the titles of the story have.</summary>
    public required double TitleOverlap { get; init; }

    /// <summary>Gets what is lost by saying what a chosen sentence says.</summary>
    public required double Redundancy { get; init; }

    /// <summary>Gets how much a sentence may have in common with a chosen one, as a cosine; one that has more is not taken.</summary>
    public required double MaxSimilarity { get; init; }

    /// <summary>Gets what is lost by the usual length of a sentence of news, and by twice that twice.</summary>
    public required double Length { get; init; }

    /// <summary>Gets what it is worth to be from a source that nothing is chosen from yet.</summary>
    public required double NewSource { get; init; }

    /// <summary>Gets what it is worth to be of a story that nothing is chosen from yet.</summary>
    public required double NewStory { get; init; }

    /// <summary>Gets what it is worth to hold evidence of the issue that is asked for.</summary>
    public required double Issue { get; init; }

    /// <summary>Loads the weights that ship with the product.</summary>
    public static DigestWeights LoadBuiltIn()
    {
        using var stream = typeof(DigestWeights).Assembly.GetManifestResourceStream(ResourceName)!;
        return Read(stream);
    }

    /// <summary>Reads weights.</summary>
    /// <param name="stream">A file as <c>Model/README.md</c> describes it.</param>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static DigestWeights Read(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<DigestWeights>(stream, PipelineJson.Options) ?? throw new FormatException("The file holds no weights.");
        }
        catch (JsonException ex)
        {
            throw new FormatException($"The weights cannot be read: {ex.Message}", ex);
        }
    }
}
