using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Xunit;

namespace Pipeline.Storage.Tests.Generations;

public sealed class GenerationStoreTests(AzuriteStorage storage)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TryWriteAsync_WhatIsNotWhatWasRead_IsRefused()
    {
        var store = new GenerationStore(storage.Clients);
        var building = new IndexGenerations
        {
            LiveVersion = "v1",
            Building = new BuildingGeneration(2, "v2", new DateTimeOffset(2024, 5, 2, 1, 2, 3, TimeSpan.Zero), "cursor", 7),
            Retired = new RetiredGeneration(1, new DateTimeOffset(2024, 5, 1, 1, 2, 3, TimeSpan.Zero)),
            NextNumber = 3,
        };

        Assert.Null(await store.ReadAsync(Token));
        Assert.True(await store.TryWriteAsync(new IndexGenerations(), null, Token));
        Assert.True(await store.TryWriteAsync(new IndexGenerations(), null, Token)); // A repetition that finds its own write.
        var first = await store.ReadAsync(Token);
        Assert.True(await store.TryWriteAsync(building, first, Token));
        Assert.False(await store.TryWriteAsync(new IndexGenerations { Live = 9 }, first, Token));
        Assert.False(await store.TryWriteAsync(new IndexGenerations { Live = 9 }, null, Token));
        Assert.Equal(building, (await store.ReadAsync(Token))!.Value);
    }

    [Fact]
    public async Task DropTablesAsync_Generation_ItsRowsAreGoneAndDeletingThemIsDone()
    {
        const int Generation = 77;
        var store = new GenerationStore(storage.Clients);
        var index = new IndexStore(storage.Clients, new IndexLayout(new ShardPlan([])));
        await store.CreateTablesAsync(Generation, Token);
        await store.CreateTablesAsync(Generation, Token);
        var id = TestIds.Article();
        var key = new IndexLayout(new ShardPlan([])).KeyOf(Generation, IndexListing.All, new IndexPosition(new DateTime(2024, 5, 2), id));
        Assert.True(await index.TryPutAsync(new IndexRow(key, new IndexEntry { ArticleId = id, Rev = 1 }), Token));

        await store.DropTablesAsync(Generation, Token);
        await store.DropTablesAsync(Generation, Token);

        await index.DeleteAsync(key, 1, Token);
    }
}
