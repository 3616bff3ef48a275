using Pipeline.Storage.Statistics;
using Xunit;

namespace Pipeline.Storage.Tests.Statistics;

public sealed class StatsCountsTests
{
    [Fact]
    public void Sum_Spans_AddsByIdAndOrdersByCount()
    {
        var sum = StatsCounts.Sum(
        [
            new(2, [new("a", "A", 2)], [new("x", "X", 1), new("y", "Y", 1)], []),
            new(3, [new("b", "B", 3)], [new("y", "Y", 3)], [new("trade", null, 1)]),
        ]);

        Assert.Equal(5, sum.Articles);
        Assert.Equal([("b", 3L), ("a", 2L)], sum.Sources.Select(source => (source.Id, source.Articles)));
        Assert.Equal([("y", 4L), ("x", 1L)], sum.Actors.Select(actor => (actor.Id, actor.Articles)));
        Assert.Equal("trade", Assert.Single(sum.Issues).Id);
    }

    [Fact]
    public void Lead_ManyNames_KeepsTheMostUsedInAFixedOrder()
    {
        var names = Enumerable.Range(0, 200).Select(i => new NamedCount($"n{i:D3}", null, i / 100));

        var lead = StatsCounts.Lead(names);

        Assert.Equal(StatsCounts.MaxNames, lead.Count);
        Assert.Equal(Enumerable.Range(100, StatsCounts.MaxNames).Select(i => $"n{i:D3}"), lead.Select(name => name.Id));
    }
}
