using Pipeline.Text.Tagging.Matching;
using Pipeline.Text.Tagging.Model;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>A taxonomy, ready for tagging: its terms, which issues are broader than which, and which of them the model of words knows.</summary>
internal sealed class IssueIndex
{
    private readonly Taxonomy _taxonomy;
    private readonly uint[] _hashes;
    private readonly int[][] _broader;
    private readonly int[][] _narrower;
    private readonly int[][] _related;
    private readonly int?[] _wordsOfConcept;
    private readonly int?[] _conceptOfWords;

    /// <summary>Initializes a new instance of the <see cref="IssueIndex"/> class.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="words">The model of words.</param>
    public IssueIndex(Taxonomy taxonomy, WordModel words)
    {
        _taxonomy = taxonomy;
        Terms = new TermIndex(taxonomy);
        _hashes = [.. taxonomy.Concepts.Select(concept => WordGrams.HashOfIssue(concept.Id))];
        var numbers = taxonomy.Concepts.Select((concept, i) => (concept.Id, i)).ToDictionary(StringComparer.Ordinal);
        _broader = [.. taxonomy.Concepts.Select(concept => concept.Broader.Select(id => numbers[id]).ToArray())];
        var narrower = _broader.SelectMany((broader, i) => broader.Select(concept => (concept, i))).ToLookup(pair => pair.concept, pair => pair.i);
        _narrower = [.. Enumerable.Range(0, _broader.Length).Select(concept => narrower[concept].ToArray())];
        var related = taxonomy.Concepts.SelectMany((concept, i) => concept.Related.SelectMany(id => new[] { (i, numbers[id]), (numbers[id], i) })).Distinct().ToLookup(pair => pair.Item1, pair => pair.Item2);
        _related = [.. Enumerable.Range(0, _broader.Length).Select(concept => related[concept].ToArray())];
        _conceptOfWords = [.. words.Concepts.Select(id => numbers.TryGetValue(id, out var concept) ? concept : (int?)null)];
        _wordsOfConcept = new int?[_broader.Length];
        for (var issue = 0; issue < _conceptOfWords.Length; issue++)
        {
            if (_conceptOfWords[issue] is { } concept)
            {
                _wordsOfConcept[concept] = issue;
            }
        }
    }

    /// <summary>Gets the terms.</summary>
    public TermIndex Terms { get; }

    /// <summary>Gets the id of an issue.</summary>
    public string IdOf(int concept) => _taxonomy.Concepts[concept].Id;

    /// <summary>Gets what the model of words knows the terms of an issue by.</summary>
    public uint HashOf(int concept) => _hashes[concept];

    /// <summary>Gets the issues that an issue is directly a part of.</summary>
    public int[] BroaderOf(int concept) => _broader[concept];

    /// <summary>Gets the issues that are directly parts of an issue.</summary>
    public int[] NarrowerOf(int concept) => _narrower[concept];

    /// <summary>Gets the issues that an issue is related to, whichever of both says so.</summary>
    public int[] RelatedTo(int concept) => _related[concept];

    /// <summary>Gets the issue's index in the model of words; null where the model does not know it.</summary>
    public int? WordsOfConcept(int concept) => _wordsOfConcept[concept];

    /// <summary>Gets the issue of an index in the model of words; null where the taxonomy lacks it.</summary>
    public int? ConceptOfWords(int issue) => _conceptOfWords[issue];
}
