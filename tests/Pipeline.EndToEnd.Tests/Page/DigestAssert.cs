using System.Text.Json.Nodes;
using Pipeline.Testing.Browsing;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

internal static class DigestAssert
{
    /// <summary>Asserts that a view shows a digest: its sentences in their order, each with a link to its place in its article.</summary>
    public static async Task ShowsAsync(BrowserPage page, JsonNode digest)
    {
        var sentences = digest["sentences"]!.AsArray();
        Assert.NotEmpty(sentences);
        Assert.Equal(sentences.Select(sentence => $"articles/{sentence!["article"]}?at={sentence["start"]}-{sentence["length"]}"), await page.LinksAsync(".digest .cite"));
        var text = string.Concat(await page.TextsAsync(".digest > p:not(.quiet)"));
        var numbers = await page.TextsAsync(".digest .cite");
        Assert.Equal(string.Concat(sentences.Select((sentence, i) => $"{sentence!["text"]} {numbers[i]} ")), text);
        Assert.Equal(sentences.Select(sentence => $"articles/{sentence!["article"]}").Distinct(), await page.LinksAsync(".sources a"));
    }
}
