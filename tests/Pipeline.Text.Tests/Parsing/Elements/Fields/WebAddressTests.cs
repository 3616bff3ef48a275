using Pipeline.Text.Parsing.Elements.Fields;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Fields;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData(" https://example.org/a?b=c ", "https://example.org/a?b=c")]
    [InlineData("/a", null)]
    [InlineData("ftp://example.org/a", null)]
    [InlineData("https://example.org/a b", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Parse_Text_ReturnsAbsoluteAddressesOnly(string? text, string? expected) =>
        Assert.Equal(expected, WebAddress.Parse(text));

    [Theory]
    [InlineData("/b", "https://example.org/b")]
    [InlineData("b?c=d", "https://example.org/a/b?c=d")]
    [InlineData("http://example.com/", "http://example.com/")]
    [InlineData("javascript:void(0)", null)]
    public void Resolve_OnAPage_ReturnsAbsoluteAddress(string text, string? expected) =>
        Assert.Equal(expected, WebAddress.Resolve(text, new Uri("https://example.org/a/"))?.AbsoluteUri);
}
