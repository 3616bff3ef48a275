using System.Text;
using System.Text.Json;
using Pipeline.Testing.Archives;
using Xunit;

namespace Pipeline.Cli.Tests.Inspect;

public sealed class InspectCommandTests : IDisposable
{
    // DESIGN.md 7, in its order.
    private static readonly string[] Fields =
    [
        "file", "id", "state", "format", "title", "titleDerived", "published", "publishedAt", "modified", "modifiedAt", "language", "languageConfidence", "authors", "source", "url",
        "subjects", "text", "headings", "quotations", "faq", "languageCovered", "issues", "actors", "summary", "summaryKind",
    ];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Inspect_Article_WritesTheFieldsInTheirOrder()
    {
        var path = _folder.Add("a.txt");

        var invocation = await Invocation.RunAsync("inspect", path);

        var line = Assert.Single(invocation.JsonLines);
        var names = line.EnumerateObject().Select(property => property.Name).ToList();
        Assert.Equal(0, await invocation.Command);
        Assert.Empty(invocation.Error.Text);
        Assert.Equal(Fields.Where(names.Contains), names);
        Assert.Equal(path.Replace('\\', '/'), line.GetProperty("file").GetString());
        Assert.Equal("parsed", line.GetProperty("state").GetString());
        Assert.Equal("Harbour reopens after storm", line.GetProperty("title").GetString());
        Assert.Equal("2024-06-18", line.GetProperty("published").GetString());
        Assert.False(line.TryGetProperty("titleDerived", out _));
        Assert.False(line.TryGetProperty("id", out _));
        Assert.False(line.TryGetProperty("faq", out _));
    }

    [Fact]
    public async Task Inspect_MomentOfPublication_IsWrittenWithItsZone()
    {
        var path = _folder.Add("a.json", JsonSerializer.SerializeToUtf8Bytes(new { title = "Harbour reopens", text = TestFolder.Article, published = "2024-06-18T23:30:00-05:00" }));

        var line = Assert.Single((await Invocation.RunAsync("inspect", path)).JsonLines);

        Assert.Equal("2024-06-18", line.GetProperty("published").GetString());
        Assert.Equal("2024-06-18T23:30:00-05:00", line.GetProperty("publishedAt").GetString());
    }

    [Fact]
    public async Task Inspect_DateInTheFuture_IsNoDate()
    {
        var path = _folder.Add("a.json", JsonSerializer.SerializeToUtf8Bytes(new { title = "Harbour reopens", text = "The harbour reopened after the storm, and the ferries sail again from both piers.", published = "2999-06-18" }));

        var line = Assert.Single((await Invocation.RunAsync("inspect", path)).JsonLines);

        Assert.False(line.TryGetProperty("published", out _));
    }

    [Fact]
    public async Task Inspect_Article_PointsIntoItsText()
    {
        var invocation = await Invocation.RunAsync("inspect", _folder.Add("a.txt"));

        var line = Assert.Single(invocation.JsonLines);
        var text = line.GetProperty("text").GetString()!;
        var summary = line.GetProperty("summary").EnumerateArray().ToList();
        Assert.NotEmpty(summary);
        Assert.All(summary, sentence => Assert.Equal(
            text.Substring(sentence.GetProperty("start").GetInt32(), sentence.GetProperty("length").GetInt32()),
            sentence.GetProperty("text").GetString()));
        Assert.All(
            line.GetProperty("issues").EnumerateArray().Concat(line.GetProperty("actors").EnumerateArray())
                .SelectMany(tag => tag.GetProperty("evidence").EnumerateArray()),
            span => Assert.InRange(span.GetProperty("start").GetInt32() + span.GetProperty("length").GetInt32(), 1, text.Length));
    }

    [Fact]
    public async Task Inspect_FileOfSeveral_WritesALineForEachWithItsId()
    {
        var article = Encoding.UTF8.GetBytes(TestFolder.Article);
        var path = _folder.Add("news.zip", ZipBuilder.Of(("b/storm.txt", article), ("empty.txt", []), ("a.txt.gz", Gzip.Compress(article))));

        var invocation = await Invocation.RunAsync("inspect", path);

        Assert.Equal(0, await invocation.Command);
        Assert.Equal(
            ["b/storm.txt parsed", "empty.txt rejected", "a.txt.gz parsed"],
            invocation.JsonLines.Select(line => $"{line.GetProperty("id").GetString()} {line.GetProperty("state").GetString()}"));
    }

