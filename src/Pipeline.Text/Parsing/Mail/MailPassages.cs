using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Takes out of the passages of a mail what is not its text: messages quoted below it, and what newsletters put around theirs.</summary>
internal static class MailPassages
{
    // The foot of a newsletter has its address and its links, but hardly a paragraph. Chosen.
    private const int MaxFooterProse = 3;
    private const int HeadPassages = 6;

    // An advertiser's message has a paragraph or two, and a line that closes it. Chosen.
    private const int MaxAdvertisement = 4;

    // What somebody says of an article that they forward is shorter by this factor at least; a longer text is their own. Chosen.
    private const int MinForwardRatio = 2;

    // Newsletters fill up the line that inboxes show with characters that nobody sees.
    private const int MinFillers = 5;

    /// <summary>Cleans passages.</summary>
    /// <param name="passages">The passages in order.</param>
    /// <param name="subject">The subject: a line that repeats it in front of the text is dropped.</param>
    public static (IReadOnlyList<Passage> Passages, ForwardedHeader? Forwarded) Clean(IReadOnlyList<Passage> passages, string? subject)
    {
        var (own, forwarded) = CutQuoted([.. passages.SelectMany(passage => ForwardedHeader.Lines(passage.Text).Select(line => passage with { Text = line }))]);
        var body = new List<Passage>(own.Count);
        var end = FooterStart(own);
        var prose = own.FindIndex(passage => passage.Kind == BlockKind.Paragraph && SentenceShape.IsProse(passage.Text));
        for (var i = 0; i < end; i++)
        {
            var text = own[i].Text;
            if (MailPhrases.Advertiser(text) is { } advertiser)
            {
                i = AdvertisementEnd(own, i + 1, end, advertiser) - 1;
                continue;
            }

            if (MailPhrases.IsViewOnline(text) || MailPhrases.IsButtons(text) || MailPhrases.IsAppeal(text) || IsFiller(text) || IsAddress(text)
                || (i <= prose && (MailPhrases.IsHeadNotice(text) || PublicationDateParser.IsDayOfMonth(text.AsSpan().Trim(" ∙·•⋅"))))
                || (i < HeadPassages && (IsPreheader(own, i, end) || text.Equals(subject, StringComparison.OrdinalIgnoreCase))))
            {
                continue;
            }

            body.Add(own[i]);
        }

        return (body, forwarded);
    }

    /// <summary>Cuts what is quoted below a message; a message that says nothing itself, or little above what it says it forwards, is what it passes on.</summary>
    private static (List<Passage> Own, ForwardedHeader? Forwarded) CutQuoted(List<Passage> passages)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            var text = passages[i].Text;
            var forward = MailPhrases.IsForwardLine(text);
            var (announced, length) = (forward || MailPhrases.IsOriginalLine(text), 0);
            var header = !announced && !text.Contains(':', StringComparison.Ordinal) ? null : ForwardedHeader.Read([.. passages.Skip(announced ? i + 1 : i).Take(12).Select(passage => passage.Text)], 0, out length);
            if (header is null && !announced && !MailPhrases.IsAttribution(text))
            {
                continue;
            }

            var own = ProseLength(passages, 0, i);
            var start = (announced ? i + 1 : i) + (header is null ? (announced ? 0 : 1) : length);
            return own == 0 || (forward && header is not null && own * MinForwardRatio <= ProseLength(passages, start, passages.Count))
                ? ([.. passages.Skip(start)], header)
                : ([.. passages.Take(i)], null);
        }

        return (passages, null);
    }

    /// <summary>Returns the index behind an advertisement: its first paragraph, those right behind that name the advertiser, and the line that closes it.</summary>
    private static int AdvertisementEnd(List<Passage> passages, int start, int end, string advertiser)
    {
        var i = start;
        while (i < end && i < start + MaxAdvertisement && passages[i].Kind != BlockKind.Heading
            && (i == start ? MailPhrases.Advertiser(passages[i].Text) is null : passages[i].Text.Contains(advertiser, StringComparison.OrdinalIgnoreCase)))
        {
            i++;
        }

        return i;
    }

    private static int ProseLength(List<Passage> passages, int start, int end) =>
        passages.Take(start..end).Sum(passage => passage.Kind != BlockKind.Quote && SentenceShape.IsProse(passage.Text) ? passage.Text.Length : 0);

    /// <summary>Returns the index of the first passage of the newsletter's foot.</summary>
    private static int FooterStart(List<Passage> passages)
    {
        var prose = 0;
        var start = passages.Count;
        for (var i = passages.Count - 1; i > 0; i--)
        {
            var text = passages[i].Text;
            if (MailPhrases.IsFooter(text))
            {
                start = i;
            }
            else if (SentenceShape.IsProse(text) && ++prose > MaxFooterProse)
            {
                break;
            }
        }

        return start;
    }

    /// <summary>Tells the line that inboxes show beside the subject: it repeats the opening of the text, or fills up a line unseen.</summary>
    private static bool IsPreheader(List<Passage> passages, int index, int end)
    {
        var text = passages[index].Text.TrimEnd('.', '…', ' ');
        if (text.Length < 20)
        {
            return false;
        }

        for (var i = index + 1; i < Math.Min(end, index + 12); i++)
        {
            if (passages[i].Text.Length >= text.Length && passages[i].Text.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFiller(string text) =>
        !text.Any(char.IsLetterOrDigit) || text.AsSpan().Count('\u200C') + text.AsSpan().Count('\u034F') + text.AsSpan().Count('\u2007') >= MinFillers;

    /// <summary>Tells the postal address that the law asks for in many countries, and copyright lines.</summary>
    private static bool IsAddress(string text) =>
        text.Length <= 160 && !SentenceShape.EndsSentence(text)
        && (text.StartsWith('©') || text.StartsWith("copyright", StringComparison.OrdinalIgnoreCase)
            || (text.Count(c => c == ',') >= 2 && text.Count(char.IsAsciiDigit) >= 5 && !SentenceShape.IsProse(text)));
}
