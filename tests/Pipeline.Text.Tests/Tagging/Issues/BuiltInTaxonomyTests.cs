using System.Text.Json;
using Pipeline.Text.Matching;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Matching;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

public sealed class BuiltInTaxonomyTests
{
    /// <summary>The word sets of the built-in taxonomy.</summary>
    public static IReadOnlyDictionary<string, string[]> WordSets { get; } = ReadWordSets();

    private static readonly Taxonomy Taxonomy = IssueArticles.BuiltIn.Taxonomy;

    /// <summary>The terms of the built-in taxonomy, ready for tagging.</summary>
    internal static TermIndex Terms { get; } = new(Taxonomy);

    [Fact]
    public void Concepts_BuiltIn_CoverEveryMajorAgenda()
    {
        int[] majors = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23];

        var covered = Taxonomy.Concepts.Where(concept => concept.Cap is not null).Select(concept => concept.Cap < 100 ? concept.Cap.Value : concept.Cap!.Value / 100);

        Assert.True(Taxonomy.Concepts.Count >= 350);
        Assert.Equal(majors, covered.Distinct().Order());
    }

    [Fact]
    public void Concepts_BuiltIn_HaveOneAtTheLevelOfEveryMajorAgenda()
    {
        int[] majors = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23];

        var atTheLevel = Taxonomy.Concepts.Where(concept => concept.Cap is >= 100 && concept.Cap % 100 == 0).Select(concept => concept.Cap!.Value / 100);

        Assert.Equal(majors, atTheLevel.Distinct().Order());
    }

    [Fact]
    public void Parse_BuiltInFile_HasNothingWrongOrDoubtful()
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream("Pipeline.Text.Tagging.Taxonomies.taxonomy.en.json")!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);

        var taxonomy = Taxonomy.Parse(json);

        Assert.Equal(Taxonomy.Version, taxonomy.Version);
        Assert.Empty(taxonomy.Warnings);
    }

    [Fact]
    public void Concepts_BuiltIn_AreInOrderAndDefined()
    {
        Assert.Equal(Taxonomy.Concepts.Select(concept => concept.Id).Order(StringComparer.Ordinal), Taxonomy.Concepts.Select(concept => concept.Id));
        Assert.All(Taxonomy.Concepts, concept => Assert.False(string.IsNullOrWhiteSpace(concept.Definition)));
        Assert.All(Taxonomy.Concepts, concept => Assert.NotEmpty(concept.Terms));
        Assert.Equal(Taxonomy.Concepts.Count, Taxonomy.Concepts.DistinctBy(concept => concept.PreferredLabel).Count());
    }

    [Fact]
    public void Concepts_BuiltIn_ShareNoWikidataItem()
    {
        var items = Taxonomy.Concepts.Select(concept => concept.Wikidata).OfType<string>().ToList();

        Assert.Equal(items.Distinct(StringComparer.Ordinal), items);
    }

    [Fact]
    public void LoadBuiltIn_Twice_HasOneVersion() =>
        Assert.Equal(Taxonomy.Version, Taxonomy.LoadBuiltIn().Version);

    [Fact]
    public void Find_UnknownId_IsNull() => Assert.Null(Taxonomy.Find("no-such-issue"));

    [Fact]
    public void Terms_EachPhrase_IsFoundInATextOfIt()
    {
        var wordSets = WordSets;
        var dead = new List<string>();

        foreach (var concept in Taxonomy.Concepts)
        {
            foreach (var term in concept.Terms)
            {
                dead.AddRange(PatternPhrases.Of(term.Text, wordSets)
                    .Where(phrase => !IsFound(concept, term, phrase, wordSets))
                    .Take(1)
                    .Select(phrase => $"{concept.Id}: {term.Text} as \"{phrase}\""));
            }
        }

        Assert.True(dead.Count == 0, string.Join('\n', dead));
    }

    private static bool IsFound(Concept concept, Term term, string phrase, IReadOnlyDictionary<string, string[]> wordSets)
    {
        // Terms in context need their context.
        var context = string.Concat(term.Requires.Select(required => " and " + PatternPhrases.Of(required, wordSets).First()));
        var text = new TokenizedText($"{phrase} was said{context}.");
        return new TermFinder(Terms, text).Find()
            .Any(found => Taxonomy.Concepts[found.Concept].Id == concept.Id && found.Matches.Any(match => text.Tokens[match.Tokens.First].Start < phrase.Length));
    }

    private static Dictionary<string, string[]> ReadWordSets()
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream("Pipeline.Text.Tagging.Taxonomies.taxonomy.en.json")!;
        using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return document.RootElement.GetProperty("wordSets").EnumerateObject()
            .ToDictionary(set => set.Name, set => set.Value.EnumerateArray().Select(word => word.GetString()!).ToArray());
    }
}
