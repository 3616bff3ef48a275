using System.ComponentModel;
using System.Diagnostics;

namespace Pipeline.LocalHost.Azurite;

/// <summary>Node.js and npm, as they are installed on this machine.</summary>
/// <param name="NodePath">The program <c>node</c>.</param>
/// <param name="NpmPath">The program <c>npm</c>.</param>
/// <param name="Version">The version of Node.js.</param>
internal sealed record NodeRuntime(string NodePath, string NpmPath, Version Version)
{
    // Azurite 3.37.0 asks for Node.js 22 and runs on 20; it does not load on 18.
    private const int MinimumMajor = 20;
    private const string Advice = "Install Node.js 22 or later (20 works), with npm, from https://nodejs.org and make sure that `node` is on the PATH.";

    /// <summary>Finds Node.js and npm.</summary>
    /// <param name="searchPath">Folders, in the form of the environment variable <c>PATH</c>.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <exception cref="AzuriteException">One of them is missing or too old.</exception>
    public static async Task<NodeRuntime> FindAsync(string? searchPath, CancellationToken cancellationToken)
    {
        var node = Executable.Find(OperatingSystem.IsWindows() ? "node.exe" : "node", searchPath)
            ?? throw Missing("The storage emulator Azurite needs Node.js, which was not found.");
        var written = await ReadVersionAsync(node, cancellationToken);
        if (!Version.TryParse(written.TrimStart('v').Split('-')[0], out var version))
        {
            throw Missing($"The storage emulator Azurite needs Node.js, but {node} did not tell its version.");
        }

        if (version.Major < MinimumMajor)
        {
            throw Missing($"The storage emulator Azurite needs a newer Node.js than {version}, found at {node}.");
        }

        var npm = Executable.Find(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", searchPath)
            ?? throw Missing($"Node.js {version} was found, but not npm, which installs the storage emulator Azurite.");
        return new NodeRuntime(node, npm, version);
    }

    private static async Task<string> ReadVersionAsync(string node, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(Executable.StartInfo(node, ["--version"], Environment.CurrentDirectory))!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return output.Trim();
        }
        catch (Win32Exception ex)
        {
            throw Missing($"Node.js at {node} cannot be run: {ex.Message}.", ex);
        }
    }

    private static AzuriteException Missing(string what, Exception? inner = null) =>
        new(AzuriteFailure.NodeMissing, $"{what} {Advice}", inner);
}
