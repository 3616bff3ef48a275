using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Pipeline.LocalHost.Azurite;

namespace Pipeline.LocalHost.Tests.Azurite;

/// <summary>
/// This assembly, run once more as a process that starts Azurite and then does nothing, so that a test can kill it.
/// Asked for by an environment variable, before the test platform's own entry point runs.
/// </summary>
internal static class AzuriteParent
{
    private const string FolderVariable = "PIPELINE_TESTS_AZURITE_PARENT";

    public static Process Start(string dataFolder) => Process.Start(
        new ProcessStartInfo(Environment.ProcessPath!, DotNetArguments())
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            Environment = { [FolderVariable] = dataFolder },
        })!;

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "A test program, not a library.")]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            var server = AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary with { DataFolder = folder }).GetAwaiter().GetResult();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{server.ProcessId} {server.BlobPort}"));
            Console.In.ReadToEnd();
            Environment.Exit(0);
        }
    }

    private static string[] DotNetArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? ["exec", typeof(AzuriteParent).Assembly.Location] : [];
}
