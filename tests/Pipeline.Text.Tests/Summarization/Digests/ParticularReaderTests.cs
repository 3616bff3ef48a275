using Pipeline.Text.Summarization.Digests;
using Xunit;

namespace Pipeline.Text.Tests.Summarization.Digests;

public sealed class ParticularReaderTests
{
    [Theory]
    [InlineData("The council met in Northfield.", "Ferries sail from Northfield.", 1)]
    [InlineData("The council met on Monday in May.", "The ferries sail on Monday, Reuters wrote.", 0)]
    [InlineData("THE COUNCIL MET IN NORTHFIELD.", "The council met in Northfield.", 1)]
    [InlineData("Northfield shut the bridge.", "The council of Northfield met.", 1)]
    [InlineData("Ferries sail.", "Ferries stopped.", 0)]
    public void Read_TwoSentences_ShareNames(string one, string other, int shared)
    {
        var read = ParticularReader.Read([Article(one), Article(other)], out _);

        Assert.Equal(shared, read[0].Names.Select(name => name.Id).Intersect(read[1].Names.Select(name => name.Id)).Count());
    }

    [Theory]
    [InlineData("It rose 7.8 percent to 12,000 at 10:15.", 3)]
    [InlineData("It rose to 12.", 1)]
    [InlineData("It rose.", 0)]
    public void Read_Figures_AreWholeNumbers(string text, int figures) => Assert.Equal(figures, Assert.Single(ParticularReader.Read([Article(text)], out _)).Figures.Count);

    private static DigestArticle Article(string text) => new() { Id = "a", Candidates = [new DigestCandidate(text, 0, text.Length, 1)] };
}
