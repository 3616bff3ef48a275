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
}
