using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Actors;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Actors;

public sealed class KnownNamesTests
{
    private static readonly (int Start, int End)[] Places = [(1, 2), (3, 7), (4, 5), (6, 8), (20, 23)];

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 2)]
    [InlineData(3, 7)]
    [InlineData(4, 5)]
    [InlineData(5, null)]
    [InlineData(20, 23)]
    [InlineData(21, null)]
    [InlineData(99, null)]
    public void Find_Word_IsTheNameThatStartsThere(int start, int? end) => Assert.Equal(end, Create(Places).Find(start)?.End);

    [Fact]
    public void Covers_EachWord_IsAsLookingThroughAllNames()
    {
        var known = Create(Places);

        Assert.All(Enumerable.Range(0, 30), word => Assert.Equal(Places.Any(place => place.Start <= word && word < place.End), known.Covers(word)));
    }

    [Fact]
    public void Clear_Names_LeavesNone()
    {
        var known = Create(Places);

        known.Clear();
        known.Add(new NameCandidate(2, 3, ActorType.Place, null));

        Assert.Equal([2], known.Select(name => name.Start));
        Assert.False(known.Covers(1));
        Assert.True(known.Covers(2));
        Assert.Null(known.Find(3));
    }

    private static KnownNames Create((int Start, int End)[] places)
    {
        var known = new KnownNames();
        foreach (var (start, end) in places)
        {
            known.Add(new NameCandidate(start, end, ActorType.Place, null));
        }

        return known;
    }
}
