using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Pipeline.LocalHost.Azurite;
using Pipeline.Testing;
using Pipeline.Testing.Crashes;
using Xunit;

namespace Pipeline.Cli.Tests.Run;

/// <summary>The script that is run after a deployment, over the pipeline on this machine.</summary>
public sealed class SmokeTestTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SmokeTest_RunningPipeline_SeesEachSampleServed()
    {
        azurite.RequireAzurite();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is a script for bash.");
        await using var storage = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Token);
        await using var pipeline = await HostProcess.StartAsync(storage.ConnectionString, new Dictionary<string, string>(), Token);

        var (exitCode, output) = await RunAsync(pipeline.Api, storage.ConnectionString, seconds: 300);

        Assert.True(exitCode == 0, output);
        Assert.Contains("articles are served, 0 are rejected.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SmokeTest_NothingServes_FailsAndSaysWhy()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is a script for bash.");

        var (exitCode, output) = await RunAsync("http://127.0.0.1:1/api", "UseDevelopmentStorage=true", seconds: 1);

        Assert.Equal(1, exitCode);
        Assert.Contains("smoke test: http://127.0.0.1:1/api/health answers 000", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string api, string storage, int seconds)
    {
        var script = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "infra", "smoke-test.sh");
        var start = new ProcessStartInfo("bash", [script, api, storage]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PIPELINE"] = Path.Combine(AppContext.BaseDirectory, "pipeline");
        start.Environment["SMOKE_TEST_SECONDS"] = seconds.ToString(CultureInfo.InvariantCulture);
        using var run = Process.Start(start)!;
        string[] output = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(Token), run.StandardError.ReadToEndAsync(Token));
        await run.WaitForExitAsync(Token);
        return (run.ExitCode, string.Concat(output));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
