using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Files;
using Pipeline.Text.Parsing;

namespace Pipeline.Processing.Commands;

/// <summary>Lets programs and pages that have no right on the storage upload files.</summary>
public sealed class UploadCommands(IUploadAddresses addresses, ParsingOptions limits)
{
    /// <summary>Gives an address that takes one file.</summary>
    /// <param name="name">The blob's name; a blob of that name is replaced.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    public async Task<QueryResult<UploadResponse>> CreateAsync(string? name, CancellationToken cancellationToken) =>
        name is not null && await addresses.CreateAsync(name, cancellationToken) is { } upload
            ? new UploadResponse(upload.Address, name, upload.ExpiresOn, limits.MaxFileBytes)
            : QueryProblem.Parameter("name", "must be the name of a blob: 1 to 1,024 characters, without segments of dots alone");
}
