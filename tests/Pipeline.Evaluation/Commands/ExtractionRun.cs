using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Scoring;
using Pipeline.Text.Parsing;

namespace Pipeline.Evaluation.Commands;

/// <summary>The pages of a folder, read by the parser that <c>pipeline inspect</c> has.</summary>
internal sealed class ExtractionRun
{
    private readonly IReadOnlyList<ParsedItem> _items;

    /// <summary>Initializes a new instance of the <see cref="ExtractionRun"/> class.</summary>
    /// <param name="folder">The pages.</param>
    /// <param name="items">What was read from each.</param>
    public ExtractionRun(PageFolder folder, IReadOnlyList<ParsedItem> items)
    {
        Folder = folder;
        _items = items;
    }

    public PageFolder Folder { get; }

    public IReadOnlyDictionary<string, int> Rejected => _items
        .Where(item => item.Rejection is not null)
        .CountBy(item => item.Rejection!.Reason)
        .OrderBy(reason => reason.Key, StringComparer.Ordinal)
        .ToDictionary();

    public static ExtractionRun Read(PageFolder folder, CancellationToken cancellationToken)
    {
        var parser = ArticleParser.CreateDefault();
        return new ExtractionRun(
            folder,
            [
                .. folder.Pages.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                    .Select(page => parser.Parse(new SourceFile(PageFolder.SourceName(page), folder.ReadPage(page)), cancellationToken)[0]),
            ]);
    }

    public IReadOnlyList<Prediction> Predict(bool withFaq) =>
        [.. Folder.Pages.Zip(_items, (page, item) => Prediction.Of(page.Id, item.Article, withFaq))];

    public IReadOnlyList<PageScore> Score(bool withFaq) =>
        [.. Folder.Pages.Zip(Predict(withFaq)).AsParallel().AsOrdered().Select(page => PageScorer.Score(page.First, page.Second))];
}
