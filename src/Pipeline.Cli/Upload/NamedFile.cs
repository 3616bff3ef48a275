using Pipeline.Cli.Files;

namespace Pipeline.Cli.Upload;

/// <summary>A file and the name of its blob.</summary>
/// <param name="File">The file.</param>
/// <param name="BlobName">The name of the blob in the container of the articles.</param>
internal sealed record NamedFile(InputFile File, string BlobName);
