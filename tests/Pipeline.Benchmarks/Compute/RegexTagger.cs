using System.Text.RegularExpressions;
using Pipeline.Text.Matching;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Taxonomies;

namespace Pipeline.Benchmarks.Compute;

/// <summary>
/// The straightforward way to look for the terms of a taxonomy: one regular expression an issue, an alternative a term. It only
/// counts matches: no contexts, no scores, and of inflection the endings of regular forms.
/// </summary>
internal sealed class RegexTagger
{
    // Never reached: an article takes milliseconds.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly Regex[] _issues;

    /// <summary>Makes the expressions.</summary>
    /// <param name="taxonomy">The issues.</param>
    /// <param name="compiled">Whether they are compiled, which takes minutes from some 20,000 terms on, or interpreted.</param>
    public RegexTagger(Taxonomy taxonomy, bool compiled) =>
        _issues = [.. taxonomy.Concepts.Select(concept => new Regex(
            $@"\b(?:{string.Join('|', concept.Terms.SelectMany(term => taxonomy.Patterns.Terms[term.Text].Select(parts => Expression(term, parts))))})\b",
            (compiled ? RegexOptions.Compiled : RegexOptions.None) | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Timeout))];

    /// <summary>Counts the matches of each issue.</summary>
    /// <param name="text">The text.</param>
    /// <returns>How many issues have one.</returns>
    public int Tag(string text)
    {
        var found = 0;
        foreach (var issue in _issues)
        {
            found += issue.Count(text) > 0 ? 1 : 0;
        }

        return found;
    }

    private static string Expression(Term term, IReadOnlyList<PatternPart> parts) => string.Concat(parts.Select((part, i) =>
        (i == 0 ? "" : part.AfterGap ? $@"\W+(?:\w+\W+){{0,{term.MaxGap}}}" : @"\W+") + Phrases(term, part)));

    private static string Phrases(Term term, PatternPart part) => $"(?:{string.Join('|', part.Phrases.Select(phrase => Words(term, phrase)))})";

    private static string Words(Term term, string phrase) =>
        string.Join(@"[\s-]+", phrase.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => Regex.Escape(word) + Endings(term, word)));

    private static string Endings(Term term, string word) =>
        term.Inflection == Inflection.None || !char.IsAsciiLetterLower(word[^1]) ? "" : @"(?:s|es|ed|ing)?";
}
