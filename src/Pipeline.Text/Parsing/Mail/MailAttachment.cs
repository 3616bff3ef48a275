namespace Pipeline.Text.Parsing.Mail;

/// <summary>A file in a mail that may be an article.</summary>
/// <param name="Name">What names it among the files of its message (<see cref="AttachmentName"/>).</param>
/// <param name="MediaType">Its media type with the character encoding, where the mail states one.</param>
/// <param name="Content">Its bytes, decoded.</param>
internal sealed record MailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content);
