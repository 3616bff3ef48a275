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

    private static readonly WordModel NoWords = new([], [], [], [], [0], [], []);

    private readonly Taxonomy _taxonomy;
    private readonly IReadOnlyList<TopicArticle> _articles;
    private readonly TaggedText[] _texts;
    private readonly WordModel _words;
    private readonly WordModel[] _wordsWithout;
    private readonly Dictionary<string, IssueFacts> _facts;

    /// <summary>Initializes a new instance of the <see cref="IssueTraining"/> class: learns what words say.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="articles">The articles; none rejected.</param>
    /// <param name="labels">The issue of each; null for one that is of no issue that is to be learned.</param>
    /// <param name="options">How words are learned.</param>
    public IssueTraining(Taxonomy taxonomy, IReadOnlyList<TopicArticle> articles, IReadOnlyList<string?> labels, WordTrainingOptions options)
    {
        _taxonomy = taxonomy;
        _articles = articles;
        _texts = [.. articles.AsParallel().AsOrdered().Select(article => new TaggedText(article.Article!))];
        var index = new IssueIndex(taxonomy, NoWords);
        var evidence = _texts.AsParallel().AsOrdered().Select(text => new EvidenceReader(index.Terms, text).Read()).ToList();
        IReadOnlyList<IssueSignal>[] signals = [.. _texts.Zip(evidence, (text, terms) => (IReadOnlyList<IssueSignal>)[.. IssueScorer.Signals(index, text, terms)])];
        _facts = Facts(evidence);
        var training = new WordTraining(_texts, signals, taxonomy.Concepts.Select(concept => WordGrams.HashOfIssue(concept.Id)), options);
        _words = training.Learn(labels, _ => true);
        _wordsWithout = [.. Enumerable.Range(0, Folds).Select(fold => training.Learn(labels, i => Halves.FoldOf(articles[i].Id, Folds) != fold))];
    }

    /// <summary>Learns how much each feature says, and makes the model.</summary>
    /// <param name="marked">Articles with all their issues.</param>
    /// <param name="crosswalk">Which issues stand for the labels of the articles: those of an article's own are to come before those of others.</param>
    public IssueModel Learn(IReadOnlyList<(TopicArticle Article, GoldIssues Gold)> marked, Crosswalk crosswalk)
    {
        var labelOf = crosswalk.Issues.SelectMany(label => label.Value.Select(id => (id, label.Key))).ToLookup(pair => pair.id, pair => pair.Key, StringComparer.Ordinal);
        var examples = new List<(IssueFeatures Features, bool IsRight)>();
        var rankings = new List<IReadOnlyList<(IssueFeatures Features, bool IsRight)>>();
        foreach (var (tagger, fold) in TaggersWithout(new ScoreWeights(new float[IssueFeatures.Count])))
        {
            foreach (var (article, gold) in marked.Where(item => Halves.FoldOf(item.Article.Id, Folds) == fold))
            {
                examples.AddRange(tagger.Explain(article.Article!).Select(candidate => (candidate.Features, gold.Issues.Contains(candidate.Id))));
            }

            rankings.AddRange(_articles
                .Where(article => Halves.FoldOf(article.Id, Folds) == fold && crosswalk.Issues.ContainsKey(article.Label ?? ""))
                .AsParallel().AsOrdered()
                .Select(article => (IReadOnlyList<(IssueFeatures, bool)>)
                [
                    .. tagger.Explain(article.Article!).Where(candidate => labelOf.Contains(candidate.Id)).Select(candidate => (candidate.Features, labelOf[candidate.Id].Contains(article.Label))),
                ]));
        }

        return new IssueModel(new ScoreWeights(WeightTraining.Learn(examples, rankings)), _facts, _words);
    }

    /// <summary>Tags each article by a model whose words were learned without it.</summary>
    /// <param name="weights">The weights of the features.</param>
    public IReadOnlyList<IReadOnlyList<IssueTag>> CrossValidate(ScoreWeights weights)
    {
        var tags = new IReadOnlyList<IssueTag>[_articles.Count];
        foreach (var (tagger, fold) in TaggersWithout(weights))
        {
            Parallel.For(0, _articles.Count, i =>
            {
                if (Halves.FoldOf(_articles[i].Id, Folds) == fold)
                {
                    tags[i] = tagger.Tag(_articles[i].Article!);
                }
            });
        }

        return tags;
    }

    private IEnumerable<(IssueTagger Tagger, int Fold)> TaggersWithout(ScoreWeights weights) =>
        _wordsWithout.Select((words, fold) => (new IssueTagger(_taxonomy, new IssueModel(weights, _facts, words)), fold));

    /// <summary>Counts how many articles name each issue.</summary>
    private Dictionary<string, IssueFacts> Facts(IReadOnlyList<Dictionary<int, ConceptEvidence>> evidence)
    {
        var counts = evidence.SelectMany(terms => terms.Keys).CountBy(concept => concept).ToDictionary();
        return counts.ToDictionary(
            item => _taxonomy.Concepts[item.Key].Id,
            item => new IssueFacts((float)Math.Log((1.0 + _texts.Length) / (1 + item.Value)), IssueFacts.DefaultThreshold),
            StringComparer.Ordinal);
    }
}
