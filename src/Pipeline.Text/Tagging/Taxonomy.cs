using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Taxonomies;

namespace Pipeline.Text.Tagging;

/// <summary>The issues that articles are tagged with.</summary>
public sealed class Taxonomy
{
    private const string BuiltInResource = "Pipeline.Text.Tagging.Taxonomies.taxonomy.en.json";

    private readonly Dictionary<string, Concept> _byId;
    private readonly ILookup<string, Concept> _narrower;

    private Taxonomy(string version, IReadOnlyList<Concept> concepts, TaxonomyPatterns patterns, IReadOnlyList<TaxonomyProblem> warnings)
    {
        Version = version;
        Concepts = concepts;
        Patterns = patterns;
        Warnings = warnings;
        _byId = concepts.ToDictionary(concept => concept.Id, StringComparer.Ordinal);
        _narrower = concepts
            .SelectMany(concept => concept.Broader.Select(broader => (broader, concept)))
            .ToLookup(pair => pair.broader, pair => pair.concept, StringComparer.Ordinal);
    }

    /// <summary>Gets the version: a hash of the content, 16 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Gets the issues, by id in ordinal order.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Gets what is doubtful in the file, by line; empty for the built-in taxonomy.</summary>
    public IReadOnlyList<TaxonomyProblem> Warnings { get; }

    /// <summary>Gets the patterns of the terms.</summary>
    internal TaxonomyPatterns Patterns { get; }

    /// <summary>Finds an issue.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The issue, or null where there is none of that id.</returns>
    public Concept? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Returns the issues that name an issue as broader, by id; empty where there are none.</summary>
    /// <param name="id">The id.</param>
    public IEnumerable<Concept> NarrowerOf(string id) => _narrower[id];

    /// <summary>Returns the branches that an issue lies in: itself, and every issue that is broader, at whatever height.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The ids, each once, the nearest first; none where there is no issue of that id.</returns>
    public IReadOnlyCollection<string> BranchesOf(string id)
    {
        var branches = new List<string>();
        var next = new Queue<string>([id]);
        while (next.TryDequeue(out var branch))
        {
            if (!branches.Contains(branch) && Find(branch) is { } concept)
            {
                branches.Add(branch);
                foreach (var broader in concept.Broader)
                {
                    next.Enqueue(broader);
                }
            }
        }

        return branches;
    }

    /// <summary>Loads the taxonomy that ships with the product. Its terms are not looked through: a test does that.</summary>
    public static Taxonomy LoadBuiltIn()
    {
        var json = BuiltInFile();
        var problems = new List<TaxonomyProblem>();
        var source = new TaxonomyReader(problems, TaxonomyLimits.Default).Read(JsonTree.Parse(json));
        return Create(TaxonomyHash.Compute(json), source, new TaxonomyValidator(source, TaxonomyLimits.Default, problems).Validate(), problems);
    }

    /// <summary>Reads and checks a taxonomy: one that stands alone, or one that extends the built-in one, as the file says.</summary>
    /// <param name="json">The file: JSON as UTF-8; comments and trailing commas are allowed.</param>
    /// <param name="limits">How much it may hold; null for <see cref="TaxonomyLimits.Default"/>.</param>
    /// <exception cref="TaxonomyException">It is not valid.</exception>
    public static Taxonomy Parse(ReadOnlySpan<byte> json, TaxonomyLimits? limits = null)
    {
        limits ??= TaxonomyLimits.Default;
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (json.Length > limits.MaxBytes)
        {
            throw new TaxonomyException([new TaxonomyProblem(1, $"the file has more than {limits.MaxBytes} bytes")]);
        }

        json = LineEnds.Normalize(json);
        var problems = new List<TaxonomyProblem>();
        var source = new TaxonomyReader(problems, limits).Read(JsonTree.Parse(json));
        var version = TaxonomyHash.Compute(json);
        if (source.Extends)
        {
            var builtIn = BuiltInFile();
            version = TaxonomyHash.Combine(TaxonomyHash.Compute(builtIn), version);
            source = TaxonomyExtension.Merge(new TaxonomyReader(problems, TaxonomyLimits.Default).Read(JsonTree.Parse(builtIn)), source, problems);
        }

        var patterns = new TaxonomyValidator(source, limits, problems).Validate();
        if (problems.Count == 0)
        {
            new TermCoverage(source, patterns, problems).Check();
            new SharedNames(source, patterns, problems).Check();
        }

        return Create(version, source, patterns, problems);
    }

    private static Taxonomy Create(string version, TaxonomySource source, TaxonomyPatterns patterns, List<TaxonomyProblem> problems)
    {
        // What an extension breaks in the built-in taxonomy, which has no lines, follows from what it breaks in its own.
        var hasOwn = problems.Exists(problem => problem.Line > 0);
        var byLine = problems.Where(problem => problem.Line > 0 || !hasOwn).OrderBy(problem => problem.Line).ToList();
        return byLine.Exists(problem => !problem.IsWarning)
            ? throw new TaxonomyException(byLine)
            : new Taxonomy(
                version,
                [.. source.Concepts.Select(item => WithLabelTerms(item.Concept)).OrderBy(concept => concept.Id, StringComparer.Ordinal)],
                patterns,
                byLine);
    }

    private static byte[] BuiltInFile()
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream(BuiltInResource)!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return json;
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
