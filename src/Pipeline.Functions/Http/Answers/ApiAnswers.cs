using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Pipeline.Functions.Http.Cors;
using Pipeline.Functions.Http.Problems;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;
using Pipeline.Storage;

namespace Pipeline.Functions.Http.Answers;

/// <summary>
/// Answers every route the same way: checks the parameters, chooses the representation and the coding, answers conditional
/// requests, and turns whatever goes wrong into a problem. (On the platform, an exception that leaves a function is a 500 without a body.)
/// </summary>
public sealed partial class ApiAnswers(ValidatorCache validators, CorsPolicy cors, ILogger<ApiAnswers> logger)
{
    /// <summary>The longest body that a request may have, in bytes. No route reads one.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    // A fragment is text and links: nothing of it may run, load or be framed, whatever an article holds.
    private const string HtmlPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Answers a request.</summary>
    /// <typeparam name="T">The type of what the route gives.</typeparam>
    /// <param name="route">The route.</param>
    /// <param name="request">The request.</param>
    /// <param name="query">Finds what is asked for; is not called where nothing can have changed.</param>
    /// <param name="cancellationToken">The function's own: once it is cancelled nobody waits for an answer.</param>
    public Task<IResult> AnswerAsync<T>(
        ApiRoute<T> route, HttpRequest request, Func<ParameterValues, Task<QueryResult<T>>> query, CancellationToken cancellationToken)
        where T : class =>
        GuardAsync(route, request, async () => cors.Open(await AnswerOrFailAsync(route, request, query), request), cancellationToken);

    /// <summary>Carries out a command, and answers with what came of it.</summary>
    /// <typeparam name="T">The type of what the route gives.</typeparam>
    /// <param name="route">The route.</param>
    /// <param name="request">The request.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">The function's own: once it is cancelled nobody waits for an answer.</param>
    public Task<IResult> CommandAsync<T>(
        ApiRoute<T> route, HttpRequest request, Func<ParameterValues, Task<QueryResult<T>>> command, CancellationToken cancellationToken)
        where T : class => GuardAsync(
            route,
            request,
            async () =>
            {
                var parameters = ParameterValues.Read(request.Query, route);
                if (parameters.Problem is not null || ContentNegotiation.Choose(route.Forms, request.Headers.Accept) is not { } form)
                {
                    return cors.Open(parameters.Problem is { } problem ? ProblemAnswers.Of(problem) : ProblemAnswers.Of(ProblemTypes.NotAcceptable, NotAcceptable(route)), request);
                }

                var result = await command(parameters.Value!);
                var answer = result.Problem is not null
                    ? ProblemAnswers.Of(result.Problem)
                    : new ApiAnswer(route.SuccessStatus, form.MediaType, form.Write(result.Value!, RequestAddresses.Of(request, route)));
                answer.Headers.CacheControl = "no-store";
                return cors.Open(answer, request);
            },
            cancellationToken);

    /// <summary>Answers by streaming.</summary>
    /// <param name="route">The route.</param>
    /// <param name="request">The request.</param>
    /// <param name="query">Begins what is streamed.</param>
    /// <param name="stream">Makes the answer of it.</param>
    /// <param name="cancellationToken">The function's own: once it is cancelled nobody waits for an answer.</param>
    internal Task<IResult> StreamAsync<T>(
        ApiRoute<T> route, HttpRequest request, Func<ParameterValues, Task<QueryResult<T>>> query, Func<T, IResult> stream, CancellationToken cancellationToken)
        where T : class => GuardAsync(
            route,
            request,
            async () =>
            {
                var parameters = ParameterValues.Read(request.Query, route);
                if (parameters.Problem is not null || ContentNegotiation.Choose(route.Forms, request.Headers.Accept) is null)
                {
                    return cors.Open(parameters.Problem is { } problem ? ProblemAnswers.Of(problem) : ProblemAnswers.Of(ProblemTypes.NotAcceptable, NotAcceptable(route)), request);
                }

                var result = await query(parameters.Value!);
                return result.Problem is not null ? cors.Open(ProblemAnswers.Of(result.Problem), request)
                    : HttpMethods.IsHead(request.Method) ? cors.Open(HeadersOfAStream(route), request)
                    : stream(result.Value!);
            },
            cancellationToken);

