using System.Runtime.CompilerServices;
using System.Text.Json;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;
using Pipeline.Text;

namespace Pipeline.Cli.Inspect;

/// <summary>Inspects files on all cores and writes the lines in the order of the files.</summary>
internal sealed class InspectRun(Inspector inspector, CommandTerminal terminal)
{
    private static readonly string[] JsonLines = [".jsonl", ".ndjson"];

    private int _rejected;
    private int _unreadable;

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
        var results = OrderedWork.SelectAsync(
            ListWorkAsync(files, cancellationToken),
            item => (Lines: item.Inspect(), item.Bytes),
            ahead: Environment.ProcessorCount * 4,
            cancellationToken);
        await foreach (var (lines, bytes) in results)
        {
            foreach (var line in lines)
            {
                await terminal.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            done(bytes);
        }

        if (_rejected > 0)
        {
            await terminal.Error.WriteLineAsync($"{_rejected} rejected; the lines with \"state\":\"rejected\" say why.");
        }

        return _unreadable == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private async IAsyncEnumerable<Work> ListWorkAsync(IReadOnlyList<InputFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (!JsonLines.Contains(Path.GetExtension(file.Path), StringComparer.OrdinalIgnoreCase))
            {
                yield return new Work(file.Length, () => InspectFile(file, cancellationToken));
                continue;
            }

            await foreach (var (number, line) in ReadLinesAsync(file, cancellationToken))
            {
                yield return new Work(line.Length, () => [Write(inspector.InspectLine(file.Display, number, line, cancellationToken))]);
            }
        }
    }

    private async IAsyncEnumerable<(int Number, string Line)> ReadLinesAsync(
        InputFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (OpenText(file) is not { } reader)
        {
            yield break;
        }

        using (reader)
        {
            for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    yield return (number, line);
                }
            }
        }
    }

    private StreamReader? OpenText(InputFile file)
    {
        try
        {
            return new StreamReader(file.Path);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(file, ex);
            return null;
        }
    }

    private string[] InspectFile(InputFile file, CancellationToken cancellationToken)
    {
        try
        {
            return [.. inspector.Inspect(file.Display, ReadBytes(file.Path), cancellationToken).Select(Write)];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(file, ex);
            return [];
        }
    }

    private byte[] ReadBytes(string path)
    {
        using var stream = File.OpenRead(path);
        var content = new byte[Math.Min(stream.Length, inspector.MaxFileBytes + 1L)];
        stream.ReadExactly(content);
        return content;
    }

    private string Write(InspectedArticle article)
    {
        if (article.State == InspectedArticle.Rejected)
        {
            Interlocked.Increment(ref _rejected);
        }

        return JsonSerializer.Serialize(article, PipelineJson.Options);
    }

    private void ReportUnreadable(InputFile file, Exception exception)
    {
        Interlocked.Increment(ref _unreadable);
        lock (terminal)
        {
            terminal.WriteError($"{file.Display} cannot be read: {exception.Message}");
        }
    }

    private readonly record struct Work(long Bytes, Func<string[]> Inspect);
}
