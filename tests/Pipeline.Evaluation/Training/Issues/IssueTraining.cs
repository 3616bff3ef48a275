using Pipeline.Evaluation.Topics;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Model;
using Pipeline.Text.Tagging.Scoring;

namespace Pipeline.Evaluation.Training.Issues;

/// <summary>Learns the model of issues, and what it makes of articles that it has not seen.</summary>
internal sealed class IssueTraining
{
    /// <summary>The number of parts for cross-validation.</summary>
    public const int Folds = 5;

    // What a third of all news name and more, they often name in passing: such an issue must be likelier. Chosen on the
    // development half.
    private const double CommonRarity = 1;
    private const float CommonThreshold = 0.65f;

    private static readonly WordModel NoWords = new([], [], [], [], [0], [], []);

    private readonly Taxonomy _taxonomy;
    private readonly IReadOnlyList<TopicArticle> _articles;
    private readonly TaggedText[] _texts;
    private readonly WordModel _words;
    private readonly WordModel[] _wordsWithout;
    private readonly Dictionary<string, IssueFacts> _facts;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<(string Id, IssueFeatures Features)>>> _candidates;

    /// <summary>Initializes a new instance of the <see cref="IssueTraining"/> class: learns what words say.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="articles">The articles; none rejected.</param>
    /// <param name="labels">The issue of each; null for one that is of no issue that is to be learned.</param>
    /// <param name="options">How words are learned.</param>
    /// <param name="threshold">The least score of an article that is tagged with an issue.</param>
    public IssueTraining(Taxonomy taxonomy, IReadOnlyList<TopicArticle> articles, IReadOnlyList<string?> labels, WordTrainingOptions options, float threshold)
    {
        _taxonomy = taxonomy;
        _articles = articles;
        _texts = [.. articles.AsParallel().AsOrdered().Select(article => new TaggedText(article.Article!))];
        var index = new IssueIndex(taxonomy, NoWords);
        var evidence = _texts.AsParallel().AsOrdered().Select(text => new EvidenceReader(index.Terms, text).Read()).ToList();
        IReadOnlyList<IssueSignal>[] signals = [.. _texts.Zip(evidence, (text, terms) => (IReadOnlyList<IssueSignal>)[.. IssueScorer.Signals(index, text, terms)])];
        _facts = Facts(evidence, threshold);
        var training = new WordTraining(_texts, signals, taxonomy.Concepts.Select(concept => WordGrams.HashOfIssue(concept.Id)), options);
        _words = training.Learn(labels, _ => true);
        _candidates = new(() => Candidates(_articles));
        _wordsWithout = [.. Enumerable.Range(0, Folds).Select(fold => training.Learn(labels, i => Halves.FoldOf(articles[i].Id, Folds) != fold))];
    }

    /// <summary>Learns how much each feature says, and makes the model.</summary>
    /// <param name="marked">Articles with all their issues.</param>
    /// <param name="crosswalk">Which issues stand for the labels of the articles: those of an article's own are to come before those of others.</param>
    public IssueModel Learn(IReadOnlyList<(TopicArticle Article, GoldIssues Gold)> marked, Crosswalk crosswalk)
    {
        var labelOf = crosswalk.Issues.SelectMany(label => label.Value.Select(id => (id, label.Key))).ToLookup(pair => pair.id, pair => pair.Key, StringComparer.Ordinal);
        var examples = marked.Zip(Candidates([.. marked.Select(item => item.Article)]), (item, candidates) => candidates
            .Where(candidate => !item.Gold.Allowed.Contains(candidate.Id))
            .Select(candidate => (candidate.Features, item.Gold.Issues.Contains(candidate.Id))));
        var rankings = _articles.Zip(_candidates.Value)
            .Where(item => crosswalk.Issues.ContainsKey(item.First.Label ?? ""))
            .Select(item => item.Second.Where(candidate => labelOf.Contains(candidate.Id)).Select(candidate => (candidate.Features, IsRight: labelOf[candidate.Id].Contains(item.First.Label!))).ToList())
            .ToList();

        // Where all issues of no article are known, its label is taken for all that it is about.
        var known = marked.Count > 0 ? examples.SelectMany(example => example) : rankings.SelectMany(ranking => ranking);
        return new IssueModel(new ScoreWeights(WeightTraining.Learn([.. known], [.. rankings])), _facts, _words);
    }

    /// <summary>Scores the issues of each article by words learned without it.</summary>
    /// <param name="weights">The weights of the features.</param>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> CrossValidate(ScoreWeights weights) =>
    [
        .. _candidates.Value.Select(candidates => candidates
            .Select(candidate => (candidate.Id, Score: weights.Score(candidate.Features)))
            .Where(candidate => candidate.Score >= _facts.GetValueOrDefault(candidate.Id, IssueFacts.Typical).Threshold)
            .ToDictionary(StringComparer.Ordinal)),
    ];

    private IReadOnlyList<IReadOnlyList<(string Id, IssueFeatures Features)>> Candidates(IReadOnlyList<TopicArticle> articles)
    {
        var weights = new ScoreWeights(new float[IssueFeatures.Count]);
        IssueTagger[] taggers = [.. _wordsWithout.Select(words => new IssueTagger(_taxonomy, new IssueModel(weights, _facts, words)))];
        return
        [
            .. articles.AsParallel().AsOrdered()
                .Select(article => (IReadOnlyList<(string, IssueFeatures)>)[.. taggers[Halves.FoldOf(article.Id, Folds)].Explain(article.Article!)]),
        ];
    }

    /// <summary>Counts how many articles name each issue.</summary>
    private Dictionary<string, IssueFacts> Facts(IReadOnlyList<Dictionary<int, ConceptEvidence>> evidence, float threshold)
    {
        var counts = evidence.SelectMany(terms => terms.Keys).CountBy(concept => concept).ToDictionary();
        return counts.ToDictionary(
            item => _taxonomy.Concepts[item.Key].Id,
            item => FactsOf(Math.Log((1.0 + _texts.Length) / (1 + item.Value)), threshold),
            StringComparer.Ordinal);
    }

    private static IssueFacts FactsOf(double rarity, float threshold) => new((float)rarity, rarity < CommonRarity ? Math.Max(CommonThreshold, threshold) : threshold);
}
