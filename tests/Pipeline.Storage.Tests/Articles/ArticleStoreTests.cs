using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Rewriting;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Storage.Tests.Articles;

public abstract class ArticleStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IArticleStore Articles { get; }

    [Fact]
    public async Task ReadAsync_UnknownArticle_IsEmpty()
    {
        var partition = await Articles.ReadAsync(TestIds.Article(), Token);

        Assert.Null(partition.Head);
        Assert.Empty(partition.Intents);
    }

    [Theory]
    [InlineData(1)] // each page ends inside an article
    [InlineData(2)]
    public async Task ScanAsync_PageByPage_HasEachArticleWhole(int limit)
    {
        var head = await CommittedAsync();
        var partition = await Articles.ReadAsync(head.ArticleId, Token);
        await BeginAsync(partition.Head, head, rev: 2);
        var others = new[] { Pending(), Pending(), Pending() };
        foreach (var other in others)
        {
            await Articles.AddIfMissingAsync(other, Token);
        }

        var found = new List<ArticlePartition>();
        string? token = null;
        do
        {
            var page = await Articles.ScanAsync(token, limit, Token);
            found.AddRange(page.Items);
            token = page.Next;
        }
        while (token is not null);

        string[] ids = [head.ArticleId, .. others.Select(other => other.ArticleId)];
        Assert.All(ids, id => Assert.Contains(found, article => article.ArticleId == id));
        Assert.All(found.Where(article => article.ArticleId == head.ArticleId), article => Assert.Equal((2, 1), (article.Head!.Value.NextRev, article.Intents.Count)));
    }

    [Fact]
    public async Task TryKeepAwayAsync_HeadThatWasRead_ChangesNothingElse()
    {
        var head = await CommittedAsync();
        var tag = (await Articles.ReadAsync(head.ArticleId, Token)).Head!.Tag;

        Assert.True(await Articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: true, expired: null, tag, Token));

        AssertSame(head with { IsSuppressed = true }, (await Articles.ReadHeadAsync(head.ArticleId, Token))!);
        Assert.False(await Articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: false, expired: null, tag, Token));
        Assert.True(await Articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: true, expired: null, tag, Token));
    }

    [Fact]
    public async Task TryKeepAwayAsync_ExpiredAndRestored_IsReadBackEachTime()
    {
        var head = await CommittedAsync();
        var first = (await Articles.ReadAsync(head.ArticleId, Token)).Head!.Tag;

        Assert.True(await Articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: false, expired: "content1", first, Token));
        var expired = (await Articles.ReadAsync(head.ArticleId, Token)).Head!;
        Assert.False(await Articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: false, expired: "content2", first, Token));
        Assert.True(await Articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: false, expired: null, expired.Tag, Token));

        AssertSame(head with { Expired = "content1" }, expired.Value);
        AssertSame(head, (await Articles.ReadHeadAsync(head.ArticleId, Token))!);
    }

    [Fact]
    public async Task TryBeginAsync_RepetitionAfterTheArticleWasSuppressed_IsNull()
    {
        var head = await CommittedAsync();
        var read = (await Articles.ReadAsync(head.ArticleId, Token)).Head!;
        var intent = new TagIntent { ArticleId = head.ArticleId, Rev = 2, Attempt = Guid.NewGuid(), Version = "v2", Started = DateTimeOffset.UnixEpoch, OldKeys = [], NewKeys = [] };
        var tag = await Articles.TryBeginAsync(read.Value with { NextRev = 2 }, read.Tag, intent, Token);
        await Articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: true, expired: null, tag!, Token);

        Assert.Null(await Articles.TryBeginAsync(read.Value with { NextRev = 2 }, read.Tag, intent, Token));
    }

    [Fact]
    public async Task TryForgetAsync_Tombstone_GoesUnlessItChanged()
    {
        var head = await CommittedAsync();
        var old = (await Articles.ReadAsync(head.ArticleId, Token)).Head!.Tag;
        await Articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: true, expired: null, old, Token);

        Assert.False(await Articles.TryForgetAsync(head.ArticleId, old, Token));
        Assert.True(await Articles.TryForgetAsync(head.ArticleId, (await Articles.ReadAsync(head.ArticleId, Token)).Head!.Tag, Token));

        Assert.Null(await Articles.ReadHeadAsync(head.ArticleId, Token));
    }

    [Fact]
    public async Task AddIfMissingAsync_SecondHead_LeavesTheFirst()
    {
        var head = Pending();
        await Articles.AddIfMissingAsync(head, Token);

        await Articles.AddIfMissingAsync(head with { BlobName = "other.txt" }, Token);

        Assert.Equal(head.BlobName, (await Articles.ReadHeadAsync(head.ArticleId, Token))!.BlobName);
    }

    [Fact]
    public async Task TryCommitAsync_WholeHead_IsReadBack()
    {
        var head = Tagged(Pending());
        var tag = await BeginAsync(null, head, rev: 1);

        var committed = await Articles.TryCommitAsync(head with { Rev = 1, NextRev = 1 }, tag!, dropIntent: true, Token);

        var read = await Articles.ReadAsync(head.ArticleId, Token);
        Assert.True(committed);
        Assert.Empty(read.Intents);
        AssertSame(head with { Rev = 1, NextRev = 1 }, read.Head!.Value);
    }

    [Fact]
    public async Task TryBeginAsync_PresentHead_RaisesNextRevAndKeepsTheRest()
    {
        var head = await CommittedAsync();
        var partition = await Articles.ReadAsync(head.ArticleId, Token);

        await BeginAsync(partition.Head, head, rev: 2);

        var read = await Articles.ReadAsync(head.ArticleId, Token);
        AssertSame(head with { NextRev = 2 }, read.Head!.Value);
        var intent = Assert.Single(read.Intents);
        Assert.Equal(2, intent.Rev);
        Assert.Equal(head.IndexKeys, intent.NewKeys);
        Assert.Empty(intent.OldKeys);
    }

    [Fact]
    public async Task TryBeginAsync_HeadThatSomebodyChanged_IsNullAndAddsNoIntent()
    {
        var head = await CommittedAsync();
        var partition = await Articles.ReadAsync(head.ArticleId, Token);
        await BeginAsync(partition.Head, head, rev: 2);

        var late = await BeginAsync(partition.Head, head, rev: 2);

        Assert.Null(late);
        Assert.Single((await Articles.ReadAsync(head.ArticleId, Token)).Intents);
    }

    [Fact]
    public async Task TryCommitAsync_AfterALaterAttemptBegan_IsFalse()
    {
        var head = await CommittedAsync();
        var first = await BeginAsync((await Articles.ReadAsync(head.ArticleId, Token)).Head, head, rev: 2);
        await BeginAsync((await Articles.ReadAsync(head.ArticleId, Token)).Head, head, rev: 3);

        var committed = await Articles.TryCommitAsync(head with { Rev = 2, NextRev = 2 }, first!, dropIntent: true, Token);

        var read = await Articles.ReadAsync(head.ArticleId, Token);
        Assert.False(committed);
        Assert.Equal(1, read.Head!.Value.Rev);
        Assert.Equal([2, 3], read.Intents.Select(intent => intent.Rev));
    }

    [Fact]
    public async Task DropIntentAsync_Twice_IsDone()
    {
        var head = await CommittedAsync();
        await BeginAsync((await Articles.ReadAsync(head.ArticleId, Token)).Head, head, rev: 2);

        await Articles.DropIntentAsync(head.ArticleId, 2, Token);
        await Articles.DropIntentAsync(head.ArticleId, 2, Token);

        Assert.Empty((await Articles.ReadAsync(head.ArticleId, Token)).Intents);
    }

    private static ArticleHead Pending() => new()
    {
        ArticleId = TestIds.Article(),
        FileId = TestIds.Article(),
        BlobName = "a folder/ä #1?%.txt",
        State = ArticleState.Pending,
        FirstSeen = new DateTimeOffset(2024, 5, 2, 10, 11, 12, TimeSpan.Zero).AddTicks(1_234_567),
    };

    private static ArticleHead Tagged(ArticleHead head) => head with
    {
        State = ArticleState.Tagged,
        ETag = "0x1",
        Version = "v1",
        TaxonomyVersion = "t1",
        PipelineVersion = "p1",
        Title = "Títle \U0001F600",
        TitleDerived = true,
        Authors = ["A. Author", "B. Author"],
        Source = "Newswire",
        Url = "https://news.example/a?b=c",
        Format = "text",
        Language = "en",
        Published = new PublicationDate(new DateOnly(2023, 11, 17), new TimeOnly(10, 32), TimeSpan.FromHours(-5)),
        Issues = [new IssueScore("trade", 0.75), new IssueScore("taiwan", 0.5)],
        Actors = [new ActorScore("United Nations", ActorType.Organization, 0.4, null, "Q1065")],
        Summary = [new SummarySentence("Second.", 7, 7), new SummarySentence("First.", 0, 6)],
        SummaryKind = SummaryKind.Lead,
        Rewrite = new SummaryRewrite { Sentences = [new CitedSentence("Both.", [1, 2])], Of = 2, Model = "small" },
        IndexKeys = [KeyOf(IndexListing.All, head), KeyOf(IndexListing.Issue("trade"), head), KeyOf(IndexListing.State(ArticleState.Failed), head)],
        Updated = new DateTimeOffset(2024, 5, 3, 1, 2, 3, TimeSpan.Zero),
        Signature = new byte[] { 4, 5, 6 },
        Content = "c1",
        Cluster = head.ArticleId,
        Generation = 3,
    };

    private static IndexKey KeyOf(IndexListing listing, ArticleHead head) =>
        new IndexLayout(new ShardPlan([])).KeyOf(2, listing, new IndexPosition(head.EffectiveDate.Time, head.ArticleId));

    private static void AssertSame(ArticleHead expected, ArticleHead actual)
    {
        JsonAssert.Same(expected, actual);
    }

    private Task<string?> BeginAsync(Stored<ArticleHead>? read, ArticleHead wanted, int rev)
    {
        var intent = new TagIntent
        {
            ArticleId = wanted.ArticleId,
            Rev = rev,
            Attempt = Guid.NewGuid(),
            Version = wanted.Version,
            Started = wanted.FirstSeen,
            OldKeys = [],
            NewKeys = wanted.IndexKeys,
        };
        return Articles.TryBeginAsync((read?.Value ?? wanted) with { NextRev = rev }, read?.Tag, intent, Token);
    }

    private async Task<ArticleHead> CommittedAsync()
    {
        var head = Tagged(Pending()) with { Rev = 1, NextRev = 1 };
        var tag = await BeginAsync(null, head, rev: 1);
        Assert.True(await Articles.TryCommitAsync(head, tag!, dropIntent: true, Token));
        return head;
    }
}

public sealed class InMemoryArticleStoreTests : ArticleStoreTests
{
    protected override IArticleStore Articles { get; } = new InMemoryStorage().Articles;
}

public sealed class AzuriteArticleStoreTests(AzuriteStorage storage) : ArticleStoreTests
{
    protected override IArticleStore Articles => new ArticleStore(storage.Clients);
}
