using Pipeline.Text.Tagging.Actors;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Actors;

public sealed class GazetteerTests
{
    [Fact]
    public void LoadBuiltIn_Always_HoldsTheShippedFiles()
    {
        var gazetteer = Gazetteer.LoadBuiltIn();

        Assert.InRange(gazetteer.Count, 1500, 100_000);
    }

    [Fact]
    public void Read_ShippedFiles_GiveEachWikidataItemOneName()
    {
        (string Item, string Name)[] named =
        [
            .. EmbeddedTable.Read("countries.tsv").Select(row => (row[1], row[2])),
            .. new[] { "places.tsv", "organizations.tsv", "people.tsv", "us-legislators.tsv" }.SelectMany(EmbeddedTable.Read).Select(row => (row[0], row[1])),
        ];

        var items = named.Where(row => row.Item.Length > 0).Distinct().Select(row => row.Item).ToList();

        Assert.All(items, item => Assert.Matches("^Q[1-9][0-9]*$", item));
        Assert.Equal(items.Distinct(StringComparer.Ordinal), items);
    }
}
