using System.Net;
using System.Text.Json.Nodes;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Archives;
using Xunit;

namespace Pipeline.EndToEnd.Tests;

public sealed class DropTests(RunningPipeline pipeline)
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Drop_Article_IsServedWithAllThatIsInIt()
    {
        var id = await pipeline.DropAsync($"{_folder}/summit.txt", Texts.Summit);

        var summary = await pipeline.WaitForSummaryAsync(id);
        var (_, _, text) = await pipeline.GetAsync($"articles/{id}/text");
        var (_, _, faq) = await pipeline.GetAsync($"articles/{id}/faq");
        var (_, _, tags) = await pipeline.GetAsync($"articles/{id}/tags");
        var (_, _, article) = await pipeline.GetAsync($"articles/{id}");

        Assert.Equal("2024-05-02", (string?)summary["published"]);
        Assert.True((bool?)summary["titleDerived"]);
        Assert.Equal(3, summary["summary"]!.AsArray().Count);
        Assert.Equal("en", (string?)summary["language"]);
        Assert.Equal($"{_folder}/summit.txt", (string?)summary["blob"]);

        var body = (string)text["text"]!;
        Assert.Equal(3, text["blocks"]!.AsArray().Count);
        Assert.StartsWith("The president", body, StringComparison.Ordinal);
        Assert.DoesNotContain("hotline is a line", body, StringComparison.Ordinal);
        Assert.Equal(["What is a military hotline?", "Why was it closed?"], Strings(faq["faq"]!, "question"));
        Assert.All(summary["summary"]!.AsArray(), sentence => Assert.Equal((string?)sentence!["text"], Slice(body, sentence)));

        string[] issues = ["us-china-military-relations", "israel-hamas-war", "russia-ukraine-war", "taiwan", "human-rights", "fentanyl", "artificial-intelligence"];
        Assert.Subset(Strings(tags["issues"]!, "id").ToHashSet(), issues.ToHashSet());
        Assert.Subset(Strings(summary["issues"]!, "id").ToHashSet(), issues.ToHashSet());
        Assert.All(tags["issues"]!.AsArray(), issue => Assert.NotEmpty(issue!["evidence"]!.AsArray()));
        Assert.All(
            tags["issues"]!.AsArray().SelectMany(issue => issue!["evidence"]!.AsArray()),
            span => Assert.False(string.IsNullOrWhiteSpace(Slice(body, span!))));
        string[] actors = ["White House", "Hamas", "China", "United States", "San Francisco"];
        Assert.All(actors, actor => Assert.Contains(Strings(tags["actors"]!, "name"), name => name.Contains(actor, StringComparison.Ordinal)));
        Assert.Equal("tagged", (string?)article["state"]);
        Assert.Equal((string?)text["version"], (string?)tags["version"]);
    }

    [Theory]
    [InlineData("ferry-route-electric.html", null, "html", "2024-09-03", "Maja Lindqvist")]
    [InlineData("drought-river-trade.md", null, "markdown", "2024-08-21", "Jonas Feld")]
    [InlineData("union-letter.eml", null, "mail", "2024-10-14", "Rail Workers' Letter")]
    [InlineData("airport-tram.pdf", null, "pdf", "2025-01-22", "Tomás Ferreira")]
    [InlineData("reservoir-memo.docx", null, "docx", "2024-12-05", "Iva Marić")]
    [InlineData("harbour-news-feed.xml", "harbour-2024-1108", "feed", "2024-11-08", "Ruth Amsel")]
    [InlineData("agency-export.jsonl", "ag-52", "jsonl", "2024-11-13", null)]
    public async Task Drop_FileOfEachFormat_IsServed(string sample, string? item, string format, string published, string? author)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Samples", sample), TestContext.Current.CancellationToken);
        var fileId = await pipeline.DropAsync($"{_folder}/{sample}", content);
        var id = ArticleIds.ForItem(fileId, item);

        var summary = await pipeline.WaitForSummaryAsync(id);
        var (_, _, article) = await pipeline.GetAsync($"articles/{id}");
        var (_, _, text) = await pipeline.GetAsync($"articles/{id}/text");

        Assert.Equal(format, (string?)article["format"]);
        Assert.Equal(published, (string?)summary["published"]);
        Assert.Null(summary["titleDerived"]);
        Assert.Equal(author, (string?)article["authors"]?[0]);
        Assert.All(summary["summary"]!.AsArray(), sentence => Assert.Equal((string?)sentence!["text"], Slice((string)text["text"]!, sentence)));
    }

    [Fact]
    public async Task Drop_FileOfSeveral_GivesEachArticleALifeOfItsOwn()
    {
        var name = $"{_folder}/news.zip";
        var summit = System.Text.Encoding.UTF8.GetBytes(Texts.Summit);
        var fileId = await pipeline.DropAsync(name, ZipBuilder.Of(("a/summit.txt", summit), ("b.txt", summit), ("empty.txt", [])));
        var (stays, goes, empty) = (ArticleIds.ForItem(fileId, "a/summit.txt"), ArticleIds.ForItem(fileId, "b.txt"), ArticleIds.ForItem(fileId, "empty.txt"));
        await pipeline.WaitForSummaryAsync(stays);
        await pipeline.WaitForSummaryAsync(goes);
        var before = (await pipeline.GetAsync($"articles/{stays}")).Body;
        await pipeline.WaitAsync($"articles/{empty}", (_, article) => (string?)article["state"] == "rejected");

        await pipeline.DropAsync(name, ZipBuilder.Of(("new.txt", summit), ("a/summit.txt", summit)));

        await pipeline.WaitForSummaryAsync(ArticleIds.ForItem(fileId, "new.txt"));
        await pipeline.WaitAsync($"articles/{goes}", (status, _) => status == HttpStatusCode.Gone);
        await pipeline.WaitAsync($"articles/{empty}", (status, _) => status == HttpStatusCode.Gone);
        var after = await pipeline.WaitAsync($"articles/{stays}", (_, article) => (string?)article["version"] != (string?)before["version"] && (string?)article["state"] == "tagged");
        Assert.Equal("a/summit.txt", (string?)after["item"]);
        Assert.Equal((string?)before["firstSeen"], (string?)after["firstSeen"]);
        Assert.Equal(before["issues"]!.ToJsonString(), after["issues"]!.ToJsonString());
    }

    [Fact]
    public async Task Drop_ChangedFile_ReplacesTheArticleEverywhere()
    {
        var id = await pipeline.DropAsync($"{_folder}/news.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);

        await pipeline.DropAsync($"{_folder}/news.txt", Texts.Budget);
        var summary = await pipeline.WaitAsync($"summaries/{id}", (status, body) =>
            status == HttpStatusCode.OK && (string?)body["title"] == "Parliament passes the budget");

        Assert.Equal("2024-06-04", (string?)summary["published"]);
        await WaitUntilGoneAsync(id, "summaries?date=2024-06-03&limit=100");
        Assert.Contains(id, await IdsOfAsync("summaries?date=2024-06-04&limit=100"));
    }

    [Fact]
    public async Task Drop_TwoUploadsInQuickSuccession_TheLastOneStays()
    {
        for (var round = 0; round < 5; round++)
        {
            var name = $"{_folder}/quick-{round}.txt";
            await pipeline.DropAsync(name, Texts.Storm);
            await Task.Delay(round * 60, TestContext.Current.CancellationToken);
            var id = await pipeline.DropAsync(name, Texts.Budget);

            await pipeline.WaitAsync($"summaries/{id}", (status, body) =>
                status == HttpStatusCode.OK && (string?)body["title"] == "Parliament passes the budget");
            await WaitUntilGoneAsync(id, "summaries?date=2024-06-03&limit=100");
        }
    }

    public static TheoryData<string> Names =>
    [
        "with spaces.txt",
        "a/b/c d/e.txt",
        "#?%.txt",
        "100%25 & more=1;2,3'4!.txt",
        "Zürich – 北京 – \U0001F600.txt",
        new string('n', 1_024 - 33),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Drop_NameOfAnyForm_IsServed(string name)
    {
        var id = await pipeline.DropAsync($"{_folder}/{name}", Texts.Storm);

        var summary = await pipeline.WaitForSummaryAsync(id);

        Assert.Equal($"{_folder}/{name}", (string?)summary["blob"]);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "empty", [], "empty" },
        { "white space", "  \n\t \n"u8.ToArray(), "empty" },
        { "picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52], "not-text" },
        { "noise", [.. Enumerable.Range(0, 4_096).Select(i => (byte)(i * 7919 / 13))], "not-text" },
        { "wrong encoding", [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x00], "undecodable" },
        { "no paragraphs", "A\n\nB\n\nC"u8.ToArray(), "no-paragraphs" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Drop_FileThatCannotBeRead_IsRejectedWithTheReason(string name, byte[] content, string reason)
    {
        var id = await pipeline.DropAsync($"{_folder}/{name}.txt", content);

        var problem = await pipeline.WaitAsync($"summaries/{id}", (status, _) => status == HttpStatusCode.UnprocessableEntity);
        var (status, _, article) = await pipeline.GetAsync($"articles/{id}");

        Assert.Equal(reason, (string?)problem["reason"]);
        Assert.Equal("urn:news-issue-pipeline:problem:rejected", (string?)problem["type"]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("rejected", (string?)article["state"]);
        Assert.False(string.IsNullOrEmpty((string?)article["detail"]));
    }

    [Fact]
    public async Task Drop_FileOfAHundredMegabytes_IsRejectedAsTooLarge()
    {
        var content = new byte[100_000_000];
        Array.Fill(content, (byte)'x');
        var id = await pipeline.DropAsync($"{_folder}/huge.txt", content);

        var problem = await pipeline.WaitAsync($"summaries/{id}", (status, _) => status == HttpStatusCode.UnprocessableEntity);

        Assert.Equal("too-large", (string?)problem["reason"]);
    }

    private static string Slice(string text, JsonNode span) => text.Substring((int)span["start"]!, (int)span["length"]!);

    private static List<string> Strings(JsonNode items, string property) => [.. items.AsArray().Select(item => (string)item![property]!)];

    // The rows that an article no longer has are removed after its new version is served.
    private async Task WaitUntilGoneAsync(string id, string listing) =>
        await pipeline.WaitAsync(listing, (_, page) => !Strings(page["items"]!, "id").Contains(id));

    private async Task<List<string>> IdsOfAsync(string path) => Strings((await pipeline.GetAsync(path)).Body["items"]!, "id");
}
