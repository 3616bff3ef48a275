namespace Pipeline.Evaluation;

/// <summary>The evaluation cannot do what it was asked for. The message says what is wrong.</summary>
/// <param name="message">One sentence.</param>
/// <param name="innerException">What caused it.</param>
internal sealed class EvaluationException(string message, Exception? innerException = null) : Exception(message, innerException);
