namespace Pipeline.Processing;

/// <summary>Others changed the same article or file again and again meanwhile. Transient: the host tries the message again.</summary>
public sealed class ContentionException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="ContentionException"/> class.</summary>
    public ContentionException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ContentionException"/> class.</summary>
    /// <param name="message">What changed and how often it was tried.</param>
    public ContentionException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ContentionException"/> class.</summary>
    /// <param name="message">What changed and how often it was tried.</param>
    /// <param name="innerException">The last failure.</param>
    public ContentionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
