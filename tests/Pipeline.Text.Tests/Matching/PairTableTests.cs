using FsCheck.Xunit;
using Pipeline.Text.Matching;
using Xunit;

namespace Pipeline.Text.Tests.Matching;

public sealed class PairTableTests
{
    [Property(MaxTest = 300)]
    public void Find_AnyPairs_GivesTheNumberThatEachWasAddedWith((int First, int Second)[] pairs, (int First, int Second)[] others)
    {
        var table = new PairTable();
        var expected = new Dictionary<(int First, int Second), int>();
        foreach (var pair in pairs.Select(Positive).Distinct())
        {
            Assert.Equal(0, table.Find(pair.First, pair.Second));
            expected[pair] = expected.Count + 1;
            table.Add(pair.First, pair.Second, expected[pair]);
        }

        Assert.All(expected, pair => Assert.Equal(pair.Value, table.Find(pair.Key.First, pair.Key.Second)));
        Assert.All(others.Select(Positive), pair => Assert.Equal(expected.GetValueOrDefault(pair), table.Find(pair.First, pair.Second)));
    }

    [Fact]
    public void Find_ManyPairsOfFewNumbers_TellsThemApart()
    {
        const int Numbers = 300;
        var table = new PairTable();
        for (var i = 0; i < Numbers * Numbers; i += 2)
        {
            table.Add((i / Numbers) + 1, i % Numbers, i + 1);
        }

        Assert.All(Enumerable.Range(0, Numbers * Numbers), i => Assert.Equal(i % 2 == 0 ? i + 1 : 0, table.Find((i / Numbers) + 1, i % Numbers)));
    }

    private static (int First, int Second) Positive((int First, int Second) pair) => (int.Max(1, pair.First & int.MaxValue), pair.Second);
}
