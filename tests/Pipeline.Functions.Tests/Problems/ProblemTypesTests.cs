using Pipeline.Functions.Http.Problems;
using Pipeline.Processing.Queries;
using Xunit;

namespace Pipeline.Functions.Tests.Problems;

public sealed class ProblemTypesTests
{
    [Fact]
    public void All_Types_AreInTheDocumentation()
    {
        var documentation = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "api.md"));

        Assert.All(ProblemTypes.All, type => Assert.Contains($"| {type.Status} | `{type.Name}` | {type.Meaning} |\n", documentation, StringComparison.Ordinal));
        Assert.Equal(ProblemTypes.All.Count, ProblemTypes.All.Select(type => type.Type).Distinct().Count());
    }

    [Fact]
    public void Of_EveryKindButPending_IsOneOfAll()
    {
        Assert.All(
            Enum.GetValues<QueryProblemKind>().Where(kind => kind != QueryProblemKind.Pending),
            kind => Assert.Contains(ProblemTypes.Of(kind), ProblemTypes.All));
    }
}
