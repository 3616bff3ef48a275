using System.Text.Json;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

public sealed class BuiltInTaxonomyTests
{
    private static readonly Taxonomy Taxonomy = IssueArticles.BuiltIn.Taxonomy;

    [Fact]
    public void Concepts_BuiltIn_CoverEveryMajorAgenda()
    {
        int[] majors = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23];

        var covered = Taxonomy.Concepts.Where(concept => concept.Cap is not null).Select(concept => concept.Cap < 100 ? concept.Cap.Value : concept.Cap!.Value / 100);

        Assert.True(Taxonomy.Concepts.Count >= 60);
        Assert.Equal(majors, covered.Distinct().Order());
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
    public void LoadBuiltIn_Twice_HasOneVersion() =>
        Assert.Equal(Taxonomy.Version, Taxonomy.LoadBuiltIn().Version);

    [Fact]
    public void Find_UnknownId_IsNull() => Assert.Null(Taxonomy.Find("no-such-issue"));

    [Fact]
    public void Terms_EachPhrase_IsFoundInATextOfIt()
    {
        var wordSets = ReadWordSets();
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
        // Weak terms need repetition, terms in context their context, and those without one the company of another term.
        var context = string.Concat(term.Requires.Select(required => " and " + PatternPhrases.Of(required, wordSets).First()));
        var company = term is { Kind: TermKind.NeedsContext, Requires.Count: 0 } ? $". {concept.PreferredLabel}" : "";
        var text = string.Concat(Enumerable.Repeat($"{phrase} was said{context}{company}. ", 8));
        return IssueArticles.BuiltIn.Tag(IssueArticles.Of(text)).Any(tag => tag.Id == concept.Id && tag.Evidence[0].Start < phrase.Length);
    }

    private static Dictionary<string, string[]> ReadWordSets()
    {
        using var stream = typeof(Taxonomy).Assembly.GetManifestResourceStream("Pipeline.Text.Tagging.Taxonomies.taxonomy.en.json")!;
        using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return document.RootElement.GetProperty("wordSets").EnumerateObject()
            .ToDictionary(set => set.Name, set => set.Value.EnumerateArray().Select(word => word.GetString()!).ToArray());
    }
}
