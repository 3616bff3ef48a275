using System.Diagnostics;

namespace Pipeline.LocalHost.Azurite;

/// <summary>Finds programs as a shell would, and says how they are started here: unseen, with all streams redirected.</summary>
internal static class Executable
{
    /// <summary>Returns the full path of a program, or null where no folder of the search path has it.</summary>
    /// <param name="name">The name, with its extension on Windows.</param>
    /// <param name="searchPath">Folders, in the form of the environment variable <c>PATH</c>.</param>
    public static string? Find(string name, string? searchPath) =>
        (searchPath ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => Path.Combine(folder.Trim('"'), name))
            .FirstOrDefault(IsExecutable);

    /// <summary>Describes the start of a program.</summary>
    public static ProcessStartInfo StartInfo(string path, IEnumerable<string> arguments, string workingDirectory) => new(path, arguments)
    {
        WorkingDirectory = workingDirectory,
        UseShellExecute = false,
        CreateNoWindow = true,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static bool IsExecutable(string path)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != UnixFileMode.None);
    }
}
