using System.Globalization;
using MimeKit;
using Pipeline.Text.Parsing.Documents;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Names the files of a mail. Nothing is ever written under the name: it names the article and hints at the format.</summary>
internal static class AttachmentName
{
    // The longest that common file systems take. Of a longer one the end stays, which tells the format.
    private const int MaxLength = 255;

    /// <summary>
    /// Returns the file name without folders, composed (NFC), without characters that do not show; for an attached message
    /// without one its message id; else <c>attachment</c>.
    /// </summary>
    /// <param name="entity">The part of the mail that is the file.</param>
    public static string Of(MimeEntity entity)
    {
        var name = Clean(entity.ContentDisposition?.FileName ?? entity.ContentType.Name);
        return name.Length > 0 ? name
            : entity is not MessagePart attached ? "attachment"
            : Clean(attached.Message?.MessageId) is { Length: > 0 } id ? id
            : "message.eml";
    }

    private static string Clean(string? text)
    {
        var name = PassageText.Clean(string.Concat((text ?? string.Empty).Where(c => !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)));
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (name.Length > MaxLength)
        {
            name = name[^MaxLength..];
            name = char.IsLowSurrogate(name[0]) ? name[1..] : name;
        }

        return name.Trim('.', ' ').Length == 0 ? string.Empty : name;
    }
}
