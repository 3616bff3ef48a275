using System.Runtime.CompilerServices;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

/// <summary>
/// Each folder of <c>Cases</c> holds a file and what must come out of it. To write the expectations anew after a wanted
/// change, run the tests with <c>UPDATE_EXPECTED=1</c> and read the difference before committing it; not possible in CI.
/// </summary>
public sealed class GoldenCaseTests
{
    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder()).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parse_Case_GivesWhatIsExpected(string name)
    {
        var source = Assert.Single(Directory.GetFiles(Path.Combine(Folder(), name), "source.*"));
        var expected = Path.Combine(Folder(), name, "expected.json");

        var items = Parser.Parse(new SourceFile($"{name}/{Path.GetFileName(source)}", File.ReadAllBytes(source)), TestContext.Current.CancellationToken);

        ArticleAssert.IsValid(items);
        var actual = GoldenCase.ToJson(items);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(expected, actual);
        }

        Assert.Equal(File.ReadAllText(expected), actual, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Cases_Always_AreThere() => Assert.True(Cases.Count >= 10);

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "Cases");
}
