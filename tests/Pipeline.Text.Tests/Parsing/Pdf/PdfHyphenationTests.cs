using System.Text;
using Pipeline.Text.Parsing.Pdf.Layout;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Pdf;

public sealed class PdfHyphenationTests
{
    [Theory]
    [InlineData("The agree-", "ment holds.", "The agreement holds.")]
    [InlineData("It ex\u2010", "ceeds the limit.", "It exceeds the limit.")]
    [InlineData("The ex-", "minister left.", "The ex-minister left.")]
    [InlineData("Two-", "and three-year terms.", "Two- and three-year terms.")]
    [InlineData("The Anglo-", "American plan.", "The Anglo-American plan.")]
    [InlineData("soft\u00AD", "ened", "softened")]
    [InlineData("No hyphen", "here.", "No hyphen here.")]
    public void Append_LineThatEndsInHyphen_JoinsTheWord(string first, string second, string expected)
    {
        var hyphenation = new PdfHyphenation();
        var text = new StringBuilder();

        hyphenation.Append(text, first);
        hyphenation.Append(text, second);

        Assert.Equal(expected, text.ToString());
    }

    [Fact]
    public void Append_WordThatTheDocumentWritesWithTheHyphen_KeepsIt()
    {
        var hyphenation = new PdfHyphenation();
        hyphenation.Learn("a co\u2010op for all");
        var text = new StringBuilder("The co\u2010");

        hyphenation.Append(text, "op grows.");

        Assert.Equal("The co\u2010op grows.", text.ToString());
    }
}
