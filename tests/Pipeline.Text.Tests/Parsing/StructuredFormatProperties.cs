using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

/// <summary>What must hold for every file of a structured format, however its pieces are put together.</summary>
public sealed class StructuredFormatProperties
{
    private const string Prose = "The two sides met on Friday and agreed to meet again.";

    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();

    private static readonly string[] JsonPieces =
    [
        "{", "}", "[", "]", ",", ":", "\n", " ", "\"", "\\", "\"id\":", "\"a\"", "\"title\":", "\"text\":", $"\"{Prose}\"", "\"articles\":", "null", "1", "{\"id\":1,\"text\":\"" + Prose + "\"}", "\"\\ud83d\"",
        "\"content\":", "\"<p>" + Prose + "</p>\"", "\"date\":", "1700217125", "\"author\":", "\"@graph\":", "\"@type\":", "\"NewsArticle\"", "\0", "é", "[+12 chars]", "{\"text\":", "\"source\":",
    ];

    private static readonly string[] XmlPieces =
    [
        "<rss>", "</rss>", "<channel>", "</channel>", "<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "<guid>a</guid>", Prose, "&nbsp;", "&", "<![CDATA[", "]]>", "<p>", "</p>", "\u0001", "<!--", "-->",
        "<nitf>", "</nitf>", "<body>", "</body>", "<body.content>", "</body.content>", "<newsMessage>", "<newsItem guid='a'>", "</newsItem>", "<contentSet>", "<inlineData>", "</inlineData>", "</contentSet>", "<?xml version='1.0'?>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<feed>", "<entry>", "</entry>", "</feed>", "<content type='xhtml'>", "</content>", "<pubDate>Fri, 17 Nov 2023 10:00 GMT</pubDate>", "<", ">", "é", "\n",
    ];

    private static readonly string[] MarkdownPieces =
    [
        "---\n", "+++\n", "title: A\n", "title = \"A\"\n", "date: 2023-11-17\n", "tags: [a, b]\n", "- ", "# ", "## FAQ\n", "### What is it?\n", Prose, "\n", "\n\n", "[a](http://a)", "[^1]", "[^1]: note\n", "|", "|-|\n", "`", "```\n", "*", "**", "_", "~~", "<b>", "</div>", "<script>",
        "> ", "1. ", "    ", "\t", "&amp;", "\\", "![", "](", ": ", "&a ", "*a\n", "!!int ", "{", "}", "é", "=", "\"", "'", "[", "]", "By Jane Doe\n\n",
    ];

    [Property(MaxTest = 1000)]
    public Property Parse_AnyMixOfJson_KeepsContract() => Mix(JsonPieces, ".jsonl", ".json");

    [Property(MaxTest = 1000)]
    public Property Parse_AnyMixOfXml_KeepsContract() => Mix(XmlPieces, ".xml", ".rss");

    [Property(MaxTest = 1000)]
    public Property Parse_AnyMixOfMarkdown_KeepsContract() => Mix(MarkdownPieces, ".md", ".txt");

    [Property(MaxTest = 200)]
    public Property Parse_ListInAnyOrder_GivesTheSameArticles() =>
        Prop.ForAll(Gen.Choose(0, 5).Select(i => $"{{\"id\":{i % 3},\"title\":\"T{i}\",\"text\":\"{Prose}\"}}").ArrayOf().ToArbitrary(), objects =>
        {
            var forward = Parse($"[{string.Join(',', objects)}]", "a.json");
            var backward = Parse($"[{string.Join(',', objects.Reverse())}]", "a.json");
            return forward.Select(Json).Order(StringComparer.Ordinal).SequenceEqual(backward.Select(Json).Order(StringComparer.Ordinal));
        });

    [Theory]
    [InlineData("a.json", "[{\"a\":", "{}")]
    [InlineData("a.json", "[", "{\"text\":1},")]
    [InlineData("a.json", "{\"a\":[", "{\"title\":\"a\",\"text\":\"b\"},")]
    [InlineData("a.json", "{\"a\":[{", "\"text\":\"b\",")]
    [InlineData("a.json", "{", "\"a\":{\"b\":{}},")]
    [InlineData("a.json", "[{\"text\":\"", "\\ud83d")]
    [InlineData("a.json", "[{\"text\":\"", "&lt;p&gt;")]
    [InlineData("a.json", "[{\"text\":\"", "a [+")]
    [InlineData("a.jsonl", "{\"a\":1}\n{\"a\":1}\n", "x ")]
    [InlineData("a.xml", "<rss><channel><item>", "<item>")]
    [InlineData("a.xml", "<rss><channel>", "<item><")]
    [InlineData("a.xml", "<rss><channel><item>", "&nbsp;")]
    [InlineData("a.xml", "<rss ", "a='b' ")]
    [InlineData("a.xml", "<nitf><body><body.content>", "<![CDATA[")]
    [InlineData("a.xml", "<nitf><body><body.content>", "<!--")]
    [InlineData("a.xml", "<!DOCTYPE nitf [", "<!ENTITY a 'b'>")]
    [InlineData("a.xml", "<nitf><body><body.content>", "<p>a</p>")]
    [InlineData("a.md", "", "[a](")]
    [InlineData("a.md", "", "[a]: b\n")]
    [InlineData("a.md", "", "# a\n")]
    [InlineData("a.md", "", "*a ")]
    [InlineData("a.md", "", "`")]
    [InlineData("a.md", "", "[^a]")]
    [InlineData("a.md", "", "|a|b\n")]
    [InlineData("a.md", "", "a\n:")]
    [InlineData("a.md", "---\n", "a: b\n")]
    [InlineData("a.md", "+++\n", "a = [\n")]
    [InlineData("a.txt", "", "](")]
    public void Parse_LongRunOfOnePiece_Returns(string name, string start, string piece)
    {
        var text = start + string.Concat(Enumerable.Repeat(piece, 256 * 1024 / piece.Length));

        ArticleAssert.IsValid(Parse(text, name));
    }

    private static Property Mix(string[] pieces, params string[] extensions) =>
        Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            foreach (var extension in extensions)
            {
                var items = Parse(text, "a" + extension);
                ArticleAssert.IsValid(items);
                Assert.Equal(items.Select(Json), Parse(text, "a" + extension).Select(Json));
            }
        });

    private static IReadOnlyList<ParsedItem> Parse(string text, string name) => Parser.Parse(new SourceFile(name, Encoding.UTF8.GetBytes(text)), CancellationToken.None);

    private static string Json(ParsedItem item) => JsonSerializer.Serialize(item, PipelineJson.Options);
}
