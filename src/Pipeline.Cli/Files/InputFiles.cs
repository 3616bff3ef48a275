using System.IO.Enumeration;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Pipeline.Cli.Files;

/// <summary>Finds the files that <c>FILES</c> means.</summary>
internal static class InputFiles
{
    /// <summary>How the verbs describe <c>FILES</c>.</summary>
    public const string Description =
        "Files, folders (with all below them, but hidden ones) and patterns (* within a name, ** across folders).";

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>Finds the files: in the order of the arguments, and by ordinal order of their paths in a folder or pattern.</summary>
    /// <param name="arguments">What the user wrote.</param>
    /// <exception cref="CommandException">An argument means no file.</exception>
    public static IReadOnlyList<InputFile> Expand(IEnumerable<string> arguments) => [.. arguments.SelectMany(Expand)];

    private static IEnumerable<InputFile> Expand(string argument)
    {
        if (File.Exists(argument))
        {
            return [new InputFile(argument, Path.GetFileName(argument), Slashes(argument), new FileInfo(argument).Length)];
        }

        if (Directory.Exists(argument))
        {
            return Below(argument, ListFolder(argument), $"There are no files in the folder {argument}.");
        }

        if (argument.Contains('*', StringComparison.Ordinal))
        {
            var (folder, pattern) = SplitPattern(argument);
            return Below(folder, ListPattern(folder, pattern), $"No file matches {argument}.");
        }

        throw new CommandException($"There is no file or folder {argument}.");
    }

    private static List<InputFile> Below(string folder, IEnumerable<string> names, string noneMessage)
    {
        var display = Slashes(folder).TrimEnd('/');
        var prefix = folder is "" or "." ? "" : display + "/";
        var files = names
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Info: new FileInfo(Path.Combine(folder, name))))
            .Select(file => new InputFile(file.Info.FullName, file.Name, prefix + file.Name, file.Info.Length))
            .ToList();
        return files.Count > 0 ? files : throw new CommandException(noneMessage);
    }

    private static FileSystemEnumerable<string> ListFolder(string folder)
    {
        var root = Path.GetFullPath(folder);
        return new FileSystemEnumerable<string>(
            root,
            (ref entry) => Slashes(Path.GetRelativePath(root, entry.ToFullPath())),
            new EnumerationOptions { RecurseSubdirectories = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,

            // A link to a folder may lead back up.
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
    }

    private static IEnumerable<string> ListPattern(string folder, string pattern)
    {
        var root = new DirectoryInfo(folder.Length == 0 ? "." : folder);
        if (!root.Exists)
        {
            return [];
        }

        var matcher = new Matcher(OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        matcher.AddInclude(pattern);
        return matcher.Execute(new DirectoryInfoWrapper(root)).Files.Select(match => Slashes(match.Path));
    }

    private static (string Folder, string Pattern) SplitPattern(string argument)
    {
        var start = argument.LastIndexOfAny(Separators, argument.IndexOf('*', StringComparison.Ordinal)) + 1;
        return (argument[..start], argument[start..]);
    }

    private static string Slashes(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
}
