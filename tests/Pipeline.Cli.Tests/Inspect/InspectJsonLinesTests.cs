using System.Text.Json;
using Xunit;

namespace Pipeline.Cli.Tests.Inspect;

public sealed class InspectJsonLinesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Inspect_JsonLines_TakesIdTitleAndDateFromTheLine()
    {
        var text = "The harbour of the island reopened on Tuesday after a storm had closed it for two days. Ferries to the mainland run again.";
        var path = _folder.Add("a.jsonl", string.Join('\n',
            JsonSerializer.Serialize(new { id = "first", title = "Given", text, published = "2023-11-17" }),
            "",
            JsonSerializer.Serialize(new { id = 7, text, title = (string?)null }),
            "{\"id\":\"third\"}",
            "not json",
            "[]",
            JsonSerializer.Serialize(new { text, published = "yesterday" }),
            JsonSerializer.Serialize(new { text = "" })));

        var invocation = await Invocation.RunAsync("inspect", path);

        var lines = invocation.JsonLines;
        Assert.Equal(0, await invocation.Command);
        Assert.Equal(
            ["parsed", "parsed", "rejected", "rejected", "rejected", "parsed", "rejected"],
            lines.Select(line => line.GetProperty("state").GetString()));
        Assert.Equal("first", lines[0].GetProperty("id").GetString());
        Assert.Equal("Given", lines[0].GetProperty("title").GetString());
        Assert.False(lines[0].TryGetProperty("titleDerived", out _));
        Assert.Equal("2023-11-17", lines[0].GetProperty("published").GetString());
        Assert.Equal("7", lines[1].GetProperty("id").GetString());
        Assert.Equal("third", lines[2].GetProperty("id").GetString());
        Assert.StartsWith("Line 5 ", lines[3].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Line 6 is no JSON object.", lines[4].GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Inspect_JsonLinesLongerThanAnyFile_AreReadLineByLine()
    {
        const int Lines = 1_200;
        var line = JsonSerializer.Serialize(new { id = "x", text = string.Concat(Enumerable.Repeat(TestFolder.Article + "\n\n", 20)) });
        var path = _folder.Add("a.jsonl", string.Join('\n', Enumerable.Range(0, Lines).Select(i => i % 10 == 0 ? line.Replace("\"x\"", $"\"{i}\"", StringComparison.Ordinal) : $"{{\"id\":{i},\"pad\":\"{new string('a', 17_000)}\"}}")));

        var invocation = await Invocation.RunAsync("inspect", path);

        Assert.InRange(new FileInfo(path).Length, 16 * 1024 * 1024 + 1, long.MaxValue);
        Assert.Equal(Enumerable.Range(0, Lines).Select(i => $"{i}"), invocation.JsonLines.Select(result => result.GetProperty("id").GetString()));
    }
}
