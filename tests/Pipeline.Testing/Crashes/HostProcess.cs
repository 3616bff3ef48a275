using System.Diagnostics;

namespace Pipeline.Testing.Crashes;

/// <summary>The command <c>pipeline run</c> as a process of its own, which can be killed.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;

    private HostProcess(Process process)
    {
        _process = process;
    }

    /// <summary>Gets the address of the API, without a slash at its end.</summary>
    public string Api { get; private set; } = "";

    /// <summary>Starts the command that lies beside this program, on a storage, and waits until it serves.</summary>
    /// <param name="connectionString">The storage.</param>
    /// <param name="settings">Settings of the function app.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">It ended.</exception>
    public static async Task<HostProcess> StartAsync(string connectionString, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "pipeline"), ["run", "--port", "0", "--storage", connectionString])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(Process.Start(start)!);
        host._process.ErrorDataReceived += (_, _) => { };
        host._process.BeginErrorReadLine();
        try
        {
            while (await host._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                const string Serving = "Serving at ";
                if (line.IndexOf(Serving, StringComparison.Ordinal) is >= 0 and var at)
                {
                    var summaries = line[(at + Serving.Length)..].Split(' ')[0];
                    host.Api = summaries[..summaries.LastIndexOf('/')];
                    return host;
                }
            }
        }
        catch (OperationCanceledException)
        {
            await host.DisposeAsync();
            throw;
        }

        await host.DisposeAsync();
        throw new InvalidOperationException("The pipeline ended at its start.");
    }

    /// <summary>Kills the process at whatever it is doing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
