using MimeKit;
using Pipeline.Text.Parsing.Mail;

namespace Pipeline.Text.Parsing.Unpacking.SavedPages;

/// <summary>
/// Takes the page out of a web page that a browser saved as one file (MHTML, RFC 2557), with the address that it was saved
/// from. The article is the file, so it has no id of its own. When the page was saved says nothing of the article.
/// </summary>
internal sealed class SavedPageUnpacker : IFileUnpacker
{
    /// <summary>The field in which browsers state the page's address.</summary>
    public const string LocationField = "Snapshot-Content-Location";

    public string Format => "mhtml";

    public bool CanUnpack(SourceFile file) => SavedPageSignature.IsMatch(file.Content.Span);

    public IEnumerable<UnpackedEntry> Unpack(SourceFile file, UnpackBudget budget, CancellationToken cancellationToken)
    {
        using var message = MailMessages.Parse(file.Content, cancellationToken);
        if (message is null || Root(message) is not { Content: not null } page)
        {
            yield return UnpackedEntry.Rejected(RejectionReason.Malformed, "The saved page holds no HTML.", itemId: null);
            yield break;
        }

        using var content = new MemoryStream();
        page.Content.DecodeTo(content, cancellationToken);
        yield return budget.CountExpanded((int)content.Length) is { } rejection
            ? UnpackedEntry.Rejected(rejection, itemId: null)
            : UnpackedEntry.Of(
                file with { Content = content.GetBuffer().AsMemory(0, (int)content.Length), Address = Address(message, page) ?? file.Address, MediaType = AttachmentKind.MediaType(page.ContentType) },
                itemId: null);
    }

    /// <summary>Returns the part that the others belong to (RFC 2387), or else the first page; frames come after it.</summary>
    private static MimePart? Root(MimeMessage message)
    {
        try
        {
            return message.Body is MultipartRelated { Root: MimePart root } && IsPage(root)
                ? root
                : MailParts.Of(message).OfType<MimePart>().FirstOrDefault(IsPage);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsPage(MimePart part) => part.ContentType.IsMimeType("text", "html") || part.ContentType.IsMimeType("application", "xhtml+xml");

    private static string? Address(MimeMessage message, MimePart page) =>
        new[] { message.Headers[LocationField], page.Headers[HeaderId.ContentLocation], message.Headers[HeaderId.ContentLocation] }
            .Select(address => address?.Trim())
            .FirstOrDefault(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