    private async Task<IResult> GuardAsync(ApiRoute route, HttpRequest request, Func<Task<IResult>> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await IsBodyTooLargeAsync(request, cancellationToken)
                ? cors.Open(ProblemAnswers.Of(ProblemTypes.BodyTooLarge, $"A body may have at most {MaxBodyBytes} bytes; this route reads none."), request)
                : await answer();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception, route.Function);
            return cors.Open(
                exception.IsStorageFailure()
                    ? ProblemAnswers.Of(ProblemTypes.StorageUnavailable, "Storage does not answer; ask again.")
                    : ProblemAnswers.Of(ProblemTypes.Unexpected, "The request failed; the app's log says why."),
                request);
        }
    }

    /// <summary>Tells whether a body is too large: by its length, or, where it comes without one, by reading as much of it as it may have.</summary>
    private static async Task<bool> IsBodyTooLargeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is { } length)
        {
            return length > MaxBodyBytes;
        }

        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return false;
        }

        var buffer = new byte[MaxBodyBytes + 1];
        return await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) > MaxBodyBytes;
    }

    /// <summary>Tells whether the client wants to know what holds now, and not what held a while ago (RFC 9111, 5.2.1).</summary>
    private static bool AsksAnew(HttpRequest request) =>
        CacheControlHeaderValue.TryParse(request.Headers.CacheControl.ToString(), out var control) && (control.NoCache || control.MaxAge == TimeSpan.Zero);

    private async Task<ApiAnswer> AnswerOrFailAsync<T>(ApiRoute<T> route, HttpRequest request, Func<ParameterValues, Task<QueryResult<T>>> query)
        where T : class
    {
        var parameters = ParameterValues.Read(request.Query, route);
        if (parameters.Problem is not null)
        {
            return ProblemAnswers.Of(parameters.Problem);
        }

        var form = route.IsFixedForm ? route.Forms[0] : ContentNegotiation.Choose(route.Forms, request.Headers.Accept);
        var codings = ContentCodings.Read(request.Headers.AcceptEncoding);
        if (form is null || !codings.TakesAny)
        {
            return ProblemAnswers.Of(ProblemTypes.NotAcceptable, NotAcceptable(route));
        }

        var address = RequestAddresses.Of(request, route);
        var key = $"{address.Self} {form.MediaType}";
        var ifNoneMatch = request.Headers.IfNoneMatch;
        if (ifNoneMatch.Count > 0 && !AsksAnew(request) && validators.TryFind(key, out var known, out var age) && EntityTags.Matches(ifNoneMatch, TagOf(known, codings)))
        {
            var unchanged = NotModified(route, known, codings);
            unchanged.Headers.Age = ((int)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return unchanged;
        }

        var result = await query(parameters.Value!);
        if (result.Problem is not null)
        {
            return ProblemAnswers.Of(result.Problem);
        }

        var value = result.Value!;
        var body = form.Write(value, address);
        var next = route.Next?.Invoke(value) is { } cursor ? $"<{address.Page(cursor)}>; rel=\"next\"" : null;
        var validator = new Validator(EntityTags.Hash(form.MediaType, body), body.Length, next);
        validators.Remember(key, validator, route.MaxAge);
        return EntityTags.Matches(ifNoneMatch, TagOf(validator, codings))
            ? NotModified(route, validator, codings)
            : Found(route, form, validator, codings, body);
    }

    private static ApiAnswer HeadersOfAStream<T>(ApiRoute<T> route)
        where T : class
    {
        var answer = new ApiAnswer(StatusCodes.Status200OK, route.Forms[0].MediaType);
        answer.Headers.CacheControl = "no-store";
        return answer;
    }

    private static string TagOf(Validator validator, ContentCodings codings) => EntityTags.Of(validator.Hash, codings.For(validator.Length));

    private static ApiAnswer NotModified(ApiRoute route, Validator validator, ContentCodings codings) =>
        Describe(new ApiAnswer(StatusCodes.Status304NotModified), route, validator, codings);

    private static ApiAnswer Found(ApiRoute route, Representation form, Validator validator, ContentCodings codings, byte[] body)
    {
        var coding = codings.For(validator.Length);
        var answer = Describe(new ApiAnswer(StatusCodes.Status200OK, form.MediaType, ContentCodings.Encode(body, coding)), route, validator, codings);
        if (coding is not null)
        {
            answer.Headers.ContentEncoding = coding;
        }

        if (form.MediaType == MediaTypes.Html)
        {
            answer.Headers.ContentSecurityPolicy = HtmlPolicy;

            // The address may hold the key.
            answer.Headers["Referrer-Policy"] = "no-referrer";
        }

        return answer;
    }

    /// <summary>Adds the headers that an answer has whether its body comes or has not changed.</summary>
    private static ApiAnswer Describe(ApiAnswer answer, ApiRoute route, Validator validator, ContentCodings codings)
    {
        answer.Headers.ETag = TagOf(validator, codings);
        answer.Headers.CacheControl = route.CacheControl;
        answer.Headers.Vary = route.IsFixedForm ? "Accept-Encoding" : "Accept, Accept-Encoding";
        if (validator.Link is not null)
        {
            answer.Headers.Link = validator.Link;
        }

        return answer;
    }

    private static string NotAcceptable(ApiRoute route) =>
        $"This route has {string.Join(", ", route.Offered.Select(form => MediaTypes.WithoutParameters(form.MediaType)))}, each also coded as br or gzip.";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request to {Function} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string function);
    }
}
