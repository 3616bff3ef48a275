using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Pipeline.Benchmarks.Load;

/// <summary>This program as a build of some commit left it in a folder.</summary>
/// <param name="name">What it is called.</param>
/// <param name="folder">The folder.</param>
internal sealed class BuiltProgram(string name, string folder)
{
    private const int ShownErrorLines = 20;

    public string Name => name;

    /// <summary>Returns the assembly that a folder must hold.</summary>
    public static string AssemblyIn(string folder) => Path.Combine(folder, $"{typeof(BuiltProgram).Assembly.GetName().Name}.dll");

    /// <summary>Does a load run in a process of its own.</summary>
    /// <param name="options">What it does.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>What it came to; null where it failed, which is told.</returns>
    public async Task<LoadResult?> LoadAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        var json = Path.GetTempFileName();
        try
        {
            var (exitCode, errors) = await RunAsync(
                ["load", "--json", json, "--articles", Text(options.Articles), "--size", Text(options.Size), "--clients", Text(options.Clients), "--warm-up", Text(options.WarmUp), "--runs", Text(options.Runs)],
                cancellationToken);
            if (exitCode == 0)
            {
                return await LoadResult.ReadAsync(json, cancellationToken);
            }

            var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(ShownErrorLines);
            Tell(string.Create(CultureInfo.InvariantCulture, $"ended with {exitCode}:\n{string.Join('\n', lines)}"));
        }
        catch (JsonException exception)
        {
            Tell($"wrote no result that this build can read: {exception.Message}");
        }
        finally
        {
            File.Delete(json);
        }

        return null;
    }

    private async Task<(int ExitCode, string Errors)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [AssemblyIn(folder), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private void Tell(string problem) => Console.Error.WriteLine($"{name} ({folder}) {problem}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
