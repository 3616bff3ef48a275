using System.Text;

namespace Pipeline.Text.Matching;

/// <summary>Brings a word into the form that comparisons use: lower case, without accents, dots, apostrophes and invisible characters, in American spelling.</summary>
internal static class WordFolder
{
    /// <summary>The longest word that can be matched, in UTF-16 code units once folded; longer ones match nothing.</summary>
    public const int MaxLength = 48;

    /// <summary>Folds a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="buffer">Where to write; at least <see cref="MaxLength"/> long.</param>
    /// <returns>How many characters were written; 0 where the word is too long or has nothing to compare.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c >= '\u0080')
            {
                length = FoldUnicode(word, buffer);
                return SpellingVariants.Normalize(buffer, length);
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                if (length == MaxLength)
                {
                    return 0;
                }

                buffer[length++] = char.ToLowerInvariant(c);
            }
        }

        return SpellingVariants.Normalize(buffer, length);
    }

    /// <summary>Folds a word into a string; empty where there is nothing to compare.</summary>
    /// <param name="word">The word.</param>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return buffer[..Fold(word, buffer)].ToString();
    }

    /// <summary>Says whether a word of a text is written as a term writes it, capitals included; dots, apostrophes and accents do not matter.</summary>
    /// <param name="word">The word of the text.</param>
    /// <param name="written">The letters of the term's word.</param>
    /// <param name="plural">Whether a small <c>s</c> or <c>es</c> may follow.</param>
    public static bool IsWrittenAs(ReadOnlySpan<char> word, string written, bool plural)
    {
        var matched = 0;
        var rest = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c == '.' || Characters.IsApostrophe(c) || Characters.IsInvisible(c))
            {
                continue;
            }

            if (matched < written.Length && c == written[matched])
            {
                matched++;
            }
            else if (matched == written.Length && plural && ((c == 'e' && rest == 0) || (c == 's' && rest < 2)))
            {
                rest += c == 's' ? 2 : 1;
            }
            else
            {
                return false;
            }
        }

        return matched == written.Length && rest != 1;
    }

    private static int FoldUnicode(ReadOnlySpan<char> word, Span<char> buffer)
    {
        // Words come from the tokenizer, which takes no surrogates into them: normalization cannot fail on one.
        var letters = word.ToString();
        var length = 0;
        foreach (var c in letters.IsNormalized(NormalizationForm.FormKD) ? letters : letters.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) && !Characters.IsApostrophe(c))
            {
                if (length == MaxLength)
                {
                    return 0;
                }

                buffer[length++] = char.ToLowerInvariant(c);
            }
        }

        return length;
    }
}
