using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.NewsXml;

/// <summary>What XML can do to those who read it, in each of the formats: nothing is expanded, nothing is fetched, nothing overflows.</summary>
public sealed class XmlSafetyTests
{
    private const int MaxResultLength = 10_000;

    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();

    public static TheoryData<string, string> Forms => new()
    {
        { "nitf", "<nitf><body><body.content><p>{0} The council met on Friday and voted for the plan.</p></body.content></body></nitf>" },
        { "newsItem", "<newsItem guid=\"a\"><contentSet><inlineData>{0} The council met on Friday and voted for the plan.</inlineData></contentSet></newsItem>" },
        { "rss", "<rss><channel><item><guid>a</guid><description>{0} The council met on Friday and voted for the plan.</description></item></channel></rss>" },
        { "feed", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>a</id><summary>{0} The council met on Friday and voted for the plan.</summary></entry></feed>" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Parse_BillionLaughs_ExpandsNothing(string root, string form)
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">"));

        Check(root, $"<!ENTITY lol0 \"lol\">{entities}", form, "&lol9;", "lollol");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Parse_QuadraticBlowUp_ExpandsNothing(string root, string form) =>
        Check(root, $"<!ENTITY a \"{new string('z', 50_000)}\">", form, "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;", "zzz");

    [Theory]
    [MemberData(nameof(Forms))]
    public void Parse_ExternalEntity_FetchesNothing(string root, string form)
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "the-secret");

        try
        {
            Check(root, $"<!ENTITY a SYSTEM \"{new Uri(secret)}\"><!ENTITY % b SYSTEM \"{new Uri(secret)}\">%b;", form, "&a;", "the-secret");
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Parse_DeepNesting_SaysSo(string root, string form)
    {
        _ = root;
        var items = Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, string.Concat(Enumerable.Repeat("<p>", 100_000)) + string.Concat(Enumerable.Repeat("</p>", 100_000))));

        Assert.Equal(RejectionReason.TooDeep, items[0].Rejection?.Reason);
    }

    private static void Check(string root, string subset, string form, string text, string forbidden)
    {
        var items = Parse($"<?xml version=\"1.0\"?><!DOCTYPE {root} [{subset}]>{string.Format(System.Globalization.CultureInfo.InvariantCulture, form, text)}");

        var result = string.Concat(items.Select(item => item.Article?.Text + item.Article?.Title + item.Rejection?.Detail));
        Assert.True(result.Length < MaxResultLength);
        Assert.DoesNotContain(forbidden, result, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ParsedItem> Parse(string xml)
    {
        var items = Parser.Parse(new SourceFile("a.xml", Encoding.UTF8.GetBytes(xml)), TestContext.Current.CancellationToken);
        ArticleAssert.IsValid(items);
        return items;
    }
}
