namespace Pipeline.Processing.Queries.Responses;

/// <summary>Where one file may be uploaded to.</summary>
/// <param name="Address">The address, with its signature: whoever has it can upload this one file until it ends.</param>
/// <param name="Blob">The name of the blob in <c>articles</c>.</param>
/// <param name="ExpiresOn">When the address ends.</param>
/// <param name="MaxBytes">The longest file that is read, in bytes; a longer one is rejected.</param>
public sealed record UploadResponse(Uri Address, string Blob, DateTimeOffset ExpiresOn, int MaxBytes);
