using System.Diagnostics;
using Pipeline.LocalHost.Azurite;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

/// <summary>A script that asks the emulator's stores themselves, in the folder where it is installed.</summary>
internal static class AzuriteScript
{
    /// <summary>Runs a script, which may write no errors.</summary>
    /// <returns>The lines that it wrote, without spaces around them.</returns>
    public static async Task<string[]> RunAsync(string script, params string[] arguments)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var node = await NodeRuntime.FindAsync(Environment.GetEnvironmentVariable("PATH"), cancelled);
        var folder = await new AzuriteInstaller(AzuriteOptions.Temporary.CacheFolder).InstallAsync(node, progress: null, cancelled);

        using var process = Process.Start(Executable.StartInfo(node.NodePath, ["-e", script, .. arguments], folder))!;
        var errors = process.StandardError.ReadToEndAsync(cancelled);
        var lines = (await process.StandardOutput.ReadToEndAsync(cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync(cancelled);
        Assert.Equal("", await errors);
        return lines;
    }
}
