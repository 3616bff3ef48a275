using System.Text.Json;
using Xunit;

namespace Pipeline.Cli.Tests.Digests;

public sealed class DigestCommandTests : IDisposable
{
    private const string Bridge =
        """{"id":"a","title":"Harbor bridge closes","published":"2024-05-02","text":"The council of Northfield voted on Monday to close the old harbor bridge for two years. Engineers had found deep cracks in the bridge during an inspection in the spring. Ferries are to carry nine thousand commuters a day while the bridge is closed. Shop owners near the harbor fear for their trade, and asked the council for help."}""";

    private const string Reprint =
        """{"id":"b","title":"Northfield shuts bridge","published":"2024-05-03","text":"The council of Northfield voted on Monday to close the old harbor bridge for two years. Engineers had found deep cracks in the bridge during an inspection in the spring. Ferries are to carry nine thousand commuters a day while the bridge is closed. Shop owners near the harbor fear for their trade, and asked the council for help."}""";

    private const string Tariffs =
        """{"id":"c","title":"Tariffs on steel","published":"2024-05-20","text":"The government imposed new tariffs on steel imports on Friday after months of trade talks failed. The tariffs of 25 percent take effect in June and cover steel from eleven countries. Trade unions welcomed the tariffs, while car makers warned of higher prices. Exporters said they would challenge the tariffs at the World Trade Organization."}""";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Digest_Articles_WritesSentencesThatPointIntoThem()
    {
        var path = _folder.Add("news.jsonl", $"{Bridge}\n{Reprint}\n{Tariffs}\n");

        var invocation = await Invocation.RunAsync("digest", path, "--sentences", "4");

        var digest = Assert.Single(invocation.JsonLines);
        var sentences = digest.GetProperty("sentences").EnumerateArray().ToList();
        Assert.Equal(0, await invocation.Command);
        Assert.Equal((3, 1, 2), (digest.GetProperty("articles").GetInt32(), digest.GetProperty("duplicates").GetInt32(), digest.GetProperty("stories").GetInt32()));
        Assert.InRange(sentences.Count, 2, 4);
        Assert.Equal(
            string.Join('\n', sentences.Select(sentence => $"({sentence.GetProperty("date").GetString()}) {sentence.GetProperty("text").GetString()}")),
            digest.GetProperty("text").GetString());
        Assert.All(sentences, sentence => Assert.Equal(
            TextOf(sentence.GetProperty("id").GetString()!).Substring(sentence.GetProperty("start").GetInt32(), sentence.GetProperty("length").GetInt32()),
            sentence.GetProperty("text").GetString()));
        Assert.Contains(sentences, sentence => sentence.GetProperty("id").GetString() == "b" && sentence.GetProperty("alsoIn")[0].GetProperty("id").GetString() == "a");
    }

    [Fact]
    public async Task Digest_Issue_TakesOnlyItsArticles()
    {
        var path = _folder.Add("news.jsonl", $"{Bridge}\n{Tariffs}\n");

        var invocation = await Invocation.RunAsync("digest", path, "--issue", "trade");

        var digest = Assert.Single(invocation.JsonLines);
        Assert.Equal(1, digest.GetProperty("articles").GetInt32());
        Assert.All(digest.GetProperty("sentences").EnumerateArray(), sentence => Assert.Equal("c", sentence.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Digest_Words_FitsThem()
    {
        var path = _folder.Add("news.jsonl", $"{Bridge}\n{Tariffs}\n");

        var invocation = await Invocation.RunAsync("digest", path, "--words", "40");

        Assert.InRange(Assert.Single(invocation.JsonLines).GetProperty("text").GetString()!.Split(default(char[])).Length, 1, 40);
    }

    [Theory]
    [InlineData("--sentences", "0")]
    [InlineData("--sentences", "-1")]
    [InlineData("--sentences", "1000000000")]
    [InlineData("--words", "0")]
    [InlineData("--issue", "no-such-issue")]
    public async Task Digest_ImpossibleOption_SaysSo(string option, string value)
    {
        var invocation = await Invocation.RunAsync("digest", _folder.Add("news.jsonl", Bridge), option, value);

        Assert.Equal(1, await invocation.Command);
        Assert.Contains(value, invocation.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_NoArticle_IsEmpty()
    {
        var invocation = await Invocation.RunAsync("digest", _folder.Add("empty.txt", " "));

        var digest = Assert.Single(invocation.JsonLines);
        Assert.Equal(0, digest.GetProperty("articles").GetInt32());
        Assert.Empty(digest.GetProperty("text").GetString()!);
        Assert.Contains("1 rejected", invocation.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_WordsThatFitNoSentence_GivesOneSentence()
    {
        var invocation = await Invocation.RunAsync("digest", _folder.Add("news.jsonl", Bridge), "--words", "1");

        Assert.Single(Assert.Single(invocation.JsonLines).GetProperty("sentences").EnumerateArray());
    }

    public static TheoryData<string> StrangeTexts() =>
    [
        string.Concat(Enumerable.Repeat("word ", 20_000)).TrimEnd(),
        string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Report {i} tells of the bridge and of road {i % 97} in the city. ")),
        "THE COUNCIL OF NORTHFIELD CLOSED THE BRIDGE ON MONDAY. ENGINEERS FOUND CRACKS IN IT. FERRIES CARRY COMMUTERS. SHOP OWNERS ASKED FOR HELP.",
        "市议会周一决定关闭旧桥。工程师发现了裂缝。维修将耗资四千万。渡轮将运送乘客。商人担心生意。",
        "أغلق المجلس الجسر القديم يوم الاثنين. وجد المهندسون شقوقا. ستكلف الإصلاحات الملايين. تساعد العبارات ركاب المدينة.",
        "Why? Who? When? Where? How? What? Which?",
    ];

    [Theory]
    [MemberData(nameof(StrangeTexts))]
    public async Task Digest_StrangeText_StillQuotesIt(string text)
    {
        var path = _folder.Add("news.jsonl", $"{Tariffs}\n{JsonSerializer.Serialize(new { id = "x", published = "2024-05-21", text })}\n");

        var invocation = await Invocation.RunAsync("digest", path, "--sentences", "6");

        var digest = Assert.Single(invocation.JsonLines);
        var strange = digest.GetProperty("sentences").EnumerateArray().Where(sentence => sentence.GetProperty("id").GetString() == "x").ToList();
        Assert.Equal(2, digest.GetProperty("articles").GetInt32());
        Assert.NotEmpty(strange);
        Assert.All(strange, sentence => Assert.Equal(
            text.Substring(sentence.GetProperty("start").GetInt32(), sentence.GetProperty("length").GetInt32()),
            sentence.GetProperty("text").GetString()!.Replace(" […]", "", StringComparison.Ordinal)));
    }

    private static string TextOf(string id) =>
        new[] { Bridge, Reprint, Tariffs }.Select(line => JsonDocument.Parse(line).RootElement).Single(line => line.GetProperty("id").GetString() == id).GetProperty("text").GetString()!;
}
