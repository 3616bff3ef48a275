using System.Diagnostics;
using System.Globalization;

namespace Pipeline.LocalHost.Azurite;

/// <summary>The right of one process to keep data in a folder.</summary>
internal sealed class DataFolderLease : IDisposable
{
    private const string LockFile = ".pipeline.lock";

    // Beside the lock, which no one else can read while it is held: the ids of the holder and of its Azurite.
    private const string OwnerFile = ".pipeline.owner";

    private static readonly string[] DataFolders = ["__blobstorage__", "__queuestorage__"];

    private readonly ExclusiveFile _file;
    private readonly string _folder;

    private DataFolderLease(ExclusiveFile file, string folder)
    {
        _file = file;
        _folder = folder;
    }

    /// <summary>Takes a folder, created when missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="patience">How long to wait for the Azurite of a holder that died, which is still saving.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="AzuriteException">Another process has it, or it cannot be written.</exception>
    public static async Task<DataFolderLease> TakeAsync(string folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        folder = Path.GetFullPath(folder);
        try
        {
            var file = ExclusiveFile.TryTake(Path.Combine(folder, LockFile));
            if (file is null)
            {
                throw InUse(folder, ReadOwner(folder) is [var holder, ..] ? holder : null);
            }

            try
            {
                await WaitForPredecessorAsync(folder, patience, cancellationToken);
            }
            catch
            {
                file.Dispose();
                throw;
            }

            var lease = new DataFolderLease(file, folder);
            lease.Write(Environment.ProcessId);
            return lease;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new AzuriteException(
                AzuriteFailure.DataFolderInUse, $"The data folder {folder} cannot be used: {ex.Message}", ex);
        }
    }

    /// <summary>Deletes what Azurite keeps in the folder, and nothing else: it may be any folder of the user's.</summary>
    public void DeleteData()
    {
        try
        {
            foreach (var file in Directory.GetFiles(_folder, "__azurite_db_*__.json*"))
            {
                File.Delete(file);
            }

            foreach (var folder in DataFolders.Select(name => Path.Combine(_folder, name)))
            {
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new AzuriteException(AzuriteFailure.DataFolderInUse, $"The data folder {_folder} cannot be emptied: {ex.Message}", ex);
        }
    }

    /// <summary>Notes which process is Azurite, so that a successor can wait for it.</summary>
    public void NoteAzurite(int processId) => Write(Environment.ProcessId, processId);

    public void Dispose()
    {
        try
        {
            File.Delete(Path.Combine(_folder, OwnerFile));
        }
        catch (IOException)
        {
            // It says nothing wrong: its process is gone.
        }

        _file.Dispose();
    }

    private static async Task WaitForPredecessorAsync(string folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (ReadOwner(folder) is not [_, var azurite])
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(azurite);
            if (!process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            await process.WaitForExitAsync(cancellationToken).WaitAsync(patience, cancellationToken);
        }
        catch (Exception ex) when (ex is ArgumentException or InvalidOperationException)
        {
            // No such process.
        }
        catch (TimeoutException)
        {
            // Past the time that it gives itself (run.cjs): what still has the id is a leftover of the system's.
        }
    }

    private static int[] ReadOwner(string folder)
    {
        try
        {
            return [.. File.ReadAllText(Path.Combine(folder, OwnerFile))
                .Split(' ')
                .Select(id => int.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture))];
        }
        catch (Exception ex) when (ex is IOException or FormatException or OverflowException)
        {
            return [];
        }
    }

    private static AzuriteException InUse(string folder, int? holder) => new(
        AzuriteFailure.DataFolderInUse,
        $"The data folder {folder} is in use by another process{(holder is null ? "" : $" (id {holder})")}. " +
        "Stop that one, or name another folder.");

    private void Write(params int[] ids) => File.WriteAllText(
        Path.Combine(_folder, OwnerFile),
        string.Join(' ', ids.Select(id => id.ToString(CultureInfo.InvariantCulture))));
}
