using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.Testing;
using Pipeline.Testing.Mutations;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

/// <summary>Some hundred damaged files of each format; the benchmarks' <c>mutate</c> does the same with any number.</summary>
public sealed class MutationTests
{
    private const int Inputs = 300;

    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();
    private static readonly SortedDictionary<string, IReadOnlyList<byte[]>> Samples = FormatSamples.Load(Folder());

    public static TheoryData<string> Formats => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Parse_DamagedFiles_KeepsContract(string format)
    {
        var mutator = new Mutator(seed: 1);
        for (var number = 0; number < Inputs; number++)
        {
            var content = mutator.Mutate(Samples[format], number);

            var items = Parse(content);

            ArticleAssert.IsValid(items);
            if (number % 20 == 0)
            {
                Assert.Equal(Json(items), Json(Parse(content)));
            }
        }
    }

    [Fact]
    public void Mutate_SameNumber_GivesTheSameFile() =>
        Assert.Equal(new Mutator(7).Mutate(Samples["zip"], 3), new Mutator(7).Mutate(Samples["zip"], 3));

    private static IReadOnlyList<ParsedItem> Parse(byte[] content) =>
        Parser.Parse(new SourceFile("drop.bin", content) { Received = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) }, TestContext.Current.CancellationToken);

    private static string Json(IReadOnlyList<ParsedItem> items) => JsonSerializer.Serialize(items, PipelineJson.Options);

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "Cases");
}
