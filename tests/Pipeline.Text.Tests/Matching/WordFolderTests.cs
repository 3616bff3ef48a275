using Pipeline.Text.Matching;
using Xunit;

namespace Pipeline.Text.Tests.Matching;

public sealed class WordFolderTests
{
    [Theory]
    [InlineData("Ukraine", "ukraine")]
    [InlineData("U.S.", "us")]
    [InlineData("Erdoğan", "erdogan")]
    [InlineData("Erdog\u0306an", "erdogan")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("fen\u00ADtanyl", "fentanyl")]
    [InlineData("Labour", "labor")]
    [InlineData("defences", "defenses")]
    [InlineData("legalisation", "legalization")]
    [InlineData("programme", "program")]
    [InlineData("hour", "hour")]
    [InlineData("raise", "raise")]
    public void Fold_Word_IsComparable(string word, string expected) =>
        Assert.Equal(expected, WordFolder.Fold(word));

    [Fact]
    public void Fold_WordTooLong_IsEmpty() =>
        Assert.Equal("", WordFolder.Fold(new string('a', WordFolder.MaxLength + 1)));

    [Theory]
    [InlineData("AI", "AI", true)]
    [InlineData("A.I.", "AI", true)]
    [InlineData("EVs", "EV", true)]
    [InlineData("Ai", "AI", false)]
    [InlineData("AIe", "AI", false)]
    [InlineData("A", "AI", false)]
    public void IsWrittenAs_Word_ComparesCapitals(string word, string written, bool expected) =>
        Assert.Equal(expected, WordFolder.IsWrittenAs(word, written, plural: true));
}
