using System.Runtime.CompilerServices;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(FolderOf(), "..", ".."));

    public static string Infrastructure { get; } = PathOf("infra");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Returns the paths of the Bicep files, relative to <see cref="Infrastructure"/>.</summary>
    public static IReadOnlyList<string> BicepFiles() =>
        [.. Directory.GetFiles(Infrastructure, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(Infrastructure, file))
            .Order(StringComparer.Ordinal)];

    private static string FolderOf([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
