namespace Pipeline.LocalHost.Azurite;

/// <summary>A file that one process at a time can hold. The system lets go of it when the process ends, in whatever way.</summary>
public sealed class ExclusiveFile : IDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    private readonly FileStream _stream;

    private ExclusiveFile(FileStream stream) => _stream = stream;

    /// <summary>Takes the file, created when missing with its folder, or returns null where another process has it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static ExclusiveFile? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new ExclusiveFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Takes the file as soon as no other process has it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="waiting">Called once, when it has to wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<ExclusiveFile> TakeAsync(string path, Action waiting, CancellationToken cancellationToken)
    {
        var file = TryTake(path);
        if (file is null)
        {
            waiting();
        }

        while (file is null)
        {
            await Task.Delay(RetryDelay, cancellationToken);
            file = TryTake(path);
        }

        return file;
    }

    /// <summary>Lets go of the file.</summary>
    public void Dispose() => _stream.Dispose();
}
