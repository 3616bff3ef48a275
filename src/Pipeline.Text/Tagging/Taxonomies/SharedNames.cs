using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>
/// Finds issues that readers cannot tell apart: two with one preferred label, and, of two that do not name each other, one
/// with the other's label among its strong terms, so that whatever names the one is tagged with both. That unrelated
/// issues share other terms is right: "Afghan refugee" shows two.
/// </summary>
/// <param name="source">The file, which is valid so far.</param>
/// <param name="patterns">Its patterns.</param>
/// <param name="problems">What takes the findings, as warnings.</param>
internal sealed class SharedNames(TaxonomySource source, TaxonomyPatterns patterns, List<TaxonomyProblem> problems)
{
    private readonly Dictionary<string, Concept> _byId = source.Concepts.ToDictionary(item => item.Concept.Id, item => item.Concept, StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _above = new(StringComparer.Ordinal);

    /// <summary>Looks at all concepts.</summary>
    public void Check()
    {
        var labels = source.Concepts.SelectMany(item => LabelsOf(item).Select(label => (Label: Fold(label.Label), Item: item, label.Line))).ToLookup(label => label.Label, StringComparer.Ordinal);
        CheckPreferredLabels();
        foreach (var item in source.Concepts)
        {
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (phrase, line) in NamesOf(item))
            {
                foreach (var other in labels[Fold(phrase)].Where(other => IsAnother(item, other.Item) && told.Add(other.Item.Concept.Id)))
                {
                    Warn(line > 0 ? line : other.Line, $"\"{phrase}\" is a strong term of \"{item.Concept.Id}\" and a label of \"{other.Item.Concept.Id}\": give it to one of them, or name the other in \"related\" or \"broader\"");
                }
            }
        }
    }

    private void CheckPreferredLabels()
    {
        foreach (var same in source.Concepts.GroupBy(item => Fold(item.Concept.PreferredLabel), StringComparer.Ordinal))
        {
            var first = same.First();
            foreach (var item in same.Skip(1).Where(item => item.Line > 0))
            {
                Warn(item.LineOf("preferredLabel"), $"\"{item.Concept.Id}\" has the preferred label of \"{first.Concept.Id}\", \"{first.Concept.PreferredLabel}\": readers cannot tell them apart");
            }
        }
    }

    /// <summary>Lists the phrases of the strong terms that count anywhere, with their lines.</summary>
    private IEnumerable<(string Phrase, int Line)> NamesOf(ConceptSource item) => item.Concept.Terms.Index()
        .Where(term => term.Item is { Kind: TermKind.Strong, Excludes.Count: 0 } && patterns.Terms[term.Item.Text] is [[_]])
        .SelectMany(term => patterns.Terms[term.Item.Text][0][0].Phrases.Select(phrase => (phrase, item.LineOfTerm(term.Index))));

    private static IEnumerable<(string Label, int Line)> LabelsOf(ConceptSource item) => item.Concept.AlternativeLabels.Index()
        .Select(label => (label.Item, item.LineOf("alternativeLabels", label.Index)))
        .Prepend((item.Concept.PreferredLabel, item.LineOf("preferredLabel")));

    private bool IsAnother(ConceptSource item, ConceptSource other) =>
        item.Concept.Id != other.Concept.Id && Math.Max(item.Line, other.Line) > 0 && !AreRelated(item.Concept, other.Concept);

    private bool AreRelated(Concept concept, Concept other) =>
        concept.Related.Contains(other.Id) || other.Related.Contains(concept.Id) || Above(concept).Contains(other.Id) || Above(other).Contains(concept.Id);

    /// <summary>Returns the ids of all issues that an issue is a part of.</summary>
    private HashSet<string> Above(Concept concept)
    {
        if (!_above.TryGetValue(concept.Id, out var above))
        {
            above = [.. concept.Broader, .. concept.Broader.SelectMany(broader => Above(_byId[broader]))];
            _above.Add(concept.Id, above);
        }

        return above;
    }

    private void Warn(int line, string message) => problems.Add(new TaxonomyProblem(line, message, IsWarning: true));

    private static string Fold(string text) => TermPhrase.Of(text, Inflection.None, matchCase: false).Folded;
}
