using Pipeline.Processing.Queries;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Commands;

public sealed class ArticleCommandsTests
{
    private const string Several = "several.jsonl";

    private static readonly string Id = ArticleIds.ForFile("a.txt");

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeleteAsync_FileThatIsTheArticle_RemovesTheFileAndLeavesATombstone()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);

        var answer = await _pipeline.Commands.DeleteAsync(Id, Token);
        await _pipeline.DrainAsync();

        Assert.Equal(Id, answer.Value!.Id);
        Assert.Equal("", await _pipeline.Storage.Sources.ReadETagAsync("a.txt", Token));
        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(Id).State);
        Assert.Empty(_pipeline.Storage.Index.Rows);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task DeleteAsync_Again_DoesNoHarm()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.Commands.DeleteAsync(Id, Token);
        await _pipeline.DrainAsync();

        Assert.NotNull((await _pipeline.Commands.DeleteAsync(Id, Token)).Value);
        await _pipeline.DrainAsync();

        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(Id).State);
    }

    [Fact]
    public async Task DeleteAsync_AgainAfterTheFileCameBack_LeavesTheNewFile()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.Commands.DeleteAsync(Id, Token);
        await _pipeline.DrainAsync();
        _pipeline.Storage.Sources.Put("a.txt", TestPipeline.ClimateText);

        Assert.NotNull((await _pipeline.Commands.DeleteAsync(Id, Token)).Value);

        Assert.NotNull(_pipeline.Storage.Sources.Find("a.txt"));
    }

    [Fact]
    public async Task DeleteAsync_FileThatChangedSince_HasToBeAskedForAgain()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put("a.txt", TestPipeline.ClimateText);

        Assert.Equal(QueryProblemKind.Conflict, (await _pipeline.Commands.DeleteAsync(Id, Token)).Problem!.Kind);

        Assert.NotNull(_pipeline.Storage.Sources.Find("a.txt"));
    }

    [Fact]
    public async Task DeleteAsync_ArticleThatIsTheFileAmongOthers_LeavesTheOthers()
    {
        await _pipeline.DropAsync("letter.eml", """
            From: Jane Doe <jane@news.example>
            Subject: Rates held
            Date: Thu, 02 May 2024 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            The central bank held interest rates on Thursday, its governor said in a statement about inflation.
            --b
            Content-Type: text/plain; name=plan.txt
            Content-Disposition: attachment; filename=plan.txt

            Ministers spoke about tariffs on steel on Thursday, and about the price of grain, officials said.
            --b--
            """);
        var file = ArticleIds.ForFile("letter.eml");
        Assert.Equal(2, _pipeline.Storage.Articles.Heads.Count(head => head.State == ArticleState.Tagged));

        await _pipeline.Commands.DeleteAsync(file, Token);
        await _pipeline.DrainAsync();

        Assert.NotNull(_pipeline.Storage.Sources.Find("letter.eml"));
        Assert.Equal((ArticleState.Deleted, true), (_pipeline.HeadOf(file).State, _pipeline.HeadOf(file).IsSuppressed));
        Assert.Single(_pipeline.Storage.Articles.Heads, head => head.State == ArticleState.Tagged);
    }

    [Fact]
    public async Task DeleteAsync_ArticleWhoseNewestVersionCannotBeParsed_GoesWithItsFile()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var id = ArticleIds.ForFile("a.txt");
        _pipeline.Storage.Sources.Put("a.txt", TestPipeline.ClimateText);
        await _pipeline.FailAsync("parse-article-poison", id, MessageSerializer.Write(new ParseArticleMessage("a.txt")).ToString());
        await _pipeline.CollectPoison.ProcessAsync(Token);
        Assert.Equal(ArticleState.Failed, _pipeline.HeadOf(id).State);

        Assert.Null((await _pipeline.Commands.DeleteAsync(id, Token)).Problem);
        await _pipeline.DrainAsync();

        Assert.Null(_pipeline.Storage.Sources.Find("a.txt"));
        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(id).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task DeleteAsync_WhoseMessageFailsTooOften_IsATombstoneAllTheSame()
    {
        var (first, _) = await DropSeveralAsync("1", "2");
        await _pipeline.Commands.DeleteAsync(first, Token);
        _pipeline.Storage.Queues.TagIssues.Clear();
        await _pipeline.FailAsync("tag-issues-poison", first, MessageSerializer.Write(new TagIssuesMessage(first, ArticleIds.ForFile(Several))).ToString());

        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(first).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task DeleteAsync_OneOfSeveral_StaysAwayInEveryVersionOfTheFileUntilItIsRestored()
    {
        var (first, second) = await DropSeveralAsync("1", "2");

        await _pipeline.Commands.DeleteAsync(first, Token);
        await _pipeline.DrainAsync();

        Assert.Equal((ArticleState.Deleted, ArticleState.Tagged), (_pipeline.HeadOf(first).State, _pipeline.HeadOf(second).State));
        _pipeline.AssertNothingLeftOver();

        await DropSeveralAsync("1", "2", "3");
        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(first).State);

        // A version without it, and one with it again.
        await DropSeveralAsync("2");
        await DropSeveralAsync("1", "2");
        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(first).State);
        Assert.Contains("restored", (await _pipeline.Articles.GetAsync(first, Token)).Problem!.Detail, StringComparison.Ordinal);
        await _pipeline.ConvergeAsync();

        await _pipeline.Commands.RestoreAsync(first, Token);
        await _pipeline.DrainAsync();
        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(first).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task DeleteAsync_WhileTheArticleIsBeingTagged_Wins()
    {
        var isFirst = true;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Articles.Commit" && isFirst)
            {
                isFirst = false;
                await _pipeline.Commands.DeleteAsync(ArticleIds.ForItem(ArticleIds.ForFile(Several), "1"), Token);
            }
        };

        var (first, _) = await DropSeveralAsync("1", "2");

        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(first).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task DeleteAsync_OneOfSeveralThatIsNotTaggedYet_LeavesTheFile()
    {
        _pipeline.Storage.Sources.Put(Several, string.Join('\n', Enumerable.Range(1, 2).Select(item =>
            $$"""{"id":"{{item}}","title":"Rates held","text":"The central bank held interest rates, its governor said for the {{item}}th time."}""")));
        await _pipeline.ParseAsync(Several);
        var id = ArticleIds.ForItem(ArticleIds.ForFile(Several), "1");
        Assert.Equal(ArticleState.Pending, _pipeline.HeadOf(id).State);

        await _pipeline.Commands.DeleteAsync(id, Token);
        await _pipeline.DrainAsync();

        Assert.NotNull(_pipeline.Storage.Sources.Find(Several));
        Assert.Equal((ArticleState.Deleted, true), (_pipeline.HeadOf(id).State, _pipeline.HeadOf(id).IsSuppressed));
    }

    [Fact]
    public async Task RestoreAsync_ArticleWhoseFileIsGone_IsRefused()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.Commands.DeleteAsync(Id, Token);
        await _pipeline.DrainAsync();

        Assert.Equal(QueryProblemKind.Deleted, (await _pipeline.Commands.RestoreAsync(Id, Token)).Problem!.Kind);
    }

    [Fact]
    public async Task Commands_UnknownArticle_AreRefused()
    {
        Assert.Equal(QueryProblemKind.NotFound, (await _pipeline.Commands.DeleteAsync(Id, Token)).Problem!.Kind);
        Assert.Equal(QueryProblemKind.NotFound, (await _pipeline.Commands.RestoreAsync(Id, Token)).Problem!.Kind);
        Assert.Equal(QueryProblemKind.NotFound, (await _pipeline.Commands.ReprocessAsync(Id, Token)).Problem!.Kind);
    }

    [Fact]
    public async Task ReprocessAsync_ArticleAsItShouldBe_IsTaggedAgain()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var rev = _pipeline.HeadOf(Id).Rev;

        await _pipeline.Commands.ReprocessAsync(Id, Token);
        await _pipeline.DrainAsync();

        Assert.Equal((ArticleState.Tagged, rev + 1), (_pipeline.HeadOf(Id).State, _pipeline.HeadOf(Id).Rev));
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ReprocessAsync_DeletedArticle_IsRefused()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.Commands.DeleteAsync(Id, Token);
        await _pipeline.DrainAsync();

        Assert.Equal(QueryProblemKind.Deleted, (await _pipeline.Commands.ReprocessAsync(Id, Token)).Problem!.Kind);
    }

    private async Task<(string First, string Second)> DropSeveralAsync(params string[] items)
    {
        await _pipeline.DropAsync(Several, string.Join('\n', items.Select(item =>
            $$"""{"id":"{{item}}","title":"Report {{item}}","text":"The central bank held interest rates on day {{item}}, its governor said in a statement about inflation."}""")));
        var fileId = ArticleIds.ForFile(Several);
        return (ArticleIds.ForItem(fileId, "1"), ArticleIds.ForItem(fileId, "2"));
    }
}
