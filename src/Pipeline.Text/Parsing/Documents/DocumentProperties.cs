using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Names;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing.Documents;

/// <summary>
/// Judges what the properties of a document say. Programs fill them in by themselves: with a file's name, a template's
/// title, the name of a computer. Only what looks as if a person wrote it counts.
/// </summary>
internal static class DocumentProperties
{
    private const int MinTitleLength = 8;
    private const int MaxTitleLength = 250;
    private const int OpeningPassages = 8;

    private static readonly string[] Prefixes = ["Microsoft Word - ", "Microsoft PowerPoint - ", "Print - ", "Layout 1", "Slide 1"];

    private static readonly string[] Endings = [".docx", ".doc", ".docm", ".odt", ".rtf", ".pdf", ".txt", ".html", ".htm", ".indd", ".qxd", ".qxp", ".tex", ".dvi", ".ps", ".pub", ".pages", ".md"];

    private static readonly string[] Placeholders = ["untitled", "document", "unbenannt", "sans titre", "sin título", "senza titolo", "sem título", "title", "titel", "titre", "titolo", "título", "dokument", "page", "print", "microsoft word", "powerpoint", "presentation", "blank", "template", "press release", "draft", "(anonymous)", "full page photo"];

    /// <summary>Returns a title that says something, or null.</summary>
    public static string? Title(string? text)
    {
        if (PassageText.Clean(text ?? string.Empty) is not { Length: > 0 and <= MaxTitleLength } title)
        {
            return null;
        }

        var prefix = Array.Find(Prefixes, prefix => title.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        title = title[(prefix?.Length ?? 0)..].Trim();
        return title.Length >= MinTitleLength && title.Contains(' ', StringComparison.Ordinal) && title.Any(char.IsLetter) && !IsFileName(title)
            && !Array.Exists(Placeholders, placeholder => title.TrimEnd(' ', '-', '_', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0').Equals(placeholder, StringComparison.OrdinalIgnoreCase))
            ? TitleLine.Clean(title)
            : null;
    }

    /// <summary>Returns the names of persons, or none.</summary>
    public static IReadOnlyList<string> Authors(string? text) =>
        PassageText.Clean(text ?? string.Empty) is not { Length: > 0 and <= 200 } names ? []
        : PersonName.FromInverted(names) is { } name ? [name]
        : BylineParser.ParseNames(names) is { Source: null } byline ? byline.Authors : [];

    /// <summary>Tells whether the first passages of a document show at least half of a title's words: programs carry titles on from one document to the next.</summary>
    /// <param name="title">The title; null is not shown.</param>
    /// <param name="passages">The passages of the document.</param>
    public static bool IsShown(string? title, IReadOnlyList<Passage> passages)
    {
        if (title is null)
        {
            return false;
        }

        var shown = passages.Take(OpeningPassages).SelectMany(passage => Words(passage.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = Words(title);
        return words.Count(shown.Contains) * 2 >= words.Length;
    }

    private static string[] Words(string text) =>
        text.Split([' ', ',', '.', ':', ';', '–', '—', '-', '“', '”', '"', '‘', '’', '\'', '?', '!', '|', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsFileName(string title) =>
        Array.Exists(Endings, ending => title.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || title.Contains('\\', StringComparison.Ordinal) || title.Contains("://", StringComparison.Ordinal) || title.Contains('_', StringComparison.Ordinal);
}
