using MimeKit;
using Pipeline.Text.Parsing.Documents;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Who sent a mail.</summary>
/// <param name="Author">The person; null where it is an organisation.</param>
/// <param name="Source">The organisation or the list, else the sender's domain; null for a person with an address at a provider.</param>
internal sealed record MailSender(string? Author, string? Source)
{
    private static readonly string[] Links = [" from ", " at ", " of ", " via ", " for ", " | ", " - ", " – ", " — ", " @ ", ", ", " von ", " bei ", " de ", " chez "];

    private static readonly HashSet<string> MailHosts = new("mail email e em news newsletter newsletters mailer mailing mailings info reply bounce bounces m mg smtp mx updates update notify notifications comms click www lists list post send go".Split(' '), StringComparer.OrdinalIgnoreCase);

    // What newsletters are called, after whoever sends them.
    private static readonly HashSet<string> NewsletterWords = new("alert alerts brief briefing bulletin digest dispatch newsletter newsletters notes playbook recap roundup update updates wire".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Providers = new(
        "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk yahoo.fr icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at web.de t-online.de freenet.de proton.me protonmail.com mail.ru yandex.ru qq.com 163.com 126.com orange.fr wanadoo.fr free.fr laposte.net libero.it hotmail.fr hotmail.co.uk hotmail.de comcast.net fastmail.com zoho.com example.com example.org".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the sender of a message.</summary>
    public static MailSender Of(MimeMessage message)
    {
        var from = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var named = OfName(from?.Name);
        if (named is { Author: { } author, Source: null } && Domain(from?.Address) is { } domain && domain.Replace("-", string.Empty, StringComparison.Ordinal).StartsWith(author.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        {
            // Two words in capitals may be a person or an outlet; the outlet has its domain.
            named = new MailSender(null, author);
        }

        var list = PassageText.Clean(message.Headers[HeaderId.Organization] ?? ListName(message.Headers[HeaderId.ListId]) ?? string.Empty);
        return named with { Source = named.Source ?? (list.Length > 0 ? list : Domain(from?.Address)) };
    }

    /// <summary>Reads a display name: a person, an organisation, or one of the other.</summary>
    public static MailSender OfName(string? text)
    {
        var name = PassageText.Clean(text ?? string.Empty).Trim('"', '\'', ' ', '<', '>');
        if (name.Length == 0 || name.Contains('@', StringComparison.Ordinal))
        {
            return new MailSender(null, null);
        }

        if (PersonName.FromInverted(name) is { } inverted)
        {
            return new MailSender(inverted, null);
        }

        foreach (var link in Links)
        {
            if (name.IndexOf(link, StringComparison.OrdinalIgnoreCase) is > 0 and var at && PersonName.IsLikely(name[..at]) && name.Length > at + link.Length)
            {
                return new MailSender(PersonName.Recase(name[..at]), name[(at + link.Length)..].Trim());
            }
        }

        return NewsAgencies.LooksLikeOutlet(name) || NewsletterWords.Contains(name[(name.LastIndexOf(' ') + 1)..]) || !PersonName.IsLikely(name)
            ? new MailSender(null, name)
            : new MailSender(PersonName.Recase(name), null);
    }

    /// <summary>Returns the words in front of a list's id: <c>Harbour News &lt;news.example.org&gt;</c></summary>
    private static string? ListName(string? id)
    {
        var name = id is null ? null : id[..Math.Max(0, id.IndexOf('<', StringComparison.Ordinal))].Trim(' ', '"');
        return string.IsNullOrEmpty(name) || name.All(char.IsLetterOrDigit) && name.Any(char.IsAsciiDigit) ? null : name;
    }

    private static string? Domain(string? address)
    {
        var domain = address?[(address.LastIndexOf('@') + 1)..].Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(domain) || !domain.Contains('.', StringComparison.Ordinal) || Providers.Contains(domain) || address!.LastIndexOf('@') < 0)
        {
            return null;
        }

        var labels = domain.Split('.');
        var first = 0;
        while (labels.Length - first > 2 && MailHosts.Contains(labels[first]))
        {
            first++;
        }

        return MailHosts.Contains(labels[first]) ? null : string.Join('.', labels[first..]);
    }
}
