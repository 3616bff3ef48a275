using System.Buffers;
using System.Text;

namespace Pipeline.Text.Matching;

/// <summary>Classes of characters that matching treats alike.</summary>
internal static class Characters
{
    /// <summary>Says whether a character is written as an apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\uFF07' or '\u2018';

    /// <summary>Says whether a character opens or closes a quotation.</summary>
    public static bool IsQuote(char c) => c is '"' or '\'' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB';

    /// <summary>Writes a word in small letters, by no culture: as the runtime does, but without asking its library of characters for ASCII.</summary>
    /// <param name="word">The word.</param>
    /// <param name="buffer">Where to write; as long as the word at least.</param>
    /// <returns>How many characters were written.</returns>
    public static int ToLower(ReadOnlySpan<char> word, Span<char> buffer) =>
        Ascii.ToLower(word, buffer, out var length) == OperationStatus.Done ? length : word.ToLowerInvariant(buffer);

    /// <summary>Says whether a character takes no room inside a word: soft hyphen, zero-width space and joiners, byte order mark.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';
}
