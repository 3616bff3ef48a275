using System.Text;
using Pipeline.Text.Parsing.Decoding;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Decoding;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\u0085b\u2028c\u000Bd", "a\nb\nc\nd")]
    [InlineData("a\u00A0b\u202Fc\u2003d\u3000e", "a b c d e")]
    [InlineData("\uFEFFa\u200Bb\u2060c\u200Ed\u202Ee", "abcde")]
    [InlineData("a\tb", "a    b")]
    [InlineData("a\0b\u001Bc\u007Fd", "abcd")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("inter\u00AD\r\nnational", "international")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("a\uFFFEb\uFDD0c", "abc")]
    [InlineData("👍🏽", "👍🏽")]
    public void Normalize_Text_ReturnsOneForm(string text, string expected) =>
        Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Fact]
    public void Normalize_UnpairedSurrogates_BecomeReplacementCharacters() =>
        Assert.Equal("a\uFFFDb\uFFFD", TextNormalizer.Normalize("a" + '\uDC00' + "b" + '\uD800'));

    [Fact]
    public void Normalize_LongRunOfMarks_IsCutShort()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0316", 500_000)) + "b";

        var normalized = TextNormalizer.Normalize(text);

        Assert.InRange(normalized.Length, 3, 32);
        Assert.True(normalized.IsNormalized(NormalizationForm.FormC));
    }
}
