using Azure;
using Azure.Data.Tables;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

/// <summary>An entity is found by the key of which fewer have the same, and is the one of both keys, however many share one of them.</summary>
public sealed class EntityReadsTests(AzuriteFixture azurite)
{
    // Keys that an index takes for the same number are keys of their own.
    private static readonly string[] Keys = ["", "1", "01", "1.0", "a", "A", "Infinity", "b"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pairs => new(Keys.SelectMany(partition => Keys.Select(row => (partition, row))));

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Entity_AmongOthersOfItsPartitionAndItsRow_IsReadChangedAndDeletedAlone(string partition, string row)
    {
        azurite.RequireAzurite();
        var table = new TableClient(azurite.ConnectionString, $"t{Guid.NewGuid():N}");
        await table.CreateAsync(Cancelled);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: Cancelled)).HasValue);
        foreach (var key in Keys)
        {
            await table.UpsertEntityAsync(new TableEntity(partition, key) { ["Key"] = $"{partition}/{key}" }, cancellationToken: Cancelled);
            await table.UpsertEntityAsync(new TableEntity(key, row) { ["Key"] = $"{key}/{row}" }, cancellationToken: Cancelled);
        }

        Assert.Equal($"{partition}/{row}", (await table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Cancelled)).Value["Key"]);
        Assert.Equal(409, (await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity(partition, row), Cancelled))).Status);

        await table.UpdateEntityAsync(new TableEntity(partition, row) { ["Key"] = "changed" }, ETag.All, cancellationToken: Cancelled);
        Assert.Equal("changed", (await table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Cancelled)).Value["Key"]);

        await table.DeleteEntityAsync(partition, row, cancellationToken: Cancelled);
        var left = new List<string>();
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: Cancelled))
        {
            left.Add((string)entity["Key"]);
        }

        Assert.Equal((2 * Keys.Length) - 2, left.Count);
        Assert.DoesNotContain("changed", left);
    }
}
