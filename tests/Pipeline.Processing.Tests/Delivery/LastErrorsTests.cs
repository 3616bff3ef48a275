using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Processing.Delivery;
using Pipeline.Storage;
using Pipeline.Testing.InMemory;
using Xunit;

namespace Pipeline.Processing.Tests.Delivery;

public sealed class LastErrorsTests
{
    private static readonly MessageDelivery Blob = new(QueueNames.BlobTriggerPoison);

    private readonly InMemoryStorage _storage = new();
    private readonly LastErrors _errors;

    public LastErrorsTests()
    {
        _errors = new LastErrors(_storage.Poison, NullLogger<LastErrors>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_BlobThatFailsAndThenSucceeds_LeavesNoError()
    {
        await FailAsync(Blob, "a");
        await FailAsync(Blob, "b");
        Assert.Equal(2, _storage.Poison.Errors.Count);

        await _errors.RunAsync(Blob, "a", () => Task.CompletedTask, Token);

        Assert.Null(await _storage.Poison.ReadErrorAsync(QueueNames.BlobTriggerPoison, "a", Token));
        Assert.NotNull(await _storage.Poison.ReadErrorAsync(QueueNames.BlobTriggerPoison, "b", Token));
    }

    [Fact]
    public async Task RunAsync_MessageThatFailedElsewhereAndSucceeds_LeavesNoError()
    {
        var queue = QueueNames.TagIssues + QueueNames.PoisonSuffix;
        await _storage.Poison.RecordErrorAsync(queue, "a", "IOException", Token);

        await _errors.RunAsync(new MessageDelivery(queue, DequeueCount: 2), "a", () => Task.CompletedTask, Token);

        Assert.Empty(_storage.Poison.Errors);
    }

    [Fact]
    public async Task RunAsync_FirstDeliveryThatSucceeds_AsksStorageForNothing()
    {
        await _errors.RunAsync(Blob, "a", () => Task.CompletedTask, Token);

        Assert.Empty(_storage.Operations);
    }

    private Task<IOException> FailAsync(MessageDelivery delivery, string id) =>
        Assert.ThrowsAsync<IOException>(() => _errors.RunAsync(delivery, id, () => throw new IOException("away"), Token));
}
