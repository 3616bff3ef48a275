using System.Text;

namespace Pipeline.Text.Tests.Parsing.Mail;

/// <summary>Writes small mails with files.</summary>
internal sealed class MailFile
{
    private readonly List<byte> _parts = [];

    /// <summary>Gets the words of the mail; none where it is empty.</summary>
    public string Text { get; init; } = string.Empty;

    public string Subject { get; init; } = "Papers on the two streets";

    public string Id { get; init; } = "papers@herald.test";

    /// <summary>Adds a file.</summary>
    public MailFile Attach(string? name, string mediaType, byte[] content)
    {
        var named = name is null ? string.Empty : $"; filename=\"{name}\"";
        Part($"Content-Type: {mediaType}\nContent-Disposition: attachment{named}\nContent-Transfer-Encoding: base64\n\n", Encoding.ASCII.GetBytes(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)));
        return this;
    }

    /// <summary>Adds a message as it stands.</summary>
    public MailFile Attach(byte[] message)
    {
        Part("Content-Type: message/rfc822\n\n", message);
        return this;
    }

    public byte[] ToBytes() =>
    [
        .. Encoding.UTF8.GetBytes($"From: Jane Doe <jane@herald.test>\nTo: desk@example.test\nSubject: {Subject}\nDate: Fri, 17 Nov 2023 10:32:00 +0100\nMessage-ID: <{Id}>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"{Boundary}\"\n\n"),
        .. Encoding.UTF8.GetBytes($"--{Boundary}\nContent-Type: text/plain; charset=utf-8\n\n{Text}\n"),
        .. _parts,
        .. Encoding.UTF8.GetBytes($"--{Boundary}--\n"),
    ];

    // Of its own for each mail, since mails stand in mails.
    private string Boundary => $"b-{Id}";

    private void Part(string header, byte[] content) => _parts.AddRange([.. Encoding.UTF8.GetBytes($"--{Boundary}\n{header}"), .. content, (byte)'\n']);
}
