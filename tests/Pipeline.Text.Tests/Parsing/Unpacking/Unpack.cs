using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Unpacking;

/// <summary>Runs the whole parser on a packed file.</summary>
internal static class Unpack
{
    /// <summary>Returns the text of an article that differs with its topic alone.</summary>
    public static byte[] Text(string topic) => Encoding.UTF8.GetBytes(
        $"""
        Talks on {topic} resume

        2024-05-02

        Delegates met in Geneva on Thursday to talk about {topic}, and both sides said that they would stay until there is a result.

        The first round ended without one in March.
        """);

    public static IReadOnlyList<ParsedItem> Parse(byte[] content, ParsingOptions? options = null, string name = "drop.bin", DateTimeOffset? received = null)
    {
        var items = ArticleParser.CreateDefault(options).Parse(new SourceFile(name, content) { Received = received }, TestContext.Current.CancellationToken);
        ArticleAssert.IsValid(items);
        return items;
    }

    /// <summary>Returns each item as its id and its title, or the reason why there is none.</summary>
    public static string[] Outcome(byte[] content, ParsingOptions? options = null) =>
        [.. Parse(content, options).Select(item => $"{item.ItemId}: {item.Article?.Title ?? item.Rejection!.Reason}")];
}
