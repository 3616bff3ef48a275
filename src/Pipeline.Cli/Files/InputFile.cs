namespace Pipeline.Cli.Files;

/// <summary>A file that the user named, or that stands in a folder that was named.</summary>
/// <param name="Path">The path to open.</param>
/// <param name="Name">The path below the folder that was named, or the file's name; forward slashes.</param>
/// <param name="Display">The path as the user would write it; forward slashes.</param>
/// <param name="Length">The length in bytes.</param>
internal sealed record InputFile(string Path, string Name, string Display, long Length);
