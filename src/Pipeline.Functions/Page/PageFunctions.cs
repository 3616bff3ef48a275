using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Storage.Files;

namespace Pipeline.Functions.Page;

/// <summary>
/// Serves the page to read the issues in a browser: one document for all of its views, and the files that it loads. What it shows
/// comes from the API.
/// </summary>
public sealed class PageFunctions(PageAssets assets, IUploadAddresses uploads)
{
    /// <summary>The part of the path that all views are below.</summary>
    internal const string Segment = "page";

    /// <summary>The part of the path below it that the files are below.</summary>
    internal const string Assets = "assets";

    // The files never change at their address; the document says which they are, and is asked for each time.
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    /// <summary>Serves the document, or one of the files. On the platform, functions are tried in the order of their names: this one before that of unmatched requests.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The path below the page's root; null for the root itself.</param>
    [Function("ShowPage")]
    public IResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Segment + "/{*path}")] HttpRequest request, string? path)
    {
        if (path?.Split('/', 3) is [Assets, var version, var file])
        {
            // A worker of the version before may be asked for the files of a document that a newer one gave, or the other way round.
            return assets.Find(file) is { } asset ? Answer(request, asset, version == assets.Version ? Forever : AskEachTime) : new ApiAnswer(StatusCodes.Status404NotFound);
        }

        var address = (request.PathBase + request.Path).ToUriComponent().TrimEnd('/') + '/';
        var api = address[..(address.IndexOf($"/{Segment}/", StringComparison.OrdinalIgnoreCase) + 1)];
        var answer = Answer(request, assets.Document(api), AskEachTime);
        answer.Headers.ContentSecurityPolicy = Policy;
        return answer;
    }

    // Nothing but the page's own files and the API, and the storage that files are uploaded to.
    private string Policy =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' {uploads.Origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static ApiAnswer Answer(HttpRequest request, PageAsset asset, string cacheControl)
    {
        var coding = ContentCodings.Read(request.Headers.AcceptEncoding).For(asset.Body.Length);
        var tag = EntityTags.Of(asset.Hash, coding);
        var answer = EntityTags.Matches(request.Headers.IfNoneMatch, tag)
            ? new ApiAnswer(StatusCodes.Status304NotModified)
            : new ApiAnswer(StatusCodes.Status200OK, asset.MediaType, asset.In(coding));
        if (coding is not null && answer.Status == StatusCodes.Status200OK)
        {
            answer.Headers.ContentEncoding = coding;
        }

        answer.Headers.ETag = tag;
        answer.Headers.CacheControl = cacheControl;
        answer.Headers.Vary = "Accept-Encoding";
        answer.Headers["Referrer-Policy"] = "same-origin";
        return answer;
    }
}
