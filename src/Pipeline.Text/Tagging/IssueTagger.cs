using Pipeline.Text.Tagging.Model;
using Pipeline.Text.Tagging.Scoring;

namespace Pipeline.Text.Tagging;

/// <summary>
/// Finds the issues that an article is about, by the terms of a taxonomy and by what was learned of how articles show their
/// issues. The title raises scores, but every issue has evidence in the text. Safe for use by many threads.
/// </summary>
public sealed class IssueTagger
{
    // Terms are English: so are the rules by which their words inflect.
    private const string Language = "en";

    // The language of a few words is often taken for another. Chosen by hand.
    private const double SureLanguage = 0.8;
    private const int ShortText = 200;

    // Enough to rank by, and few enough to read.
    private const int Decimals = 4;

    // Of what a broader issue scores. Chosen by hand, on short texts of which a reader would say which of both comes first.
    private const double NearlyAsStrong = 0.992;

    // The last decimal of a score.
    private const double Step = 0.0001;

    private readonly IssueIndex _index;
    private readonly IssueModel _model;

    /// <summary>Initializes a new instance of the <see cref="IssueTagger"/> class.</summary>
    /// <param name="taxonomy">The issues.</param>
    public IssueTagger(Taxonomy taxonomy)
        : this(taxonomy, IssueModel.BuiltIn)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="IssueTagger"/> class.</summary>
    /// <param name="taxonomy">The issues.</param>
    /// <param name="model">What was learned.</param>
    internal IssueTagger(Taxonomy taxonomy, IssueModel model)
    {
        Taxonomy = taxonomy;
        _model = model;
        _index = new IssueIndex(taxonomy, model.Words);
    }

    /// <summary>Gets the taxonomy in force.</summary>
    public Taxonomy Taxonomy { get; }

    /// <summary>Says whether the taxonomy has terms of an article's language. Where the language cannot be told for sure, it is taken for one that it has.</summary>
    /// <param name="article">The article.</param>
    public static bool Covers(Article article) =>
        article.Language is null or Language || article.LanguageConfidence < SureLanguage || article.Text.Length < ShortText;

    /// <summary>Tags an article.</summary>
    /// <param name="article">The article.</param>
    /// <returns>The issues, best first, each below its part that is nearly as strong; of equal ones by id in ordinal order. None where the taxonomy does not cover the article's language.</returns>
    public IReadOnlyList<IssueTag> Tag(Article article)
    {
        if (!Covers(article))
        {
            return [];
        }

        var text = new TaggedText(article);
        var ranking = new EvidenceRanking(_index, _model.Weights, text);
        var tags = new List<IssueTag>();
        foreach (var candidate in new IssueScorer(_index, _model, text).Candidates())
        {
            var concept = Taxonomy.Concepts[candidate.Concept];
            var score = Math.Round(_model.Weights.Score(candidate.Features), Decimals);
            if (score >= _model.FactsOf(concept.Id).Threshold && ranking.Rank(candidate) is { Count: > 0 } evidence)
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

        List<IssueTag> ordered = [.. tags.Select(tag => tag with { Score = BelowItsParts(tag, tags) })];
        ordered.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Id, b.Id));
        return ordered;
    }

    /// <summary>Puts an issue below its part that is nearly as strong: the narrower one says more.</summary>
    private double BelowItsParts(IssueTag tag, List<IssueTag> tags)
    {
        var score = tag.Score;
        foreach (var part in tags)
        {
            if (part.Score >= NearlyAsStrong * tag.Score && Taxonomy.Find(part.Id)!.Broader.Contains(tag.Id))
            {
                score = Math.Min(score, part.Score - Step);
            }
        }

        return Math.Round(score, Decimals);
    }

    /// <summary>Gives the features of each issue that an article may be about, by the issue's id: what training learns from.</summary>
    /// <param name="article">The article.</param>
    internal IEnumerable<(string Id, IssueFeatures Features)> Explain(Article article) =>
        new IssueScorer(_index, _model, new TaggedText(article)).Candidates().Select(candidate => (_index.IdOf(candidate.Concept), candidate.Features));
}
