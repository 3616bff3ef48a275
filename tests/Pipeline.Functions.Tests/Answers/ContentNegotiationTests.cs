using Microsoft.Extensions.Primitives;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Xunit;

namespace Pipeline.Functions.Tests.Answers;

public sealed class ContentNegotiationTests
{
    private static readonly Representation<string>[] Offered =
    [
        .. new[] { MediaTypes.Json, MediaTypes.Text, MediaTypes.Markdown, MediaTypes.Html }.Select(type => new Representation<string>(type, null, (_, _) => [])),
    ];

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/*", "text/plain")]
    [InlineData("text/markdown", "text/markdown")]
    [InlineData("TEXT/HTML", "text/html")]
    [InlineData("text/html;level=1", "text/html")]
    [InlineData("application/json;q=0.5, text/html;q=0.6", "text/html")]
    [InlineData("text/*;q=0.9, text/plain;q=0.1", "text/markdown")]
    [InlineData("*/*, application/json;q=0", "text/plain")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("this is no header", "application/json")]
    [InlineData("image/png", null)]
    [InlineData("application/json;q=0", null)]
    [InlineData("*/*;q=0", null)]
    public void Choose_Accept_ReturnsTheBestOffered(string? accept, string? expected)
    {
        var chosen = ContentNegotiation.Choose(Offered, new StringValues(accept));

        Assert.Equal(expected, chosen is null ? null : MediaTypes.WithoutParameters(chosen.MediaType));
    }
}
