using System.Globalization;
using Pipeline.Text.Matching;
using Xunit;

namespace Pipeline.Text.Tests.Matching;

public sealed class KeyTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Find_EachKey_IsItsNumber(int count)
    {
        string[] keys = [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        var table = new KeyTable(keys);

        Assert.All(keys, (key, number) => Assert.Equal(number, table.Find(key, StableHash.Of(key))));
        Assert.Equal(-1, table.Find("other", StableHash.Of("other")));
        Assert.Equal(-1, table.Find("", 0));
    }

    [Fact]
    public void Find_AnotherKeyOfTheSameHash_IsNotThere() =>
        Assert.Equal(-1, new KeyTable(["one"]).Find("two", StableHash.Of("one")));
}
