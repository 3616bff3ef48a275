using Pipeline.Text.Tagging.Actors;
using Pipeline.Text.Tagging.Actors.Recognition;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Actors.Recognition;

public sealed class CapitalStatisticsTests
{
    [Theory]
    [InlineData("They ate turkey.", "Turkey", 1)]
    [InlineData("They left Turkey.", "turkey", 2)]
    [InlineData("Near Turkey and Turkey.", "turkey", 3)]
    [InlineData("In Turkey they ate turkey and turkey.", "turkey", 4)]
    [InlineData("Turkey is dry.", "turkey", 0)]
    [InlineData("TURKEY WINS WORLD CUP MATCH", "turkey", 0)]
    public void ClassOf_Word_SaysHowTheArticleWritesIt(string text, string word, uint expected)
    {
        var words = new SentenceWords(NameLexicon.LoadBuiltIn());
        words.Read(text, new TextSpan(0, text.Length));
        var statistics = new CapitalStatistics();

        statistics.Add(words);

        Assert.Equal(expected, statistics.ClassOf(WordShapes.LowerHash(word)));
    }
}
