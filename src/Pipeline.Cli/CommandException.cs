namespace Pipeline.Cli;

/// <summary>The command cannot do what it was asked for. The message is for the user: what is wrong, and what to do.</summary>
/// <param name="message">One sentence or two.</param>
/// <param name="innerException">What caused it.</param>
internal sealed class CommandException(string message, Exception? innerException = null) : Exception(message, innerException);
