using System.Buffers;

namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>Knows the quotation marks of the world's scripts and what closes them. Title marks (《》) are none.</summary>
internal static class QuotationMarks
{
    /// <summary>Gets all marks, apostrophes included.</summary>
    public static SearchValues<char> All { get; } = SearchValues.Create("\"“”„«»‹›「」『』‘’'");

    private const string BeforeOpening = "([{—–-/\"“„«‹‘'";
    private const string BeforeWords = "¿¡$£€([…\"“„«‹‘'’";

    /// <summary>Tells whether a mark can be an apostrophe too.</summary>
    public static bool IsSingle(char mark) => mark is '‘' or '\'';

    /// <summary>Tells whether a mark is one whose like stands inside its own kind, so that openings and closings are counted.</summary>
    public static bool Nests(char mark) => mark is '«' or '「' or '『' or '‹';

    /// <summary>Tells whether the character at the offset opens a quotation where none is open.</summary>
    public static bool Opens(ReadOnlySpan<char> block, int index) => block[index] switch
    {
        '„' or '«' or '‹' or '「' or '『' => index + 1 < block.Length,
        '“' => index + 1 < block.Length && block[index + 1] != ' ',
        '”' or '»' or '›' or '"' => IsBeforeWords(block, index),
        _ => false,
    };

    /// <summary>Tells whether the character at the offset closes what a mark opened.</summary>
    public static bool Closes(char opening, ReadOnlySpan<char> block, int index) => (opening, block[index]) switch
    {
        ('“', '”') or ('”', '”') or ('„', '“' or '”') or ('«', '»') or ('»', '«') or ('‹', '›') or ('›', '‹') or ('「', '」') or ('『', '』') => true,
        ('“', '“') or ('„', '"') or ('»', '»') or ('›', '›') or ('"', '"') => !IsBeforeWords(block, index),
        _ => false,
    };

    /// <summary>Tells whether a mark stands as opening ones do: after a blank or a bracket, before a word.</summary>
    public static bool IsBeforeWords(ReadOnlySpan<char> block, int index) =>
        (index == 0 || block[index - 1] == ' ' || BeforeOpening.Contains(block[index - 1], StringComparison.Ordinal))
        && index + 1 < block.Length
        && (char.IsLetterOrDigit(block[index + 1]) || char.IsSurrogate(block[index + 1]) || BeforeWords.Contains(block[index + 1], StringComparison.Ordinal));
}
