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
}
