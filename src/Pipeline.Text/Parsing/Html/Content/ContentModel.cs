using System.Globalization;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What was learned of which blocks of a page are its article; <c>Model/README.md</c> says from what and how.</summary>
/// <param name="Names">The scores of words in classes and ids.</param>
/// <param name="Words">The scores of words in texts.</param>
/// <param name="Trees">Judge a block by its features.</param>
internal sealed record ContentModel(NameScores Names, WordScores Words, BoostedTrees Trees)
{
    /// <summary>The header of the section of names: one a line, and its score.</summary>
    public const string NamesHeader = "[names]";

    /// <summary>The header of the section of words: one a line, and its score.</summary>
    public const string WordsHeader = "[words]";

    private const string FileName = "content-model.txt";

    /// <summary>Gets the header of the section of trees: it names the number of features, so that trees of other ones are not taken.</summary>
    public static string TreesHeader { get; } = string.Create(CultureInfo.InvariantCulture, $"[trees of {BlockFeatures.Count} features]");

    /// <summary>Reads the model that ships in the assembly.</summary>
    public static ContentModel Load()
    {
        using var stream = typeof(ContentModel).Assembly.GetManifestResourceStream($"{typeof(ContentModel).Namespace}.Model.{FileName}")
            ?? throw new InvalidOperationException($"The assembly holds no {FileName}.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>Reads a model. Empty lines and lines that start with <c>#</c> do not count.</summary>
    /// <exception cref="FormatException">The model is broken, or made for other features.</exception>
    public static ContentModel Read(TextReader reader)
    {
        var names = new Dictionary<string, float>(StringComparer.Ordinal);
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        var trees = new List<string>();
        string? section = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[')
            {
                section = line == NamesHeader || line == WordsHeader || line == TreesHeader ? line : throw new FormatException($"The model has a section {line}; expected {NamesHeader}, {WordsHeader} and {TreesHeader}.");
            }
            else if ((section == NamesHeader || section == WordsHeader) && line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            {
                (section == NamesHeader ? names : words).Add(line[..space], float.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture));
            }
            else if (section == TreesHeader)
            {
                trees.Add(line);
            }
            else
            {
                throw new FormatException($"The model has a line that is in no section, or is no word with a score: {line}");
            }
        }

        return new ContentModel(new NameScores(names), new WordScores(words), BoostedTrees.Parse(trees));
    }

    /// <summary>Returns for each block how likely it is part of the article, from 0 to 1.</summary>
    public float[] Judge(PageBlocks page, PageFacts facts, CancellationToken cancellationToken)
    {
        var features = BlockFeatures.Of(page, facts, cancellationToken);
        var probabilities = new float[page.Blocks.Count];
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (i % 256 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            probabilities[i] = Trees.Predict(features.AsSpan(i * BlockFeatures.Count, BlockFeatures.Count));
        }

        return probabilities;
    }
}
