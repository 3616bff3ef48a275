using Microsoft.AspNetCore.Http;

namespace Pipeline.Functions.Http.Answers;

/// <summary>An answer of the API, complete but for the connection: to <c>HEAD</c> it is sent without its body.</summary>
/// <param name="status">The status code.</param>
/// <param name="mediaType">The body's media type; null where there is no body.</param>
/// <param name="body">The body.</param>
internal sealed class ApiAnswer(int status, string? mediaType = null, ReadOnlyMemory<byte> body = default) : IResult
{
    /// <summary>Gets the status code.</summary>
    public int Status { get; } = status;

    /// <summary>Gets the headers, those of the body apart.</summary>
    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.XContentTypeOptions = "nosniff";
        if (mediaType is null)
        {
            return;
        }

        response.ContentType = mediaType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
