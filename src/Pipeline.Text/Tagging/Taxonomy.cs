using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Taxonomies;

namespace Pipeline.Text.Tagging;

/// <summary>The issues that articles are tagged with.</summary>
public sealed class Taxonomy
{
    private const string BuiltInResource = "Pipeline.Text.Tagging.Taxonomies.taxonomy.en.json";

    private readonly Dictionary<string, Concept> _byId;

    private Taxonomy(string version, IReadOnlyList<Concept> concepts, TaxonomyPatterns patterns)
    {
        Version = version;
        Concepts = concepts;
        Patterns = patterns;
        _byId = concepts.ToDictionary(concept => concept.Id, StringComparer.Ordinal);
    }

    /// <summary>Gets the version: a hash of the content, 16 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Gets the issues, by id in ordinal order.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Gets the patterns of the terms.</summary>
    internal TaxonomyPatterns Patterns { get; }

    /// <summary>Finds an issue.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The issue, or null where there is none of that id.</returns>
    public Concept? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Loads the taxonomy that ships with the product.</summary>
    public static Taxonomy LoadBuiltIn()
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream(BuiltInResource)!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return Parse(json);
    }

    /// <summary>Reads and checks a taxonomy.</summary>
    /// <param name="json">The file: JSON as UTF-8; comments and trailing commas are allowed.</param>
    /// <exception cref="TaxonomyException">It is not valid.</exception>
    public static Taxonomy Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        var problems = new List<TaxonomyProblem>();
        var source = new TaxonomyReader(problems).Read(JsonTree.Parse(json));
        var patterns = new TaxonomyValidator(source, problems).Validate();
        return problems.Count > 0
            ? throw new TaxonomyException([.. problems.OrderBy(problem => problem.Line)])
            : new Taxonomy(
                TaxonomyHash.Compute(json),
                [.. source.Concepts.Select(item => WithLabelTerms(item.Concept)).OrderBy(concept => concept.Id, StringComparer.Ordinal)],
                patterns);
    }

    /// <summary>Adds the labels to the terms, but for those that the terms list themselves, perhaps as weak ones.</summary>
    private static Concept WithLabelTerms(Concept concept)
    {
        var listed = concept.Terms.Select(term => KeyOf(term.Text)).ToHashSet(StringComparer.Ordinal);
        return concept with
        {
            Terms = [.. concept.Terms, .. concept.AlternativeLabels.Prepend(concept.PreferredLabel).Where(label => listed.Add(KeyOf(label))).Select(label => new Term { Text = label })],
        };
    }

    private static string KeyOf(string text) =>
        string.Join(' ', Tokenizer.Tokenize(text).Select(token => WordForms.KeyOf(WordFolder.Fold(text.AsSpan(token.Start, token.Length)))));
}
