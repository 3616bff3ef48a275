using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>The text of a mail.</summary>
/// <param name="Passages">Its passages, without quoted messages, signatures and what newsletters have around their text.</param>
/// <param name="Forwarded">The header of the message that was passed on, where the sender says nothing himself; else null.</param>
/// <param name="OnlineUrl">Where the same stands on the web, if the mail says it in plain sight.</param>
internal sealed record MailBody(IReadOnlyList<Passage> Passages, ForwardedHeader? Forwarded, string? OnlineUrl)
{
    /// <summary>Gets the body of a mail without text.</summary>
    public static MailBody Empty { get; } = new([], null, null);

    /// <summary>Gets how many characters of prose there are.</summary>
    public int ProseLength => Passages.Where(passage => SentenceShape.IsProse(passage.Text)).Sum(passage => passage.Text.Length);
}
