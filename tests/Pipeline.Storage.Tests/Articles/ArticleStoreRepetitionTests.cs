using Pipeline.Storage.Articles;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Storage.Tests.Articles;

/// <summary>Calls that meet what they wrote themselves: the service's client repeats those whose answer was lost.</summary>
public sealed class ArticleStoreRepetitionTests(AzuriteStorage storage)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ArticleStore Articles => new(storage.Clients);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TryBeginAsync_Repetition_IsOneAttempt(bool hasHead)
    {
        var pending = Pending();
        if (hasHead)
        {
            await Articles.AddIfMissingAsync(pending, Token);
        }

        var read = (await Articles.ReadAsync(pending.ArticleId, Token)).Head;
        var begun = pending with { NextRev = 1 };
        var intent = IntentOf(begun);

        var first = await Articles.TryBeginAsync(begun, read?.Tag, intent, Token);
        var second = await Articles.TryBeginAsync(begun, read?.Tag, intent, Token);

        var partition = await Articles.ReadAsync(pending.ArticleId, Token);
        Assert.NotNull(first);
        Assert.NotNull(second);
        JsonAssert.Same(begun, partition.Head!.Value);
        Assert.Equal(intent.Attempt, Assert.Single(partition.Intents).Attempt);
        Assert.True(await Articles.TryCommitAsync(begun with { Rev = 1 }, second, dropIntent: true, Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryCommitAsync_Repetition_IsCommittedOnce(bool dropIntent)
    {
        var begun = Pending() with { NextRev = 1 };
        var tag = await Articles.TryBeginAsync(begun, tag: null, IntentOf(begun), Token);
        var committed = begun with { State = ArticleState.Rejected, Reason = "empty", Rev = 1 };

        var first = await Articles.TryCommitAsync(committed, tag!, dropIntent, Token);
        var second = await Articles.TryCommitAsync(committed, tag!, dropIntent, Token);

        var partition = await Articles.ReadAsync(begun.ArticleId, Token);
        Assert.True(first);
        Assert.True(second);
        JsonAssert.Same(committed, partition.Head!.Value);
        Assert.Equal(dropIntent ? 0 : 1, partition.Intents.Count);
    }

    [Fact]
    public async Task TryCommitAsync_RepetitionAfterALaterAttemptBegan_IsTrueAndLeavesThatAttempt()
    {
        var begun = Pending() with { NextRev = 1 };
        var tag = await Articles.TryBeginAsync(begun, tag: null, IntentOf(begun), Token);
        var committed = begun with { State = ArticleState.Rejected, Reason = "empty", Rev = 1 };
        Assert.True(await Articles.TryCommitAsync(committed, tag!, dropIntent: true, Token));
        var read = (await Articles.ReadAsync(begun.ArticleId, Token)).Head!;
        var later = read.Value with { NextRev = 2 };
        Assert.NotNull(await Articles.TryBeginAsync(later, read.Tag, IntentOf(later), Token));

        Assert.True(await Articles.TryCommitAsync(committed, tag!, dropIntent: true, Token));

        var partition = await Articles.ReadAsync(begun.ArticleId, Token);
        JsonAssert.Same(later, partition.Head!.Value);
        Assert.Equal(2, Assert.Single(partition.Intents).Rev);
    }

    private static ArticleHead Pending() => new()
    {
        ArticleId = TestIds.Article(),
        FileId = TestIds.Article(),
        BlobName = "a.txt",
        State = ArticleState.Pending,
        FirstSeen = new DateTimeOffset(2024, 5, 2, 10, 11, 12, TimeSpan.Zero),
    };

    /// <summary>Returns an attempt at the revision that a head was raised to.</summary>
    private static TagIntent IntentOf(ArticleHead begun) => new()
    {
        ArticleId = begun.ArticleId,
        Rev = begun.NextRev,
        Attempt = Guid.NewGuid(),
        Version = "v1",
        Started = begun.FirstSeen,
        OldKeys = [],
        NewKeys = [],
    };
}
