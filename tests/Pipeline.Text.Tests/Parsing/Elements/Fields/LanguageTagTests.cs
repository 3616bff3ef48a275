using Pipeline.Text.Parsing.Elements.Fields;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Fields;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("EN_us", "en")]
    [InlineData("deu", "de")]
    [InlineData("ger", "de")]
    [InlineData("cat", "ca")]
    [InlineData("fr, en", "fr")]
    [InlineData("Portuguese", "pt")]
    [InlineData("xyz", null)]
    [InlineData("12", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Parse_Declaration_ReturnsTwoLetters(string? text, string? expected) =>
        Assert.Equal(expected, LanguageTag.Parse(text));
}
