namespace Pipeline.LocalHost.Invocation;

/// <summary>A request's route value cannot be read as the type of the function's parameter.</summary>
/// <param name="message">Which value, and which type.</param>
internal sealed class RouteValueException(string message) : Exception(message);
