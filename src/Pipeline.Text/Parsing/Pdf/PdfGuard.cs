using UglyToad.PdfPig.Exceptions;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>Runs the PDF library: keeps it to a budget, and turns what it throws on broken files into a rejection.</summary>
internal static class PdfGuard
{
    /// <summary>Runs a reading.</summary>
    /// <param name="read">The reading.</param>
    /// <param name="maxDecodedBytes">How many bytes all streams together may expand to.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ParsedItem Run(Func<PdfBudget, ParsedItem> read, long maxDecodedBytes, CancellationToken cancellationToken)
    {
        try
        {
            return read(new PdfBudget(maxDecodedBytes, cancellationToken));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library wraps what is thrown inside it, and throws of all kinds on broken files.
            cancellationToken.ThrowIfCancellationRequested();
            for (var inner = exception; inner is not null; inner = inner.InnerException)
            {
                if (inner is PdfLimitException limit)
                {
                    return ParsedItem.Rejected(limit.Reason, limit.Message);
                }
            }

            return exception is PdfDocumentEncryptedException
                ? ParsedItem.Rejected(RejectionReason.Encrypted, "The document is encrypted, and opens only with a password or a certificate.")
                : ParsedItem.Rejected(RejectionReason.Malformed, "The file starts as a PDF, but cannot be read as one.");
        }
    }
}
