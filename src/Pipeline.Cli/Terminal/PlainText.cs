namespace Pipeline.Cli.Terminal;

/// <summary>Text that comes from anywhere (articles, names of files, other programs), made safe to show on a terminal.</summary>
internal static class PlainText
{
    /// <summary>
    /// Returns the text with blanks in place of what could steer a terminal or show the text in another order than it has:
    /// control characters, and the embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="keepLineBreaks">Whether line feeds stay.</param>
    public static string Clean(string text, bool keepLineBreaks = false) => string.Create(text.Length, (text, keepLineBreaks), static (clean, source) =>
    {
        for (var i = 0; i < clean.Length; i++)
        {
            var c = source.text[i];
            clean[i] = Steers(c) && !(c == '\n' && source.keepLineBreaks) ? ' ' : c;
        }
    });

    private static bool Steers(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
