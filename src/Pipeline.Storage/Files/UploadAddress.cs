namespace Pipeline.Storage.Files;

/// <summary>An address that takes one file, without any other right.</summary>
/// <param name="Address">The address, its signature included: a secret until it ends.</param>
/// <param name="ExpiresOn">When it ends, in UTC.</param>
public sealed record UploadAddress(Uri Address, DateTimeOffset ExpiresOn);
