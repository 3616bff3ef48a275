namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Knows the words that open a byline: <c>By</c>, <c>Written by</c>, <c>Von</c>, <c>Autor:</c>, <c>作者：</c></summary>
internal static class BylineOpening
{
    // Words that open nothing else where names follow them.
    private static readonly string[] Phrases =
    [
        "written by", "reported by", "reporting by", "story by", "words by", "text by", "posted by", "published by", "article by", "created by", "authored by", "contributed by", "submitted by", "blog by", "analysis by", "opinion by",
        "by", "von", "verfasst von", "geschrieben von", "par", "écrit par", "rédigé par", "publié par", "por", "escrito por", "redactado por", "publicado por", "a cura di", "scritto da",
    ];

    // Words that open a byline where one is expected, but sentences and headlines as well.
    private static readonly string[] Labels =
    [
        "insights from", "about the author", "author", "authors", "author(s)", "door", "av", "af", "oleh", "autor", "autora", "auteur", "autore", "di", "texte", "testo", "redactie", "автор", "текст",
        "yazan", "biên soạn", "tác giả", "penulis", "文", "作者", "記者", "记者", "著者", "글", "بقلم", "کاتب",
    ];

    private static readonly string[] All = [.. Phrases, .. Labels];

    /// <summary>Takes the words off that open a byline, in a place where one is expected.</summary>
    public static string Cut(string text) => Cut(text, All);

    /// <summary>Takes the words off that open a byline anywhere, or returns null where there are none.</summary>
    public static string? CutPhrase(string line)
    {
        line = line.Trim();
        return Cut(line, Phrases) is var names && names.Length < line.Length ? names : null;
    }

    private static string Cut(string text, string[] openings)
    {
        text = text.Trim();
        while (Array.Find(openings, opening => Opens(text, opening)) is { } opening)
        {
            text = text[opening.Length..].TrimStart(' ', ':', '：', '/');
        }

        return text;
    }

    private static bool Opens(string text, string opening) =>
        text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && (text.Length == opening.Length || text[opening.Length] is ' ' or ':' or '：' or '/');
}
