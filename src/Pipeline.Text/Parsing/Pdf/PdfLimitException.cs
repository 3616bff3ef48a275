namespace Pipeline.Text.Parsing.Pdf;

/// <summary>A PDF asks for more than is given to one.</summary>
/// <param name="reason">One of <see cref="RejectionReason"/>.</param>
/// <param name="message">What was found and what was expected: one sentence.</param>
internal sealed class PdfLimitException(string reason, string message) : Exception(message)
{
    /// <summary>Gets one of <see cref="RejectionReason"/>.</summary>
    public string Reason => reason;
}
