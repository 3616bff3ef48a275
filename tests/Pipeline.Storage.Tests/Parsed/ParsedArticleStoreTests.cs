using Pipeline.Storage.Parsed;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Storage.Tests.Parsed;

public abstract class ParsedArticleStoreTests
{
    private readonly string _articleId = TestIds.Article();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IParsedArticleStore Parsed { get; }

    [Fact]
    public async Task ReadAsync_NoSuchVersion_IsNull()
    {
        Assert.Null(await Parsed.ReadAsync(_articleId, "v1", Token));
        Assert.Null(await Parsed.ReadTagsAsync(_articleId, "v1", "t1", Token));
    }

    [Fact]
    public async Task WriteAsync_Article_IsReadBack()
    {
        var stored = Stored(ParsedItem.Read(Article("Text – \U0001F600 <b>"), "item 1"));

        await Parsed.WriteAsync(_articleId, "v1", stored, Token);

        JsonAssert.Same(stored, await Parsed.ReadAsync(_articleId, "v1", Token));
    }

    [Fact]
    public async Task ScanAsync_PageByPage_NamesWhatIsThereUntilItIsDeleted()
    {
        await Parsed.WriteAsync(_articleId, "v1", Stored(ParsedItem.Read(Article("Text"), "item 1")), Token);
        await Parsed.WriteTagsAsync(_articleId, "v1", "t1", new ArticleAnalysis([], [], new Summary([])), Token);

        var blobs = await ScanAsync();
        Assert.Equal([null, "t1"], blobs.Select(blob => blob.TaggingVersion).Order(StringComparer.Ordinal));
        Assert.All(blobs, blob => Assert.Equal("v1", blob.Version));

        await Parsed.DeleteAsync(blobs[0].Name, Token);
        await Parsed.DeleteAsync(blobs[0].Name, Token);
        Assert.Equal([blobs[1].Name], (await ScanAsync()).Select(blob => blob.Name));
    }

    private async Task<IReadOnlyList<ParsedBlobItem>> ScanAsync()
    {
        var found = new List<ParsedBlobItem>();
        string? token = null;
        do
        {
            var page = await Parsed.ScanAsync(token, limit: 1, Token);
            found.AddRange(page.Items);
            token = page.Next;
        }
        while (token is not null);

        return [.. found.Where(blob => blob.ArticleId == _articleId)];
    }

    [Fact]
    public async Task WriteAsync_Rejection_IsReadBack()
    {
        var stored = Stored(ParsedItem.Rejected(RejectionReason.NotText, "It is a picture."));

        await Parsed.WriteAsync(_articleId, "v1", stored, Token);

        JsonAssert.Same(stored, await Parsed.ReadAsync(_articleId, "v1", Token));
    }

    [Fact]
    public async Task WriteAsync_SameVersionAgain_ChangesNothing()
    {
        await Parsed.WriteAsync(_articleId, "v1", Stored(ParsedItem.Read(Article("First."))), Token);

        await Parsed.WriteAsync(_articleId, "v1", Stored(ParsedItem.Read(Article("Second."))), Token);

        Assert.Equal("First.", (await Parsed.ReadAsync(_articleId, "v1", Token))!.Item.Article!.Text);
    }

    [Fact]
    public async Task WriteTagsAsync_Analysis_IsReadBack()
    {
        var analysis = new ArticleAnalysis(
            [new IssueTag { Id = "trade", Label = "Trade", Score = 0.5, Medtop = "medtop:1", Evidence = [new IssueEvidence(0, 5, EvidenceKind.Term, 0.8, "trade"), new IssueEvidence(6, 2, EvidenceKind.Model, 0.2)] }],
            [new ActorTag { Name = "United Nations", Type = ActorType.Organization, Score = 0.4, Evidence = [new TextSpan(6, 2)] }],
            new Summary([new SummarySentence("First.", 0, 6)]));

        await Parsed.WriteTagsAsync(_articleId, "v1", "t1", analysis, Token);

        JsonAssert.Same(analysis, await Parsed.ReadTagsAsync(_articleId, "v1", "t1", Token));
        Assert.Null(await Parsed.ReadTagsAsync(_articleId, "v1", "t2", Token));
    }

    private static ParsedArticle Stored(ParsedItem item) =>
        new("file", "a/ä.txt", "0x1", new DateTimeOffset(2024, 5, 2, 10, 11, 12, TimeSpan.Zero), item);

    private static Article Article(string text) => new()
    {
        Format = "text",
        Title = "Title",
        Published = new PublicationDate(new DateOnly(2024, 5, 2), new TimeOnly(10, 0), TimeSpan.FromHours(2)),
        Language = "en",
        LanguageConfidence = 0.9,
        Authors = ["A. Author"],
        Text = text,
        Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))],
        Faq = [new QuestionAnswer("Why?", "Because.")],
    };
}

public sealed class InMemoryParsedArticleStoreTests : ParsedArticleStoreTests
{
    protected override IParsedArticleStore Parsed { get; } = new InMemoryStorage().Parsed;
}

public sealed class AzuriteParsedArticleStoreTests(AzuriteStorage storage) : ParsedArticleStoreTests
{
    protected override IParsedArticleStore Parsed => new ParsedArticleStore(storage.Clients);
}
