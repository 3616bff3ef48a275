using Xunit;

namespace Pipeline.Cli.Tests.Inspect;

/// <summary>The sample articles that ship.</summary>
public sealed class InspectSamplesTests
{
    [Fact]
    public async Task Inspect_AllOfThem_AreArticlesWithTitleDateAndSummary()
    {
        var invocation = await Invocation.RunAsync("inspect", Path.Combine(AppContext.BaseDirectory, "Samples"));

        Assert.InRange(invocation.JsonLines.Count, 20, int.MaxValue);
        string[] formats = ["docx", "feed", "html", "jsonl", "mail", "markdown", "pdf", "text"];
        Assert.Equal(formats, invocation.JsonLines.Select(line => line.GetProperty("format").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(invocation.JsonLines, line =>
        {
            Assert.Equal("parsed", line.GetProperty("state").GetString());
            Assert.NotEmpty(line.GetProperty("title").GetString()!);
            Assert.Matches("^202[456]-", line.GetProperty("published").GetString());
            Assert.Equal(3, line.GetProperty("summary").GetArrayLength());
            Assert.DoesNotContain('\uFFFD', line.GetProperty("text").GetString()!);
        });
    }

    [Theory]
    [InlineData("hospital-ransomware.txt", "Île-de-France")]
    [InlineData("lunar-lander-water.txt", "–160 °C")]
    [InlineData("waermepumpen-foerderung.txt", "Wärmeplanung")]
    public async Task Inspect_OtherEncodings_KeepTheirCharacters(string sample, string expected)
    {
        var invocation = await Invocation.RunAsync("inspect", Path.Combine(AppContext.BaseDirectory, "Samples", sample));

        Assert.Contains(expected, Assert.Single(invocation.JsonLines).GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}
