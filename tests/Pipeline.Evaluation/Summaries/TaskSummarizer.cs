using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Pipeline.Text.Tagging;

namespace Pipeline.Evaluation.Summaries;

/// <summary>Summarises as <c>pipeline inspect</c> does, and several articles as <c>pipeline digest</c>.</summary>
internal sealed class TaskSummarizer
{
    private const int MaxCandidates = 20;

    private readonly SummaryLength _length;
    private readonly ArticleAnalyzer _analyzer;
    private readonly Digester _digester;

    /// <summary>Makes a summariser.</summary>
    /// <param name="length">The length of the summaries.</param>
    /// <param name="weights">A file of weights of sentences' features; null for those that ship.</param>
    /// <param name="digestWeights">A file of weights of digests; null for those that ship.</param>
    public TaskSummarizer(SummaryLength length, string? weights = null, string? digestWeights = null)
    {
        _length = length;
        var options = new SummaryOptions { MaxCandidates = MaxCandidates };
        var summarizer = weights is null ? new ExtractiveSummarizer(options) : new ExtractiveSummarizer(options) { Weights = Read(weights, SummaryWeights.Read) };
        _analyzer = new ArticleAnalyzer(Taxonomy.LoadBuiltIn(), new Lazy<ActorTagger>(ActorTagger.CreateDefault), summarizer);
        _digester = digestWeights is null ? new Digester() : new Digester { Weights = Read(digestWeights, DigestWeights.Read) };
    }

    /// <summary>Returns the sentences of a task's summary.</summary>
    public IEnumerable<string> Summarize(SummaryTask task) =>
        task.Articles.Count == 1
            ? _length.Cut(_analyzer.Analyze(task.Articles[0]).Summary).Select(sentence => sentence.Text)
            : _digester.Create(ReadArticles(task), _length).Sentences.Select(sentence => sentence.Text);

    /// <summary>Returns what a digest needs of a task's articles.</summary>
    public IReadOnlyList<DigestArticle> ReadArticles(SummaryTask task) =>
    [
        .. task.Articles.Select((article, i) =>
        {
            var analysis = _analyzer.Analyze(article);
            return DigestArticle.Of($"{i:D4}", article, analysis);
        }),
    ];

    private static T Read<T>(string path, Func<Stream, T> read)
    {
        try
        {
            using var file = File.OpenRead(path);
            return read(file);
        }
        catch (Exception ex) when (ex is IOException or FormatException)
        {
            throw new EvaluationException($"{path} cannot be read as weights: {ex.Message}", ex);
        }
    }
}
