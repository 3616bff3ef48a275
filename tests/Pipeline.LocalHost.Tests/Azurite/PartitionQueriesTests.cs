using Azure.Data.Tables;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

/// <summary>Queries that are answered from the partitions that they ask for answer what a look at every entity would.</summary>
public sealed class PartitionQueriesTests(AzuriteFixture azurite)
{
    private static readonly string[] Partitions = ["", "1", "1e0", "5", "a", "a-1", "a-2", "a-3", "a'b", "b", "I", "Infinity", "J"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PartitionKey eq 'a'", "a")]
    [InlineData("PartitionKey eq '1'", "1")]
    [InlineData("PartitionKey eq ''", "")]
    [InlineData("PartitionKey eq 'absent'")]
    [InlineData("PartitionKey eq 'a''b'", "a'b")]
    [InlineData("'a' eq PartitionKey", "a")]
    [InlineData("PartitionKey eq 'a' and RowKey ge 'r'", "a")]
    [InlineData("PartitionKey eq 'a' and RowKey gt 'r'")]
    [InlineData("RowKey eq 'r' and (PartitionKey eq 'a')", "a")]
    [InlineData("PartitionKey eq 'a' and PartitionKey eq 'b'")]
    [InlineData("PartitionKey eq 'a' or PartitionKey eq 'b'", "a", "b")]
    [InlineData("PartitionKey eq 'a' and RowKey eq 'x' or RowKey eq 'r' and PartitionKey eq 'b'", "b")]
    [InlineData("not (PartitionKey ne 'a')", "a")]
    [InlineData("PartitionKey gt 'a-1' and PartitionKey le 'a-3'", "a-2", "a-3")]
    [InlineData("PartitionKey ge 'a-1' and PartitionKey lt 'a-3' and RowKey lt 's'", "a-1", "a-2")]
    [InlineData("PartitionKey ge 'I' and PartitionKey le 'J'", "I", "Infinity", "J")]
    [InlineData("PartitionKey ge '1' and PartitionKey le '5'", "1", "1e0", "5")]
    [InlineData("PartitionKey ge 'b'", "b")]
    [InlineData("PartitionKey lt 'I'", "", "1", "1e0", "5")]
    public async Task Query_OfPartitions_AnswersAllOfThemAndNoOther(string filter, params string[] expected)
    {
        azurite.RequireAzurite();
        var table = new TableClient(azurite.ConnectionString, $"t{Guid.NewGuid():N}");
        await table.CreateAsync(Cancelled);
        await Task.WhenAll(Partitions.Select(partition => table.AddEntityAsync(new TableEntity(partition, "r"), Cancelled)));

        var found = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>(filter, maxPerPage: 2, cancellationToken: Cancelled).AsPages())
        {
            Assert.InRange(page.Values.Count, 0, 2);
            found.AddRange(page.Values.Select(entity => entity.PartitionKey));
        }

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(3, "")]
    [InlineData(7, "")]
    [InlineData(1_000, "")]
    [InlineData(3, "1")]
    [InlineData(3, "1e0")]
    [InlineData(3, "Infinity")]
    public async Task Query_OfAWholeTable_AnswersAllInOrderWhateverThePages(int pageSize, string oneMore)
    {
        azurite.RequireAzurite();
        string[] partitions = ["a", "a-1", "a-10", "a-2", "B", "b", "long", .. oneMore.Length == 0 ? Array.Empty<string>() : [oneMore]];
        var table = await CreateAsync(partitions.SelectMany((partition, i) => Enumerable.Range(0, partition == "long" ? 20 : 1 + (i % 4)).Select(row => (partition, $"r{row:D2}"))));

        var found = await ReadAsync(table, pageSize, _ => Task.CompletedTask);

        Assert.Equal(found.OrderBy(key => key.Split('/')[0], StringComparer.Ordinal).ThenBy(key => key.Split('/')[1], StringComparer.Ordinal), found);
        Assert.Equal(partitions.Select((partition, i) => partition == "long" ? 20 : 1 + (i % 4)).Sum(), found.Distinct().Count());
    }

    [Theory]
    [InlineData("m")] // the partition of which the next page begins with a row
    [InlineData("n")]
    [InlineData("n z")] // nothing is left
    public async Task Query_OfAWholeTable_PartitionsGoBetweenPages_AnswersWhatIsLeft(string gone)
    {
        azurite.RequireAzurite();
        var table = await CreateAsync(new[] { "k", "m", "n", "z" }.SelectMany(partition => Enumerable.Range(0, 3).Select(row => (partition, $"r{row}"))));

        var found = await ReadAsync(table, 4, async page =>
        {
            foreach (var partition in page == 0 ? gone.Split(' ') : [])
            {
                for (var row = 0; row < 3; row++)
                {
                    await table.DeleteEntityAsync(partition, $"r{row}", cancellationToken: Cancelled);
                }
            }
        });

        Assert.Equal(new[] { "k/r0", "k/r1", "k/r2", "m/r0" }, found.Take(4));
        Assert.Equal(
            new[] { "m/r1", "m/r2", "n/r0", "n/r1", "n/r2", "z/r0", "z/r1", "z/r2" }.Where(row => !gone.Split(' ').Contains(row[..1])),
            found.Skip(4));
    }

    private async Task<TableClient> CreateAsync(IEnumerable<(string Partition, string Row)> keys)
    {
        var table = new TableClient(azurite.ConnectionString, $"t{Guid.NewGuid():N}");
        await table.CreateAsync(Cancelled);

        // In no order: the last first.
        foreach (var (partition, row) in keys.Reverse())
        {
            await table.AddEntityAsync(new TableEntity(partition, row), Cancelled);
        }

        return table;
    }

    private static async Task<List<string>> ReadAsync(TableClient table, int pageSize, Func<int, Task> afterPage)
    {
        var found = new List<string>();
        var number = 0;
        await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: pageSize, cancellationToken: Cancelled).AsPages())
        {
            found.AddRange(page.Values.Select(entity => $"{entity.PartitionKey}/{entity.RowKey}"));
            await afterPage(number++);
        }

        return found;
    }
}
