using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using Pipeline.LocalHost.Discovery;
using Pipeline.LocalHost.Invocation;

namespace Pipeline.LocalHost.Http;

/// <summary>Answers requests with one HTTP function.</summary>
/// <param name="binding">The function.</param>
/// <param name="trigger">Its trigger.</param>
/// <param name="keys">Checks the key where the function wants one.</param>
/// <param name="executor">Runs the function.</param>
/// <param name="logger">The log.</param>
internal sealed partial class HttpFunctionEndpoint(
    FunctionBinding binding,
    HttpTrigger trigger,
    FunctionKeyCheck keys,
    FunctionExecutor executor,
    ILogger<HttpFunctionEndpoint> logger)
{
    /// <summary>Maps <c>/{routePrefix}/{route}</c> to the function.</summary>
    /// <param name="endpoints">Where it is mapped.</param>
    /// <param name="routePrefix">The prefix of <c>host.json</c>.</param>
    /// <param name="order">When it is tried: routes of a lower one come first, whatever they match.</param>
    /// <exception cref="FunctionHostException">The route is malformed.</exception>
    public void Map(IEndpointRouteBuilder endpoints, string routePrefix, int order)
    {
        var route = "/" + string.Join('/', new[] { routePrefix, trigger.Route }.Where(part => part.Length > 0));
        try
        {
            var builder = trigger.Methods.Count == 0
                ? endpoints.Map(route, HandleAsync)
                : endpoints.MapMethods(route, trigger.Methods, HandleAsync);
            builder.WithDisplayName(binding.Function.Name).WithOrder(order);
        }
        catch (RoutePatternException exception)
        {
            throw new FunctionHostException($"Function {binding.Function.Name}: {exception.Message}", exception);
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (trigger.NeedsKey && !await keys.AllowsAsync(context))
        {
            return;
        }

        var subject = $"{context.Request.Method} {context.Request.Path}";
        var (result, execution) = await executor.ExecuteRequestAsync(binding, new HttpInput(context), subject);
        switch (execution)
        {
            case { Exception: RouteValueException mismatch }:
                LogRouteValue(binding.Function.Name, mismatch.Message);
                await HostProblems.WriteAsync(context, StatusCodes.Status400BadRequest, "A part of the path is not of its form.");
                break;
            case { Outcome: FunctionOutcome.Succeeded }:
                await WriteAsync(context, result);
                break;
            default:
                await FailAsync(context);
                break;
        }
    }

    private async Task WriteAsync(HttpContext context, object? result)
    {
        try
        {
            switch (result)
            {
                case IResult answer:
                    await answer.ExecuteAsync(context);
                    break;
                case IActionResult answer:
                    await answer.ExecuteResultAsync(
                        new ActionContext(context, context.GetRouteData(), new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor()));
                    break;
                case not null:
                    LogPlainObject(binding.Function.Name);
                    break;
            }
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogAnswerFailed(exception, binding.Function.Name);
            await FailAsync(context);
        }
        catch (OperationCanceledException)
        {
            // The client went away while it was answered.
        }
    }

    private static Task FailAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        return HostProblems.WriteAsync(context, StatusCodes.Status500InternalServerError, "The function failed; the host's log says why.");
    }

    [LoggerMessage(1, LogLevel.Warning, "{Function}: {Reason} On the platform this is answered with 500; a route constraint makes it 404.")]
    private partial void LogRouteValue(string function, string reason);

    [LoggerMessage(2, LogLevel.Error, "{Function}: its result could not be written.")]
    private partial void LogAnswerFailed(Exception exception, string function);

    [LoggerMessage(3, LogLevel.Warning, "{Function} returned neither IResult nor IActionResult: the answer is empty, as on the platform.")]
    private partial void LogPlainObject(string function);
}
