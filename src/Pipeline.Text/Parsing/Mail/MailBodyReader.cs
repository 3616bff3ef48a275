using MimeKit;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Html;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Finds the text among the parts of a message (RFC 2046): the best of several forms, all of several parts, none of the files.</summary>
internal static class MailBodyReader
{
    // A plain form that is so much longer than the HTML has what the HTML only shows as pictures. Chosen.
    private const double PlainAdvantage = 2;

    /// <summary>Reads the body of a message.</summary>
    /// <exception cref="FormatException">There are too many parts.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MailBody Read(MimeMessage message, string? subject, CancellationToken cancellationToken)
    {
        var html = new List<TextPart>();
        var plain = new List<TextPart>();
        foreach (var entity in MailParts.Of(message))
        {
            if (entity is TextPart part && !MailParts.IsFile(part))
            {
                (part.IsHtml ? html : plain).Add(part);
            }
        }

        // Beside an HTML form, the plain parts are the same once more; a plain part of its own is a list's footer.
        var rich = Join(html.Select(part => ReadHtml(part, subject, cancellationToken)), subject);
        if (plain.Count == 0)
        {
            return rich;
        }

        var simple = Join(plain.Select(part => ReadPlain(part, cancellationToken)), subject);
        return simple.ProseLength > PlainAdvantage * rich.ProseLength ? simple with { OnlineUrl = simple.OnlineUrl ?? rich.OnlineUrl } : rich with { OnlineUrl = rich.OnlineUrl ?? simple.OnlineUrl };
    }

    private static MailBody Join(IEnumerable<(IReadOnlyList<Passage> Passages, string? Url)> parts, string? subject)
    {
        var passages = new List<Passage>();
        string? url = null;
        foreach (var part in parts)
        {
            passages.AddRange(part.Passages);
            url ??= part.Url;
        }

        var (cleaned, forwarded) = MailPassages.Clean(passages, subject);
        return new MailBody(cleaned, forwarded, url);
    }

    private static (IReadOnlyList<Passage> Passages, string? Url) ReadHtml(TextPart part, string? subject, CancellationToken cancellationToken)
    {
        var text = MailText.Of(part, cancellationToken) ?? string.Empty;
        return (HtmlFragment.Read(text, cancellationToken), OnlineLink.InHtml(text, subject));
    }

    private static (IReadOnlyList<Passage> Passages, string? Url) ReadPlain(TextPart part, CancellationToken cancellationToken)
    {
        var text = MailText.Of(part, cancellationToken) ?? string.Empty;
        cancellationToken.ThrowIfCancellationRequested();
        return (MailPlainText.Read(text, part.ContentType), OnlineLink.InText(text));
    }
}
