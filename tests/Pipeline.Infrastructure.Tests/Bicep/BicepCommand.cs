using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Xunit;

namespace Pipeline.Infrastructure.Tests.Bicep;

/// <summary>The Bicep command-line tool of the package that this project pins.</summary>
internal static class BicepCommand
{
    private static readonly string Executable = typeof(BicepCommand).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BicepPath")
        .Value!;

    /// <summary>Runs the tool in the folder of the Bicep files, or in a copy of it. Skips the test where the package has none for this machine.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="variables">The environment variables that the parameter files read.</param>
    /// <param name="arguments">The arguments.</param>
    public static async Task<BicepResult> RunAsync(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
            "The package of the Bicep command-line tool is the one for Linux on x64.");
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new BicepResult(process.ExitCode, await output, await errors);
    }
}

/// <summary>What the tool said.</summary>
internal sealed record BicepResult(int ExitCode, string Output, string Errors);
