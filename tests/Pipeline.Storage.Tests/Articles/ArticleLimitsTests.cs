using System.Text.Json;
using Pipeline.Storage.Articles;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Rewriting;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Storage.Tests.Articles;

public sealed class ArticleLimitsTests(AzuriteStorage storage)
{
    private static readonly ArticleHead Huge = new()
    {
        ArticleId = TestIds.Article(),
        FileId = TestIds.Article(),
        BlobName = new string('n', 1_024),
        State = ArticleState.Tagged,
        FirstSeen = DateTimeOffset.UnixEpoch,
        Title = new string('t', 100_000),
        Detail = new string('d', 100_000),
        Authors = [.. Enumerable.Range(0, 100).Select(i => $"{i}{new string('a', 100_000)}")],
        Subjects = [.. Enumerable.Range(0, 500).Select(i => new Subject(null, null, $"Subject {i}"))],
        Issues = [.. Enumerable.Range(0, 500).Select(i => new IssueScore($"issue-{i}", 0.5))],
        Actors = [.. Enumerable.Range(0, 500).Select(i => new ActorScore($"{i}{new string('ü', 1_000)}", ActorType.Person, 0.5, null, null))],
        Summary = [.. Enumerable.Range(0, 20).Select(i => new SummarySentence(new string('"', 2_000), i, 2_000))],
        Rewrite = new SummaryRewrite { Sentences = [], Refused = RewriteRefusal.InventedName, Detail = new string('d', 100_000) },
    };

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab\U0001F600", 3, "ab")]
    public void Cut_Text_NeverSplitsACharacter(string text, int length, string expected)
    {
        Assert.Equal(expected, ArticleLimits.Cut(text, length));
    }

    [Fact]
    public void Apply_HugeHead_KeepsTheBestOfEach()
    {
        var head = ArticleLimits.Apply(Huge);

        Assert.Equal(ArticleLimits.MaxTitleLength, head.Title!.Length);
        Assert.Equal(Huge.Issues.Take(ArticleLimits.MaxIssues), head.Issues);
        Assert.Equal(Huge.Subjects.Take(ArticleLimits.MaxSubjects), head.Subjects);
        Assert.NotEmpty(head.Actors);
        Assert.Equal(Huge.Actors.Take(head.Actors.Count), head.Actors);
        Assert.Equal(Huge.Authors.Take(ArticleLimits.MaxAuthors).Select(author => author[..ArticleLimits.MaxNameLength]), head.Authors);
        Assert.NotEmpty(head.Summary);
        Assert.Equal(RewriteRefusal.InventedName, head.Rewrite!.Refused);
        Assert.Equal(Huge.Summary.Take(head.Summary.Count), head.Summary);
        Assert.InRange(JsonSerializer.Serialize(head.Summary, PipelineJson.Options).Length, 1, ArticleLimits.MaxPropertyLength + 2);
    }

    [Fact]
    public void Apply_RewritingThatNoPropertyHolds_IsDropped() =>
        Assert.Null(ArticleLimits.Apply(Huge with { Rewrite = new SummaryRewrite { Sentences = [new CitedSentence(new string('s', 100_000), [1])] } }).Rewrite);

    [Fact]
    public async Task Apply_HugeHead_CanBeStored()
    {
        var articles = new ArticleStore(storage.Clients);

        await articles.AddIfMissingAsync(ArticleLimits.Apply(Huge), TestContext.Current.CancellationToken);

        Assert.NotNull(await articles.ReadHeadAsync(Huge.ArticleId, TestContext.Current.CancellationToken));
    }
}
