namespace Pipeline.Cli.Upload;

/// <summary>What became of a file.</summary>
internal enum UploadState
{
    /// <summary>It was sent.</summary>
    Uploaded,

    /// <summary>The same bytes were there.</summary>
    Unchanged,

    /// <summary>It could not be read or sent.</summary>
    Failed,
}

/// <summary>What became of a file, and the entity tag of its blob.</summary>
/// <param name="File">The file.</param>
/// <param name="State">What became of it.</param>
/// <param name="ETag">The entity tag; null where it failed.</param>
/// <param name="Detail">Why it failed; null elsewhere.</param>
internal sealed record UploadResult(NamedFile File, UploadState State, Azure.ETag? ETag, string? Detail = null);
