namespace Pipeline.LocalHost;

/// <summary>How an invocation ended.</summary>
public enum FunctionOutcome
{
    /// <summary>The function returned.</summary>
    Succeeded,

    /// <summary>The function threw.</summary>
    Failed,

    /// <summary>The function took longer than <c>functionTimeout</c>.</summary>
    TimedOut,

    /// <summary>The host stopped before the function ended; its message or blob comes again.</summary>
    Stopped,
}

/// <summary>One invocation that ended.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Subject">What it ran on: a blob's path, a message's id, a request's method and path, or a due time.</param>
/// <param name="Duration">How long it ran.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Exception">What it threw; null where it returned.</param>
public sealed record FunctionExecution(
    string Function, string Subject, TimeSpan Duration, FunctionOutcome Outcome, Exception? Exception);
