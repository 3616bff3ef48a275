using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.LocalHost.Invocation;

/// <summary>Runs invocations: each in its own scope, within <c>functionTimeout</c>, logged and told to whoever watches.</summary>
/// <param name="scopes">Makes each invocation's scope.</param>
/// <param name="timeout">The longest an invocation may take; null for no limit.</param>
/// <param name="finished">Is set whenever one ends: it may have enqueued a message.</param>
/// <param name="executed">Is told of each that ended; may be null.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class FunctionExecutor(
    IServiceScopeFactory scopes,
    TimeSpan? timeout,
    WakeSignal finished,
    Action<FunctionExecution>? executed,
    TimeProvider timeProvider,
    ILogger<FunctionExecutor> logger)
{
    /// <summary>How long a function may go on after its token is cancelled before the host no longer waits for it.</summary>
    internal static readonly TimeSpan CancellationGrace = TimeSpan.FromSeconds(3);

    /// <summary>Runs a function of a listener, which does not wait for one that ignores its token.</summary>
    /// <param name="binding">The function.</param>
    /// <param name="input">The trigger's input.</param>
    /// <param name="subject">What it runs on, for the log.</param>
    /// <param name="aborting">Is cancelled when the host no longer waits.</param>
    public async Task<FunctionOutcome> ExecuteAsync(
        FunctionBinding binding, object input, string subject, CancellationToken aborting)
    {
        using var invocation = RunningInvocation.Start(timeout, timeProvider, aborting);
        var run = Task.Run(() => RunInScopeAsync(binding, input, invocation.Token), CancellationToken.None);
        await invocation.WaitAsync(run, CancellationGrace);

        return Report(binding, subject, invocation, run, aborting).Outcome;
    }

    /// <summary>Runs a function of a request in the request's own scope, and waits for it whatever it does.</summary>
    /// <returns>What the function returned, and the record of the invocation.</returns>
    public async Task<(object? Result, FunctionExecution Execution)> ExecuteRequestAsync(
        FunctionBinding binding, HttpInput input, string subject)
    {
        var aborted = input.Context.RequestAborted;
        using var invocation = RunningInvocation.Start(timeout, timeProvider, aborted);
        var run = binding.InvokeAsync(input.Context.RequestServices, input, invocation.Token);
        await invocation.WaitAsync(run);

        var execution = Report(binding, subject, invocation, run, aborted);
        return (execution.Outcome is FunctionOutcome.Succeeded ? await run : null, execution);
    }

    private async Task<object?> RunInScopeAsync(FunctionBinding binding, object input, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await binding.InvokeAsync(scope.ServiceProvider, input, cancellationToken);
    }

    private FunctionExecution Report(
        FunctionBinding binding, string subject, RunningInvocation invocation, Task run, CancellationToken aborting)
    {
        var exception = run.IsFaulted ? run.Exception.GetBaseException()
            : run.IsCanceled ? new OperationCanceledException()
            : null;
        var outcome = invocation.TimedOut ? FunctionOutcome.TimedOut
            : run.IsCompletedSuccessfully ? FunctionOutcome.Succeeded
            : aborting.IsCancellationRequested ? FunctionOutcome.Stopped
            : FunctionOutcome.Failed;
        var execution = new FunctionExecution(
            binding.Function.Name, subject, invocation.Elapsed, outcome, exception);
        Log(execution);
        finished.Set();
        Tell(execution);
        return execution;
    }

    private void Log(FunctionExecution execution)
    {
        switch (execution.Outcome)
        {
            case FunctionOutcome.Succeeded:
                LogSucceeded(execution.Function, execution.Subject, execution.Duration.TotalMilliseconds);
                break;
            case FunctionOutcome.Failed:
                LogFailed(execution.Exception, execution.Function, execution.Subject, execution.Duration.TotalMilliseconds);
                break;
            case FunctionOutcome.TimedOut:
                LogTimedOut(execution.Exception, execution.Function, execution.Subject, timeout!.Value);
                break;
            default:
                LogStopped(execution.Function, execution.Subject);
                break;
        }
    }

    private void Tell(FunctionExecution execution)
    {
        try
        {
            executed?.Invoke(execution);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A view that breaks must not make the function's message come again.
            LogViewFailed(exception);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Function} succeeded on {Subject} in {Milliseconds:0} ms.")]
    private partial void LogSucceeded(string function, string subject, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Function} failed on {Subject} after {Milliseconds:0} ms.")]
    private partial void LogFailed(Exception? exception, string function, string subject, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "{Function} was cancelled on {Subject}: it took longer than functionTimeout, {Timeout}.")]
    private partial void LogTimedOut(Exception? exception, string function, string subject, TimeSpan timeout);

    [LoggerMessage(4, LogLevel.Warning, "{Function} was stopped on {Subject} before it ended; it will run again.")]
    private partial void LogStopped(string function, string subject);

    [LoggerMessage(5, LogLevel.Error, "The view of executions threw.")]
    private partial void LogViewFailed(Exception exception);
}
