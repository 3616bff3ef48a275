using FsCheck.Xunit;
using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.Storage.Tests.Keys;

public sealed class KeyEncoderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("us-china-relations", "us-china-relations")]
    [InlineData("A/b", ".0041.002fb")]
    [InlineData("a_b", "a.005fb")]
    [InlineData("a.b", "a.002eb")]
    [InlineData("é#?%\\", ".00e9.0023.003f.0025.005c")]
    [InlineData("\U0001F600", ".d83d.de00")]
    public void Encode_Text_UsesThePlainAlphabetAndEscapes(string text, string expected)
    {
        Assert.Equal(expected, KeyEncoder.Encode(text));
    }

    [Property]
    public bool Decode_EncodedText_IsTheText(string? text) => KeyEncoder.Decode(KeyEncoder.Encode(text ?? "")) == (text ?? "");

    [Property]
    public bool Encode_AnyText_HasOnlyAllowedCharacters(string? text) =>
        KeyEncoder.Encode(text ?? "").All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.');

    [Theory]
    [InlineData("A")]
    [InlineData("a_b")]
    [InlineData(".")]
    [InlineData(".12")]
    [InlineData(".00zz")]
    [InlineData(".0061")] // An escape of a character that needs none: two parts would mean one text.
    [InlineData(".00E9")]
    public void Decode_NotAPart_Throws(string part)
    {
        Assert.Throws<FormatException>(() => KeyEncoder.Decode(part));
    }
}
