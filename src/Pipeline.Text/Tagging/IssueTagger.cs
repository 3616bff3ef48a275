using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging;

/// <summary>
/// Finds the issues that an article is about, by the terms of a taxonomy. The title raises scores, but every issue has
/// evidence in the text. Safe for use by many threads.
/// </summary>
public sealed class IssueTagger(Taxonomy taxonomy)
{
    private const string TitleEnd = "\n\n";

    private readonly TermIndex _index = new(taxonomy);

    /// <summary>Gets the taxonomy in force.</summary>
    public Taxonomy Taxonomy => taxonomy;

    /// <summary>Tags an article.</summary>
    /// <param name="article">The article.</param>
    /// <returns>The issues, best first; of equal ones by id in ordinal order.</returns>
    public IReadOnlyList<IssueTag> Tag(Article article)
    {
        // A derived title repeats the text, so it would count twice.
        var head = article.Title is { Length: > 0 } title && !article.TitleDerived ? title + TitleEnd : "";
        var text = head + article.Text;
        var tokens = Tokenizer.Tokenize(text);
        var scorer = new IssueScorer(_index, tokens, ArticleZones.Of(article, head.Length, tokens));
        var tags = new List<IssueTag>();
        foreach (var (number, matches) in new TermFinder(_index, text, tokens).Find())
        {
            var concept = taxonomy.Concepts[number];
            var (score, counted) = scorer.Score(matches);
            var evidence = counted
                .Where(match => tokens[match.Tokens.First].Start >= head.Length)
                .Select(match => TextSpan.FromBounds(tokens[match.Tokens.First].Start - head.Length, tokens[match.Tokens.Last].End - head.Length))
                .ToArray();
            if (score >= IssueScorer.Threshold && evidence.Length > 0)
            {
                tags.Add(new IssueTag
                {
                    Id = concept.Id,
                    Label = concept.PreferredLabel,
                    Score = score,
                    Medtop = concept.Medtop,
                    Wikidata = concept.Wikidata,
                    Evidence = evidence,
                });
            }
        }

        tags.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Id, b.Id));
        return tags;
    }
}
