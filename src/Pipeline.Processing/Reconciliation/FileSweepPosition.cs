using System.Text.Json;
using Pipeline.Text;

namespace Pipeline.Processing.Reconciliation;

/// <summary>Where the sweep of files goes on: before a page, or inside a file of many articles.</summary>
/// <param name="Page">The token of the page of files; null for the first.</param>
/// <param name="FileId">The file of the page from which it goes on; null for its first.</param>
/// <param name="Version">The version of that file of which it saw the first articles.</param>
/// <param name="Articles">How many of the file's articles it saw.</param>
/// <param name="Expired">How many of those are deleted and older than articles are kept.</param>
internal sealed record FileSweepPosition(string? Page, string? FileId = null, string Version = "", int Articles = 0, int Expired = 0)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="token">The token; null for the start.</param>
    /// <returns>The position; the start where the token is of another version of the app.</returns>
    public static FileSweepPosition Parse(string? token)
    {
        try
        {
            return (token is null ? null : JsonSerializer.Deserialize<FileSweepPosition>(token, PipelineJson.Options)) ?? new FileSweepPosition(Page: null);
        }
        catch (JsonException)
        {
            return new FileSweepPosition(Page: null);
        }
    }

    /// <summary>Writes it as a token.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, PipelineJson.Options);
}
