using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Storage;

namespace Pipeline.Functions.Http;

/// <summary>Answers a request whatever happens: on the platform, an exception that leaves a function is a 500 without a body.</summary>
internal static partial class RequestAnswers
{
    /// <summary>Refuses unknown parameters, else runs the query; a failure of storage is a 503, any other one a 500, both as problems.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameters">The parameters that the route takes.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">The function's own: once it is cancelled nobody waits for an answer.</param>
    public static async Task<IResult> AnswerAsync(
        this HttpRequest request, string[] parameters, Func<Task<IResult>> query, CancellationToken cancellationToken)
    {
        try
        {
            return request.RefuseUnknownParameters(parameters) ?? await query();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var logger = request.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestAnswers));
            Log.Failed(logger, exception, request.Path);
            return exception.IsStorageFailure() ? HttpAnswers.StorageUnavailable() : HttpAnswers.Unexpected();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The request for {Path} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string path);
    }
}
