using Pipeline.Text.Tagging;

namespace Pipeline.Cli.Taxonomies;

/// <summary>What a taxonomy holds, in numbers.</summary>
/// <param name="Version">The taxonomy's version.</param>
/// <param name="Concepts">The issues.</param>
/// <param name="Top">Those that are part of no other.</param>
/// <param name="Levels">The longest way from the top down, in issues.</param>
/// <param name="WithMedtop">Issues with an IPTC Media Topic.</param>
/// <param name="WithWikidata">Issues with a Wikidata item.</param>
/// <param name="WithCap">Issues with a Comparative Agendas code.</param>
/// <param name="Terms">The terms of all issues, labels included.</param>
/// <param name="Strong">Of them, the strong ones.</param>
/// <param name="Weak">The weak ones.</param>
/// <param name="NeedsContext">Those that need a context.</param>
/// <param name="MedianTerms">The terms of the issue in the middle.</param>
/// <param name="Majors">The issues by major agenda.</param>
internal sealed record TaxonomyStats(
    string Version,
    int Concepts,
    int Top,
    int Levels,
    int WithMedtop,
    int WithWikidata,
    int WithCap,
    int Terms,
    int Strong,
    int Weak,
    int NeedsContext,
    int MedianTerms,
    IReadOnlyList<MajorStats> Majors)
{
    /// <summary>Counts.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    public static TaxonomyStats Of(Taxonomy taxonomy)
    {
        var concepts = taxonomy.Concepts;
        var terms = concepts.SelectMany(concept => concept.Terms).ToList();
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        return new TaxonomyStats(
            taxonomy.Version,
            concepts.Count,
            concepts.Count(concept => concept.Broader.Count == 0),
            concepts.Select(LevelOf).DefaultIfEmpty().Max(),
            concepts.Count(concept => concept.Medtop is not null),
            concepts.Count(concept => concept.Wikidata is not null),
            concepts.Count(concept => concept.Cap is not null),
            terms.Count,
            terms.Count(term => term.Kind == TermKind.Strong),
            terms.Count(term => term.Kind == TermKind.Weak),
            terms.Count(term => term.Kind == TermKind.NeedsContext),
            concepts.Count == 0 ? 0 : concepts.Select(concept => concept.Terms.Count).Order().ElementAt(concepts.Count / 2),
            [
                .. concepts
                    .Where(concept => concept.Cap is not null)
                    .GroupBy(concept => concept.MajorAgenda!.Value)
                    .OrderBy(major => major.Key)
                    .Select(major => new MajorStats(major.Key, major.Count(), [.. major.Where(concept => IsMajor(concept.Cap!.Value)).Select(concept => concept.Id)])),
            ]);

        int LevelOf(Concept concept)
        {
            if (!levels.TryGetValue(concept.Id, out var level))
            {
                level = 1 + concept.Broader.Select(id => LevelOf(taxonomy.Find(id)!)).DefaultIfEmpty().Max();
                levels.Add(concept.Id, level);
            }

            return level;
        }
    }

    private static bool IsMajor(int cap) => cap < 100 || cap % 100 == 0;
}

/// <summary>The issues of one major topic of the Comparative Agendas Project.</summary>
/// <param name="Major">The topic, 1 to 23.</param>
/// <param name="Concepts">How many issues.</param>
/// <param name="AtItsLevel">The ids of those that are as broad as the topic.</param>
internal sealed record MajorStats(int Major, int Concepts, IReadOnlyList<string> AtItsLevel);
