using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Assembly;

/// <summary>Articles that are a list or a table under a title, without a paragraph of prose.</summary>
public sealed class ListArticleTests
{
    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();

    [Theory]
    [InlineData("a.md", "# Candidates of Northfield\n\n- Ida Lund of Aland\n- Sam Poe of Weston\n- Ann Roe of Harbor\n")]
    [InlineData("a.md", "# Results of Northfield\n\n| Town | Mayor | Party |\n|---|---|---|\n| Old Aland | Ida Lund | Green |\n| New Weston | Sam Poe | Blue |\n")]
    [InlineData("a.txt", "Candidates of Northfield\n\n- Ida Lund of Aland\n- Sam Poe of Weston\n- Ann Roe of Harbor\n")]
    [InlineData("a.txt", "Candidates of Northfield\n1. Ida Lund of Aland\n2. Sam Poe of Weston\n3. Ann Roe of Harbor\n")]
    [InlineData("a.html", "<html><head><title>Candidates of Northfield</title></head><body><article><h1>Candidates of Northfield</h1><ul><li>Ida Lund of Aland</li><li>Sam Poe of Weston</li><li>Ann Roe of Harbor</li></ul></article></body></html>")]
    [InlineData("a.jsonl", "{\"id\":\"1\",\"title\":\"Candidates of Northfield\",\"text\":\"- Ida Lund of Aland\\n- Sam Poe of Weston\\n- Ann Roe of Harbor\"}\n")]
    public void Parse_ListUnderATitle_IsAnArticle(string name, string content)
    {
        var item = Assert.Single(Parse(name, content));

        Assert.EndsWith("of Northfield", item.Article?.Title, StringComparison.Ordinal);
        Assert.Contains("Ida Lund", item.Article!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.md", "- Ida Lund of Aland\n- Sam Poe of Weston\n- Ann Roe of Harbor\n")]
    [InlineData("a.md", "# Contents\n\n- Home\n- News\n- About us\n- Contact\n")]
    [InlineData("a.txt", "Contents\n\n- Home\n- News\n- About us\n- Contact\n")]
    [InlineData("a.txt", "- Ida Lund of Aland\n- Sam Poe of Weston\n- Ann Roe of Harbor\n")]
    [InlineData("a.txt", "The candidates:\n\n- Ida Lund of Aland\n- Sam Poe of Weston\n- Ann Roe of Harbor\n")]
    public void Parse_ListOfFewWordsOrWithoutATitle_IsRejected(string name, string content) =>
        Assert.Equal(RejectionReason.NoParagraphs, Assert.Single(Parse(name, content)).Rejection?.Reason);

    private static IReadOnlyList<ParsedItem> Parse(string name, string content)
    {
        var items = Parser.Parse(new SourceFile(name, Encoding.UTF8.GetBytes(content)), TestContext.Current.CancellationToken);
        ArticleAssert.IsValid(items);
        return items;
    }
}
