using Pipeline.Text.Parsing.Html.Content;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Content;

public sealed class WordScoresTests
{
    private static readonly WordScores Scores = new(new Dictionary<string, float>(StringComparer.Ordinal) { ["subscribe"] = -3, ["our"] = -1, ["minister"] = 2 });

    [Fact]
    public void Of_KnownWords_GivesMeanLowestAndOpening()
    {
        var score = Scores.Of("Subscribe to our briefing.");

        Assert.Equal(-1, score.Mean);
        Assert.Equal(-3, score.Lowest);
        Assert.Equal(-4f / 3, score.Opening);
    }

    [Theory]
    [InlineData("")]
    [InlineData("… 2024 …")]
    [InlineData("Nobody knows these")]
    public void Of_NoKnownWord_SaysNothing(string text) => Assert.Equal(default, Scores.Of(text));

    [Fact]
    public void Of_WordLongerThanAnyKnown_IsPassedOver() => Assert.Equal(1, Scores.Of($"{new string('m', 1_000)} minister").Mean);
}
