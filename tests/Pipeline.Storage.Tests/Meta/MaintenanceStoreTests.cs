using Pipeline.Storage.Meta;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Storage.Tests.Meta;

public sealed class MaintenanceStoreTests(AzuriteStorage storage)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TryWriteAsync_WhatIsNotWhatWasRead_IsRefused()
    {
        var store = new MaintenanceStore(storage.Clients);
        var now = new DateTimeOffset(2024, 5, 2, 1, 2, 3, TimeSpan.Zero);
        var state = new ReconcileState { Pass = new ReconcilePass(now, null, 7, new Dictionary<string, long> { ["MissingRow"] = 2 }), Sweep = "files", Token = "a b" };
        var job = new ReprocessJob { Id = "1", Filter = new ReprocessFilter { Issue = "trade" }, Started = now, Cursor = "x", Asked = 3 };

        Assert.True(await store.TryWriteReconcileAsync(state, null, Token));
        Assert.True(await store.TryWriteReconcileAsync(state, null, Token)); // A repetition that finds its own write.
        Assert.False(await store.TryWriteReconcileAsync(state with { Token = "c" }, null, Token));
        Assert.True(await store.TryWriteReprocessAsync(job, null, Token));

        JsonAssert.Same(state, (await store.ReadReconcileAsync(Token))!.Value);
        JsonAssert.Same(job, (await store.ReadReprocessAsync(Token))!.Value);
    }
}
