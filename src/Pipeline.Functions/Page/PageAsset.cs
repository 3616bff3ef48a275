namespace Pipeline.Functions.Page;

/// <summary>A file of the page.</summary>
/// <param name="Path">Its path among the files, with forward slashes.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record PageAsset(string Path, string MediaType, byte[] Body);
