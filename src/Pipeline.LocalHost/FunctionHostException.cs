namespace Pipeline.LocalHost;

/// <summary>
/// The function app, its settings or the machine do not let the host start. The message is for the user: it names the
/// function, setting or key, and says what to change.
/// </summary>
public sealed class FunctionHostException : Exception
{
    /// <summary>Initializes a new instance with a message for the user.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public FunctionHostException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance with a message for the user and its cause.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="innerException">The cause.</param>
    public FunctionHostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Joins several problems into one exception, one a line.</summary>
    /// <param name="problems">At least one.</param>
    internal static FunctionHostException Of(IReadOnlyCollection<string> problems) =>
        new(string.Join(Environment.NewLine, problems));
}