    [Fact]
    public async Task Inspect_Headings_StandWhereTheyPoint()
    {
        var text = TestFolder.Article.Replace("Farmers said", "What it cost\n\nFarmers said", StringComparison.Ordinal);

        var invocation = await Invocation.RunAsync("inspect", _folder.Add("a.txt", text));

        var line = Assert.Single(invocation.JsonLines);
        var heading = Assert.Single(line.GetProperty("headings").EnumerateArray());
        Assert.Equal("What it cost", heading.GetProperty("text").GetString());
        Assert.Equal("What it cost", line.GetProperty("text").GetString()!.Substring(heading.GetProperty("start").GetInt32(), heading.GetProperty("length").GetInt32()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Inspect_Sentences_SetsTheLength(int sentences)
    {
        var invocation = await Invocation.RunAsync("inspect", _folder.Add("a.txt"), "--sentences", $"{sentences}");

        Assert.Equal(sentences, Assert.Single(invocation.JsonLines).GetProperty("summary").GetArrayLength());
    }

    [Fact]
    public async Task Inspect_Words_TakesWhatFitsAndOneAtLeast()
    {
        var path = _folder.Add("a.txt");

        var few = await Invocation.RunAsync("inspect", path, "--words", "1");
        var all = await Invocation.RunAsync("inspect", path, "--words", "1000");

        Assert.Equal(1, Assert.Single(few.JsonLines).GetProperty("summary").GetArrayLength());
        Assert.Equal(4, Assert.Single(all.JsonLines).GetProperty("summary").GetArrayLength());
    }

    [Theory]
    [InlineData("--sentences", "0")]
    [InlineData("--sentences", "21")]
    [InlineData("--sentences", "many")]
    [InlineData("--words", "0")]
    public async Task Inspect_LengthOutOfRange_IsRefused(string option, string value)
    {
        var invocation = await Invocation.RunAsync("inspect", _folder.Add("a.txt"), option, value);

        Assert.NotEqual(0, await invocation.Command);
        Assert.Contains(option, invocation.Error.Text, StringComparison.Ordinal);
        Assert.Empty(invocation.Out.Text);
    }

    [Fact]
    public async Task Inspect_FileWithoutArticle_GivesARejectedLineAndCountsAsDone()
    {
        var invocation = await Invocation.RunAsync("inspect", _folder.Add("c.bin", [0, 1, 2, 3, 0, 0]), _folder.Add("empty.txt", ""));

        Assert.Equal(0, await invocation.Command);
        Assert.Equal(["not-text", "empty"], invocation.JsonLines.Select(line => line.GetProperty("reason").GetString()));
        Assert.All(invocation.JsonLines, line =>
        {
            Assert.Equal(["file", "state", "reason", "detail"], line.EnumerateObject().Select(property => property.Name));
            Assert.Equal("rejected", line.GetProperty("state").GetString());
        });
        Assert.Equal("2 rejected; the lines with \"state\":\"rejected\" say why.", invocation.Error.Text.Trim());
    }

    [Fact]
    public async Task Inspect_FileThatIsMissing_FailsInOneLineBeforeAnyWork()
    {
        var invocation = await Invocation.RunAsync("inspect", _folder.Add("a.txt"), Path.Combine(_folder.Path, "none.txt"));

        Assert.Equal(1, await invocation.Command);
        Assert.Empty(invocation.Out.Text);
        Assert.StartsWith("pipeline: There is no file or folder", Assert.Single(invocation.Error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_FileThatCannotBeRead_FailsAfterDoingTheOthers()
    {
        var locked = _folder.Add("b.txt");
        using var holder = new FileStream(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var invocation = await Invocation.RunAsync("inspect", _folder.Add("a.txt"), locked, _folder.Add("c.txt"));

        Assert.Equal(1, await invocation.Command);
        Assert.Equal(["a.txt", "c.txt"], invocation.JsonLines.Select(line => Path.GetFileName(line.GetProperty("file").GetString())));
        Assert.Contains("b.txt cannot be read", Assert.Single(invocation.Error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ManyFiles_KeepsTheirOrder()
    {
        var names = Enumerable.Range(0, 60).Select(i => $"{i:D2}.txt").ToList();
        names.ForEach(name => _folder.Add(name, string.Concat(Enumerable.Repeat(TestFolder.Article + "\n\n", name[1] == '0' ? 40 : 1))));

        var invocation = await Invocation.RunAsync("inspect", _folder.Path);

        Assert.Equal(names, invocation.JsonLines.Select(line => Path.GetFileName(line.GetProperty("file").GetString())));
    }

    [Fact]
    public async Task Inspect_Stopped_EndsWithTheCodeOfAnInterruptedCommand()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var invocation = Invocation.Start(cancelled.Token, "inspect", _folder.Add("a.txt"));

        Assert.Equal(130, await invocation.Command);
    }

    [Fact]
    public async Task Inspect_Explain_PrintsTheArticleWithItsEvidenceMarked()
    {
        var path = _folder.Add("tariffs.txt", "Tariffs on steel rise\n\nThe new tariffs on steel took effect at midnight. Both sides say that they want no trade war. President Joe Biden spoke in Berlin.\n");

        var invocation = await Invocation.RunAsync("inspect", "--explain", path);

        Assert.Equal(0, await invocation.Command);
        Assert.Contains("Tariffs on steel rise", invocation.Out.Text, StringComparison.Ordinal);
        Assert.Matches(@"1\s+Tariffs\s+0\.\d\d\s+“tariffs", invocation.Out.Text);
        Assert.Matches(@"Joe Biden\s+person\s+President\s+0\.\d\d\s+1", invocation.Out.Text);
        Assert.Matches(@"The new \[tariffs[^\]]*\]\(\d\)", invocation.Out.Text);
        Assert.Matches(@"\d\.\d\d\s+early 1\.00, ", invocation.Out.Text);
        Assert.DoesNotContain("{", invocation.Out.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ExplainOfARejectedFile_SaysWhy()
    {
        var path = _folder.Add("empty.txt", "");

        var invocation = await Invocation.RunAsync("inspect", "--explain", path);

        Assert.Equal(0, await invocation.Command);
        Assert.Contains("rejected", invocation.Out.Text, StringComparison.Ordinal);
    }
}
