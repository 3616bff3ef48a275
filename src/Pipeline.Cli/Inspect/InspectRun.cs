using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;

namespace Pipeline.Cli.Inspect;

/// <summary>Inspects files and writes what comes out in their order.</summary>
/// <param name="inspector">Inspects a file.</param>
/// <param name="format">Gives what is written for an article.</param>
/// <param name="terminal">Where it is written.</param>
internal sealed class InspectRun(Inspector inspector, Func<AnalyzedItem, string> format, CommandTerminal terminal)
{
    private readonly AnalyzedFiles _analyzed = new(inspector, terminal);

    /// <summary>Inspects the files.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public Task<int> RunAsync(IReadOnlyList<InputFile> files, CancellationToken cancellationToken)
    {
        // Lines and a bar on the same screen would spoil each other.
        return terminal.IsOutputTerminal
            ? WriteAsync(files, _ => { }, cancellationToken)
            : terminal.WithProgressAsync("Inspecting", files.Sum(file => file.Length), done => WriteAsync(files, done, cancellationToken));
    }

    private async Task<int> WriteAsync(IReadOnlyList<InputFile> files, Action<long> done, CancellationToken cancellationToken)
    {
        await foreach (var (lines, bytes) in _analyzed.SelectAsync(files, format, cancellationToken))
        {
            foreach (var line in lines)
            {
                await terminal.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            done(bytes);
        }

        if (_analyzed.Rejected > 0)
        {
            await terminal.Error.WriteLineAsync($"{_analyzed.Rejected} rejected; the lines with \"state\":\"rejected\" say why.");
        }

        return _analyzed.Unreadable == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
