namespace Pipeline.Text.Parsing.Mail;

/// <summary>A file in a mail.</summary>
/// <param name="Name">Its name; for a message without one, <c>message.eml</c>.</param>
/// <param name="MediaType">Its media type without parameters.</param>
/// <param name="Content">Its bytes, decoded.</param>
internal sealed record MailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content);
