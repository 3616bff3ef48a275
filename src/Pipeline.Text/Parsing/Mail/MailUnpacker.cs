using MimeKit;
using Pipeline.Text.Parsing.Unpacking;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>
/// Finds the files in a mail that may be articles, each named by its file name; those of a mailbox below the id of their
/// message. Pictures, calendars, visiting cards and signatures are passed over.
/// </summary>
/// <param name="options">The limits.</param>
internal sealed class MailUnpacker(ParsingOptions options) : IFileUnpacker
{
    public string Format => "mail";

    public bool HoldsText => true;

    public bool CanUnpack(SourceFile file) => MailSignature.Identify(file.Content.Span) != MailKind.None;

    public IEnumerable<UnpackedEntry> Unpack(SourceFile file, UnpackBudget budget, CancellationToken cancellationToken)
    {
        foreach (var (id, message) in Messages(file, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (message)
            {
                foreach (var attachment in MailAttachments.Of(message, options.MaxFileDepth, cancellationToken))
                {
                    var entryId = id is null ? attachment.Name : $"{id}/{attachment.Name}";
                    yield return budget.CountExpanded(attachment.Content.Length) is { } rejection
                        ? UnpackedEntry.Rejected(rejection, entryId)
                        : UnpackedEntry.Of(new SourceFile($"{file.Name}/{attachment.Name}", attachment.Content) { Received = file.Received, MediaType = attachment.MediaType }, entryId);
                }
            }
        }
    }

    private static IEnumerable<(string? Id, MimeMessage Message)> Messages(SourceFile file, CancellationToken cancellationToken)
    {
        if (MailSignature.Identify(file.Content.Span) == MailKind.Mailbox)
        {
            return MailMessages.InMailbox(file.Content, cancellationToken).Select(found => ((string?)found.Id, found.Message));
        }

        return MailMessages.Parse(file.Content, cancellationToken) is { } message ? [(null, message)] : [];
    }
}
