using Pipeline.Cli.Terminal;
using Xunit;

namespace Pipeline.Cli.Tests.Terminal;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Zürich 日本 😀 🇩🇪 👩‍🚀", "Zürich 日本 😀 🇩🇪 👩‍🚀")]
    [InlineData("a\u001B[31mb", "a [31mb")]
    [InlineData("a\u009B31mb\u0007\u007F", "a 31mb  ")]
    [InlineData("a\r\n\tb", "a   b")]
    [InlineData("abc\u202Etxt.exe\u2066", "abc txt.exe ")]
    public void Clean_AnyText_SteersNoTerminal(string text, string expected) => Assert.Equal(expected, PlainText.Clean(text));

    [Fact]
    public void Clean_LinesAreKept_KeepsLineFeedsAlone() =>
        Assert.Equal("a\n b ", PlainText.Clean("a\n\u001Bb\r", keepLineBreaks: true));
}
