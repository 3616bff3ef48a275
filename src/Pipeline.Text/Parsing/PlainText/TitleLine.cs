using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Faq;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>Tells a title above an article from its first paragraph.</summary>
internal static class TitleLine
{
    // Headlines have up to some 25 words. Chosen.
    private const int MaxLength = 160;
    private const int MaxMarkedLength = 250;

    // What follows a title without a blank line between must plainly be a paragraph. Chosen.
    private const int MinParagraphLength = 80;

    /// <summary>Tells whether a text that a byline or a date follows can be the title: there almost anything is.</summary>
    public static bool IsTitleAboveHeader(string text) =>
        text.Any(char.IsLetter) && text.Length <= MaxMarkedLength && !(text.Length > MaxLength && SentenceShape.EndsSentence(text)) && !FaqHeading.IsMatch(text) && !EndsInStop(text, MaxLength);

    /// <summary>Tells whether a text right above the body is a title.</summary>
    /// <param name="text">The text.</param>
    /// <param name="next">The paragraph or line that follows.</param>
    /// <param name="spaced">Whether a blank line stands between them.</param>
    public static bool IsTitleAboveBody(string text, string next, bool spaced)
    {
        if (text.StartsWith("# ", StringComparison.Ordinal))
        {
            return text.Length <= MaxMarkedLength;
        }

        if (!CanBeTitle(text))
        {
            return false;
        }

        return spaced
            ? next.Length > text.Length || SentenceShape.EndsSentence(next) || DatelineParser.Parse(next) is not null
            : next.Length >= MinParagraphLength && next.Length > text.Length && !char.IsLower(next[0]);
    }

    /// <summary>Tells whether a text without a mark has the look of a title.</summary>
    /// <param name="text">The text.</param>
    public static bool CanBeTitle(string text) =>
        text.Length <= MaxLength && text.Any(char.IsLetter) && !char.IsLower(text[0]) && !(text[0] is '-' or '*' or '(') && !EndsInStop(text, 0) && !PhotoCredit.IsIn(text) && !ClosingMatter.IsButton(text) && !FaqHeading.IsMatch(text) && !FaqLabel.Starts(text)

        // A question or an exclamation in quotation marks is speech: a paragraph.
        && !(SentenceShape.EndsSentence(text) && text[0] is '"' or '“' or '«');

    /// <summary>Returns a title without the marks of its line.</summary>
    public static string Clean(string text)
    {
        text = text.TrimStart('#', ' ').Trim('*', '_', ' ').Trim();

        // "Talks resume | Reuters"
        var bar = text.LastIndexOf('|');
        return bar > 0 && NewsAgencies.LooksLikeOutlet(text[(bar + 1)..].Trim()) ? text[..bar].TrimEnd() : text;
    }

    /// <summary>Tells whether a text ends as sentences and introductions do and titles do not.</summary>
    private static bool EndsInStop(string text, int tolerated)
    {
        var end = text.AsSpan().TrimEnd("\"'”’») ");
        return end.IsEmpty || end[^1] switch
        {
            ',' or ';' or ':' => true,
            '。' => true,
            '.' => text.Length > tolerated && !end.EndsWith("..", StringComparison.Ordinal) && !(SentenceShape.EndsInAbbreviation(end) && IsTitleCase(text)),
            _ => false,
        };
    }

    private static bool IsTitleCase(string text)
    {
        var words = text.Split(' ');
        return words.Count(word => word.Length > 0 && !char.IsLower(word[0])) * 5 >= words.Length * 3;
    }
}
