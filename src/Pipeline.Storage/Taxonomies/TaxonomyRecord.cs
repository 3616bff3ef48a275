namespace Pipeline.Storage.Taxonomies;

/// <summary>The user's taxonomy that is in force, whatever has become of its blob since.</summary>
public sealed record TaxonomyRecord
{
    /// <summary>The most bytes that the content may have once it is compressed: what fits into one row.</summary>
    // A row holds 1 MiB, and a property 64 KiB: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
    public const int MaxCompressedBytes = MaxProperties * MaxPropertyBytes;

    // The emulator counts bytes as base64, a third more.
    internal const int MaxProperties = 11;
    internal const int MaxPropertyBytes = 64 * 1024;

    /// <summary>Gets the blob's name and ETag.</summary>
    public required TaxonomyBlob Blob { get; init; }

    /// <summary>Gets the version of the taxonomy that the content gave.</summary>
    public required string Version { get; init; }

    /// <summary>Gets since when it is in force, in UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets the file's bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}

/// <summary>A file of the user's taxonomy.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="ETag">Its ETag, normalised.</param>
public sealed record TaxonomyBlob(string Name, string ETag);
