namespace Pipeline.Storage.Messages;

/// <summary>A queue message that cannot be read. It fails every time, and so ends in the poison queue, where nothing of it is lost.</summary>
public sealed class MessageFormatException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="MessageFormatException"/> class.</summary>
    public MessageFormatException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MessageFormatException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    public MessageFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MessageFormatException"/> class.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What the reader said.</param>
    public MessageFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
