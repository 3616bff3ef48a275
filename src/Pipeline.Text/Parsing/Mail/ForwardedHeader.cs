using System.Collections.Frozen;
using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>The lines above a forwarded or quoted message that repeat its header.</summary>
internal sealed class ForwardedHeader
{
    private const int MaxLines = 12;
    private const int MinLabels = 3;
    private const int MaxLength = 2_000;

    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["from"] = "from|von|de|da|van|från|fra|od|от",
        ["date"] = "date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|skickat|sendt|enviada em|wysłano|дата",
        ["subject"] = "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема",
        ["other"] = "to|an|à|a|para|aan|till|til|cc|kopie|bcc|reply-to|antwort an|do|кому|importance|attachments",
    }.SelectMany(pair => pair.Value.Split('|').Select(name => (name, pair.Key))).DistinctBy(pair => pair.name).ToFrozenDictionary(pair => pair.name, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the sender, as the line has it.</summary>
    public string? From { get; private set; }

    /// <summary>Gets the subject.</summary>
    public string? Subject { get; private set; }

    /// <summary>Gets the date.</summary>
    public PublicationDate? Date { get; private set; }

    /// <summary>Reads such lines, or returns null where there are none.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="start">The index of the first.</param>
    /// <param name="end">The index past the last.</param>
    public static ForwardedHeader? Read(IReadOnlyList<string> lines, int start, out int end)
    {
        var header = new ForwardedHeader();
        var labelled = 0;
        end = start;
        for (var i = start; i < lines.Count && i < start + MaxLines; i++)
        {
            var line = lines[i].Trim(' ', '*');
            if (line.Length == 0 && labelled == 0)
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !Labels.TryGetValue(line[..colon].Trim(' ', '*', '\u00A0'), out var label))
            {
                break;
            }

            header.Take(label, line[(colon + 1)..].Trim(' ', '*'));
            labelled++;
            end = i + 1;
        }

        return labelled >= 2 && header.From is not null ? header : null;
    }

    /// <summary>Parts such lines where markup joined them into one; any other text is one line.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        if (text.Length > MaxLength || !text.Contains(": ", StringComparison.Ordinal))
        {
            return [text];
        }

        var lines = new List<string>();
        var (start, labels) = (0, 0);
        for (var word = 0; word < text.Length;)
        {
            var end = text.IndexOf(' ', word) is >= 0 and var space ? space : text.Length;
            if (text[end - 1] == ':' && Labels.ContainsKey(text[word..(end - 1)].Trim('*')))
            {
                labels++;
                if (word > start)
                {
                    lines.Add(text[start..word].TrimEnd());
                }

                start = word;
            }

            word = end + 1;
            while (word < text.Length && text[word] == ' ')
            {
                word++;
            }
        }

        lines.Add(text[start..]);
        return labels >= MinLabels ? lines : [text];
    }

    private void Take(string label, string value)
    {
        switch (label)
        {
            case "from":
                From ??= value;
                break;
            case "subject":
                Subject ??= value;
                break;
            case "date":
                Date ??= PublicationDateParser.TryParsePrefix(value, out var date, out _) ? date : null;
                break;
            default:
                break;
        }
    }
}
