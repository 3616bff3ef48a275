using Pipeline.Text.Parsing.Elements.Titles;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Titles;

public sealed class TitleTextTests
{
    [Theory]
    [InlineData("Council closes the pier - The Harbour Post", "The Harbour Post", null, "Council closes the pier")]
    [InlineData("Council closes the pier | Harbour Post", "The Harbour Post", null, "Council closes the pier")]
    [InlineData("The Harbour Post: Council closes the pier", "The Harbour Post", null, "Council closes the pier")]
    [InlineData("Council closes the pier – Harbour Post", null, "https://www.harbourpost.example/pier", "Council closes the pier")]
    [InlineData("Council closes the pier - for good", "The Harbour Post", null, "Council closes the pier - for good")]
    [InlineData("The Harbour Post", "The Harbour Post", null, "The Harbour Post")]
    [InlineData("Council closes the pier - BBC News", null, null, "Council closes the pier")]
    [InlineData("BBC News – Council closes the pier", null, null, "Council closes the pier")]
    [InlineData("Council closes the pier | The Northern Herald", null, null, "Council closes the pier")]
    [InlineData("Port sues the harbour paper - The Daily Mail responds", null, null, "Port sues the harbour paper - The Daily Mail responds")]
    [InlineData("Inside - The Weekly Review", null, null, "Inside - The Weekly Review")]
    [InlineData("Council closes the pier - Trade and Media divided", null, null, "Council closes the pier - Trade and Media divided")]
    [InlineData(null, "The Harbour Post", null, null)]
    public void WithoutSource_Title_LosesThePublishersName(string? title, string? source, string? address, string? expected) =>
        Assert.Equal(expected, TitleText.WithoutSource(title, source, address));
}
