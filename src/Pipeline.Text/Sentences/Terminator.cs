namespace Pipeline.Text.Sentences;

/// <summary>A run of terminators: ".", "?!", "...", ". . .".</summary>
/// <param name="Start">The offset of the first.</param>
/// <param name="End">The offset past the last.</param>
/// <param name="Dots">How many full stops it holds; an ellipsis character counts as three.</param>
/// <param name="Strong">Whether a question or exclamation mark, or a full stop of another script, is among them.</param>
internal readonly record struct Terminator(int Start, int End, int Dots, bool Strong)
{
    /// <summary>Gets a value indicating whether this is an ellipsis and no more.</summary>
    public bool IsEllipsis => Dots > 1 && !Strong;

    /// <summary>Gets a value indicating whether this is a full stop and a spaced ellipsis: ". . . .".</summary>
    public bool LeadsIntoEllipsis => Dots == 4 && !Strong && End - Start == 7;

    /// <summary>Says whether a character may end a sentence where white space follows; those of scripts without spaces need none, see <see cref="IsWide"/>.</summary>
    public static bool IsMark(char c) => c is '.' or '…' || IsStrong(c);

    /// <summary>Says whether a character ends a sentence wherever it stands: the full stops and marks of Chinese and Japanese.</summary>
    public static bool IsWide(char c) => c is '。' or '！' or '？' or '｡';

    /// <summary>Says whether a character ends a sentence as a question.</summary>
    public static bool IsQuestion(char c) => c is '?' or '؟' or '？' or '፧';

    /// <summary>Reads the run at an offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset of a terminator.</param>
    public static Terminator ReadAt(ReadOnlySpan<char> text, int start)
    {
        var dots = 0;
        var strong = false;
        var i = start;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is '.' or '…')
            {
                dots += c == '.' ? 1 : 3;
            }
            else if (IsStrong(c))
            {
                strong = true;
            }
            else if (c is not (' ' or '\u00a0') || i + 1 >= text.Length || text[i + 1] != '.' || strong || dots == 0)
            {
                break;
            }

            i++;
        }

        return new Terminator(start, i, dots, strong);
    }

    // Question and exclamation marks, and the full stops of Indic scripts, Urdu, Armenian, Ethiopic, Burmese and Khmer.
    private static bool IsStrong(char c) => c is '!' or '?' or '؟' or '।' or '॥' or '۔' or '։' or '።' or '፧' or '။' or '។';
}
