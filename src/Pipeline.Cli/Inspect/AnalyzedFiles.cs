using System.Runtime.CompilerServices;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;

namespace Pipeline.Cli.Inspect;

/// <summary>Reads and analyses files on all cores. What comes out is in the order of the files.</summary>
/// <param name="inspector">Inspects a file.</param>
/// <param name="terminal">Where a file that cannot be read is named.</param>
internal sealed class AnalyzedFiles(Inspector inspector, CommandTerminal terminal)
{
    private static readonly string[] JsonLines = [".jsonl", ".ndjson", ".jl"];

    private int _rejected;
    private int _unreadable;

    /// <summary>Gets how many files, or lines of files, gave no article so far.</summary>
    public int Rejected => _rejected;

    /// <summary>Gets how many files could not be read so far.</summary>
    public int Unreadable => _unreadable;

    /// <summary>Analyses files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="select">Takes from an article what is wanted of it; called on several threads.</param>
    /// <param name="cancellationToken">Ends the sequence early.</param>
    /// <returns>What was taken from each file, or each line of a JSON Lines file, with the bytes read for it.</returns>
    public IAsyncEnumerable<(IReadOnlyList<T> Items, long Bytes)> SelectAsync<T>(
        IReadOnlyList<InputFile> files, Func<AnalyzedItem, T> select, CancellationToken cancellationToken) =>
        OrderedWork.SelectAsync(
            ListWorkAsync(files, cancellationToken),
            work => ((IReadOnlyList<T>)[.. work.Inspect().Select(item => Take(item, select))], work.Bytes),
            ahead: Environment.ProcessorCount * 4,
            cancellationToken);

    private T Take<T>(AnalyzedItem item, Func<AnalyzedItem, T> select)
    {
        if (item.Rejection is not null)
        {
            Interlocked.Increment(ref _rejected);
        }

        return select(item);
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
                yield return new Work(line.Length, () => [inspector.InspectLine(file.Display, number, line, cancellationToken)]);
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

    private IReadOnlyList<AnalyzedItem> InspectFile(InputFile file, CancellationToken cancellationToken)
    {
        try
        {
            return inspector.Inspect(file.Display, ReadBytes(file.Path), cancellationToken);
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

    private void ReportUnreadable(InputFile file, Exception exception)
    {
        Interlocked.Increment(ref _unreadable);
        lock (terminal)
        {
            terminal.WriteError($"{file.Display} cannot be read: {exception.Message}");
        }
    }

    private readonly record struct Work(long Bytes, Func<IReadOnlyList<AnalyzedItem>> Inspect);
}
