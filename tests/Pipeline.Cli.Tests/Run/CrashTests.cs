using Pipeline.Testing;
using Pipeline.Testing.Crashes;
using Xunit;

namespace Pipeline.Cli.Tests.Run;

/// <summary>A short crash run. Longer ones: <c>Pipeline.Benchmarks -- crash</c>.</summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Run_KilledWhileFilesComeChangeAndGo_EndsAsTheContainerSays()
    {
        azurite.RequireAzurite();

        var report = await CrashRun.RunAsync(new CrashPlan(Seed: 1, Files: 40, Kills: 3, Stops: 1), TestContext.Current.CancellationToken);

        Assert.True(report.Converged is not null, string.Join('\n', report.Problems));
    }
}
