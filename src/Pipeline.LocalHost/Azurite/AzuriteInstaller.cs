using System.Diagnostics;

namespace Pipeline.LocalHost.Azurite;

/// <summary>Installs the pinned Azurite from npm into a cache folder, once for all projects of the user.</summary>
/// <param name="cacheFolder">The folder that holds the installations; null for the user's own.</param>
internal sealed class AzuriteInstaller(string? cacheFolder)
{
    private readonly string _cacheFolder = Path.GetFullPath(cacheFolder ?? DefaultCacheFolder());

    /// <summary>Gets the folder of the installation.</summary>
    public string Folder => Path.Combine(_cacheFolder, AzuritePackage.FolderName);

    /// <summary>Installs Azurite unless it is there. Processes that come at the same time wait for the first.</summary>
    /// <param name="node">What to install with.</param>
    /// <param name="progress">Told what takes long.</param>
    /// <param name="cancellationToken">Ends the installation; nothing half done stays in use.</param>
    /// <returns>The folder of the installation.</returns>
    /// <exception cref="AzuriteException">npm failed, or the folder cannot be written.</exception>
    public async Task<string> InstallAsync(NodeRuntime node, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        // The folder gets its name when it is complete, so being there is all it takes.
        if (Directory.Exists(Folder))
        {
            return Folder;
        }

        try
        {
            using var taken = await ExclusiveFile.TakeAsync(
                Folder + ".lock",
                () => progress?.Report("Waiting for another process that installs Azurite"),
                cancellationToken);
            if (!Directory.Exists(Folder))
            {
                await InstallHereAsync(node, progress, cancellationToken);
            }

            return Folder;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new AzuriteException(
                AzuriteFailure.InstallFailed,
                $"The storage emulator Azurite cannot be installed into {_cacheFolder}: {ex.Message} " +
                $"Set {AzuriteOptions.CacheFolderVariable} to a folder that can be written.",
                ex);
        }
    }

    private async Task InstallHereAsync(NodeRuntime node, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report($"Installing Azurite {AzuritePackage.Version} from npm into {Folder} (once, about 60 MB)");
        var partial = Folder + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
        AzuritePackage.WriteTo(partial);
        await RunNpmAsync(node, partial, cancellationToken);
        await RenameAsync(partial, cancellationToken);
    }

    // On Windows a virus scanner may hold files that were written just now.
    private async Task RenameAsync(string partial, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Move(partial, Folder);
                return;
            }
            catch (IOException) when (attempt < 5)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
            }
        }
    }

    private static async Task RunNpmAsync(NodeRuntime node, string folder, CancellationToken cancellationToken)
    {
        // --install-links copies the folder `absent` where the default would link it, by a full path on Windows.
        var start = Executable.StartInfo(
            node.NpmPath,
            [
                "ci", "--omit=dev", "--install-links", "--ignore-scripts", "--engine-strict=false",
                "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error",
            ],
            folder);

        // npm runs the first `node` of the PATH: let that be the one whose version was checked.
        start.Environment["PATH"] = Path.GetDirectoryName(node.NodePath) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new BoundedOutput();
        try
        {
            await Task.WhenAll(
                CollectAsync(process.StandardOutput, output, cancellationToken),
                CollectAsync(process.StandardError, output, cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new AzuriteException(
                AzuriteFailure.InstallFailed,
                $"npm could not install the storage emulator Azurite {AzuritePackage.Version} (exit code {process.ExitCode}). " +
                $"Is the npm registry reachable? npm wrote:{output}");
        }
    }

    private static async Task CollectAsync(StreamReader reader, BoundedOutput output, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            output.Add(line);
        }
    }

    private static string DefaultCacheFolder()
    {
        if (Environment.GetEnvironmentVariable(AzuriteOptions.CacheFolderVariable) is { Length: > 0 } chosen)
        {
            return chosen;
        }

        var folder = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(folder) || OperatingSystem.IsWindows())
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            folder = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
                : Path.Combine(home, ".cache");
        }

        return Path.Combine(folder, "news-issue-pipeline");
    }
}
