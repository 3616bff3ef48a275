using System.Text;
using Pipeline.Testing.Archives;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

/// <summary>Each article of a file has a life of its own: neither its id nor what is read of it depends on what stands beside it.</summary>
public sealed class FileOfManyTests
{
    private const int Count = 100;

    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();

    public static TheoryData<string> Formats => ["json", "jsonl", "rss", "atom", "newsml", "mbox", "zip", "warc"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Parse_ArticlePutInFront_ChangesNothingForTheOthers(string format)
    {
        var before = Parse(format, Enumerable.Range(1, Count));
        var after = Parse(format, Enumerable.Range(0, Count + 1));

        Assert.Equal(Count, before.Count);
        Assert.Equal(Count + 1, after.Count);
        Assert.All(before, item => Assert.Equal(item.Value, after[item.Key]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Parse_ArticleTakenOut_IsGoneAndNothingElse(string format)
    {
        var before = Parse(format, Enumerable.Range(1, Count));
        var after = Parse(format, Enumerable.Range(1, Count).Where(number => number != Count / 2));

        var gone = Assert.Single(before.Keys.Except(after.Keys));
        Assert.Contains(Text(Count / 2), before[gone], StringComparison.Ordinal);
        Assert.All(after, item => Assert.Equal(before[item.Key], item.Value));
    }

    /// <summary>Reads a file of the articles of these numbers, and returns what was read by the items' ids.</summary>
    private static Dictionary<string, string> Parse(string format, IEnumerable<int> numbers)
    {
        var items = Parser.Parse(File(format, numbers), TestContext.Current.CancellationToken);
        Assert.All(items, item => Assert.Null(item.Rejection));
        return items.ToDictionary(item => item.ItemId ?? string.Empty, item => $"{item.Article!.Title}\n{item.Article.Published}\n{item.Article.Text}", StringComparer.Ordinal);
    }

    private static SourceFile File(string format, IEnumerable<int> numbers) => format switch
    {
        "json" => Of("a.json", "[" + string.Join(',', numbers.Select(Json)) + "]"),
        "jsonl" => Of("a.jsonl", string.Join('\n', numbers.Select(Json))),
        "rss" => Of("a.xml", "<rss version=\"2.0\"><channel><title>Example</title>" + string.Concat(numbers.Select(number => $"<item><title>{Title(number)}</title><description>{Text(number)}</description></item>")) + "</channel></rss>"),
        "atom" => Of("a.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Example</title>" + string.Concat(numbers.Select(number => $"<entry><id>urn:a:{number}</id><title>{Title(number)}</title><content type=\"text\">{Text(number)}</content></entry>")) + "</feed>"),
        "newsml" => Of("a.xml", "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>" + string.Concat(numbers.Select(NewsItem)) + "</itemSet></newsMessage>"),
        "mbox" => Of("a.mbox", string.Concat(numbers.Select(number => $"From a@news.example Thu May  2 10:00:00 2024\nFrom: Desk <desk@news.example>\nSubject: {Title(number)}\nDate: Thu, 02 May 2024 10:00:00 +0000\nMessage-ID: <{number}@news.example>\n\n{Text(number)}\n\n"))),
        "zip" => new SourceFile("a.zip", ZipBuilder.Of(numbers.Select(number => ($"{number}.txt", Encoding.UTF8.GetBytes($"{Title(number)}\n\n{Text(number)}"))))),
        _ => new SourceFile("a.warc", numbers.Aggregate(new WarcBuilder(), (warc, number) => warc.Response($"https://news.example/{number}", Encoding.UTF8.GetBytes($"<!DOCTYPE html><title>{Title(number)}</title><h1>{Title(number)}</h1><p>{Text(number)}</p>"), "text/html; charset=utf-8")).Build()),
    };

    private static SourceFile Of(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    private static string Json(int number) => $$"""{"headline":"{{Title(number)}}","articleBody":"{{Text(number)}}"}""";

    private static string NewsItem(int number) =>
        $"<newsItem guid=\"urn:a:{number}\" version=\"1\"><itemMeta><itemClass qcode=\"ninat:text\"/><pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><headline>{Title(number)}</headline></contentMeta>"
        + $"<contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{Text(number)}</p></body></html></inlineXML></contentSet></newsItem>";

    private static string Title(int number) => $"Council of ward {number} votes on its budget";

    private static string Text(int number) => $"The council of ward {number} voted on Thursday to spend {number + 40} million on its schools, after a debate of two hours that nobody had asked for. The mayor said that the money was well spent.";
}
