using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Cli.Tests.Run;

/// <summary>The command as a process of its own, ended by signals.</summary>
public sealed partial class RunProcessTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TestFolder _data = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("INT", 0)]
    [InlineData("TERM", 0)]
    [InlineData("HUP", 0)]
    [InlineData("KILL", 137)]
    public async Task Run_Signal_EndsWithTheEmulator(string signal, int exitCode)
    {
        azurite.RequireAzurite();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        using var run = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "pipeline"), ["run", "--port", "0", "--azurite-port", "0", "--data", _data.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = "";
        while (!output.Contains("Serving at ", StringComparison.Ordinal))
        {
            output += await run.StandardOutput.ReadLineAsync(Cancelled) ?? throw new InvalidOperationException($"It ended: {output}");
        }

        var emulatorPort = int.Parse(EmulatorPort().Match(output).Groups["port"].ValueSpan, CultureInfo.InvariantCulture);
        using (var kill = Process.Start("kill", [$"-{signal}", run.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Cancelled);
        }

        await run.WaitForExitAsync(Cancelled);
        Assert.Equal(exitCode, run.ExitCode);
        await WaitUntilNothingListensAsync(emulatorPort);
    }

    [GeneratedRegex("Azurite on ports (?<port>[0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex EmulatorPort();

    private static async Task WaitUntilNothingListensAsync(int port)
    {
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", port, Cancelled);
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(50, Cancelled);
        }
    }
}
