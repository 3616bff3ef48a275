using Azure.Storage.Queues;
using Pipeline.LocalHost.Azurite;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

/// <summary>Messages that are past their time are given to nobody, whatever was sent before and after them, and all others are.</summary>
public sealed class MessageExpiryTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);
    private static readonly TimeSpan PastShort = TimeSpan.FromSeconds(1.5);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_PastItsTime_IsGoneAndTheOthersAreNot()
    {
        azurite.RequireAzurite();
        var queue = new QueueClient(azurite.ConnectionString, $"q{Guid.NewGuid():N}");
        await queue.CreateAsync(cancellationToken: Cancelled);
        await SendAsync(queue, ("never", Never), ("short", Short), ("usual", null), ("short too", Short));
        Assert.Equal(["never", "short", "short too", "usual"], await PeekAsync(queue));

        await Task.Delay(PastShort, Cancelled);
        Assert.Equal(["never", "usual"], await PeekAsync(queue));

        await SendAsync(queue, ("later", Short), ("last", null));
        Assert.Equal(["last", "later", "never", "usual"], await PeekAsync(queue));

        await Task.Delay(PastShort, Cancelled);
        var taken = (await queue.ReceiveMessagesAsync(maxMessages: 32, cancellationToken: Cancelled)).Value;
        Assert.Equal(["last", "never", "usual"], taken.Select(message => message.MessageText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Message_PastItsTimeWhileTheEmulatorWasAway_IsGone()
    {
        azurite.RequireAzurite();
        using var data = new TemporaryFolder();
        var options = new AzuriteOptions { BlobPort = 0, QueuePort = 0, TablePort = 0, DataFolder = data.Path };
        const string Name = "kept";
        await using (var before = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled))
        {
            var queue = new QueueClient(before.ConnectionString, Name);
            await queue.CreateAsync(cancellationToken: Cancelled);
            await SendAsync(queue, ("short", Short), ("usual", null));
        }

        await Task.Delay(PastShort, Cancelled);
        await using var after = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled);
        Assert.Equal(["usual"], await PeekAsync(new QueueClient(after.ConnectionString, Name)));
    }

    private static async Task SendAsync(QueueClient queue, params (string Text, TimeSpan? TimeToLive)[] messages)
    {
        foreach (var (text, timeToLive) in messages)
        {
            await queue.SendMessageAsync(text, visibilityTimeout: null, timeToLive, Cancelled);
        }
    }

    private static async Task<IEnumerable<string>> PeekAsync(QueueClient queue) =>
        (await queue.PeekMessagesAsync(maxMessages: 32, Cancelled)).Value.Select(message => message.MessageText).Order(StringComparer.Ordinal);
}
