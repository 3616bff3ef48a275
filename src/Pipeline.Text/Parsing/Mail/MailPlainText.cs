using MimeKit;
using Pipeline.Text.Parsing.Decoding;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Reads the plain text of a mail into passages: its own lines, without quoted ones and the signature.</summary>
internal static class MailPlainText
{
    private const int MaxLines = 100_000;

    /// <summary>Returns the passages of a part.</summary>
    public static IReadOnlyList<Passage> Read(string text, ContentType type)
    {
        var normalized = text.ReplaceLineEndings("\n");
        if ("flowed".Equals(type.Format, StringComparison.OrdinalIgnoreCase))
        {
            normalized = FlowedText.Join(normalized, "yes".Equals(type.Parameters["delsp"], StringComparison.OrdinalIgnoreCase));
        }

        List<string> lines = [.. normalized.Split('\n').Take(MaxLines)];
        return Classify(TextNormalizer.Normalize(string.Join('\n', Own(lines))));
    }

    private static List<Passage> Classify(string text)
    {
        var lines = TextLine.Split(text);
        var layout = WrapLayout.Detect(lines);
        return PassageClassifier.Classify(new ParagraphJoiner(layout, new LineHyphenation(text)).Join(lines));
    }

    /// <summary>Returns the lines that the sender wrote; where he wrote none, those that he quotes, without their marks.</summary>
    private static List<string> Own(List<string> lines)
    {
        var signature = lines.FindLastIndex(line => line.TrimEnd('\r') is "-- " or "--");
        if (signature > 0 && lines.Take(signature).Any(line => SentenceShape.IsProse(line)))
        {
            lines = lines[..signature];
        }

        List<string> own = [.. lines.Where((line, i) => !IsQuoted(line) && !IsAttribution(lines, i))];
        return own.Exists(line => SentenceShape.IsProse(line)) || !lines.Exists(IsQuoted)
            ? own
            : [.. lines.Where(IsQuoted).Select(line => line.TrimStart('>', ' '))];
    }

    private static bool IsQuoted(string line) => line.StartsWith('>') && !line.StartsWith(">From ", StringComparison.Ordinal);

    /// <summary>Tells the line, or the two, above quoted lines that say whose they are.</summary>
    private static bool IsAttribution(List<string> lines, int index)
    {
        var next = index + 1;
        while (next < lines.Count && string.IsNullOrWhiteSpace(lines[next]) && next < index + 3)
        {
            next++;
        }

        if (next >= lines.Count || string.IsNullOrWhiteSpace(lines[index]))
        {
            return false;
        }

        return (IsQuoted(lines[next]) && MailPhrases.IsAttribution(lines[index]))
            || (IsQuoted(lines[next]) && index > 0 && MailPhrases.IsAttribution($"{lines[index - 1]} {lines[index]}"))
            || (next + 1 < lines.Count && next == index + 1 && IsQuotedSoon(lines, next + 1) && MailPhrases.IsAttribution($"{lines[index]} {lines[next]}"));
    }

    private static bool IsQuotedSoon(List<string> lines, int index) =>
        IsQuoted(lines[index]) || (index + 1 < lines.Count && string.IsNullOrWhiteSpace(lines[index]) && IsQuoted(lines[index + 1]));
}
