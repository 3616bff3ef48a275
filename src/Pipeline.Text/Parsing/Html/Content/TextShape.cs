using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What one look over a text counts.</summary>
/// <param name="Words">The words, those of scripts without spaces estimated.</param>
/// <param name="Capitalised">The words that start with a capital.</param>
/// <param name="Capitals">The words of capitals alone, of two letters or more.</param>
/// <param name="Digits">The digits.</param>
/// <param name="Letters">The letters.</param>
/// <param name="Terminators">The marks that may end a sentence, before a space or at the end.</param>
/// <param name="Commas">The commas and semicolons.</param>
/// <param name="Quotes">The quotation marks.</param>
/// <param name="Separators">The marks that menus and lines of facts use between their parts.</param>
/// <param name="FunctionWords">The words that prose cannot do without.</param>
internal readonly record struct TextShape(
    int Words, int Capitalised, int Capitals, int Digits, int Letters, int Terminators, int Commas, int Quotes, int Separators, int FunctionWords)
{
    // About two characters to a word in scripts without spaces, as SentenceShape has it.
    private const int CharactersPerWord = 2;

    /// <summary>Counts a text.</summary>
    public static TextShape Of(string text)
    {
        int words = 0, capitalised = 0, capitals = 0, digits = 0, letters = 0, terminators = 0, commas = 0, quotes = 0, separators = 0, functionWords = 0, unspaced = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != ' ')
            {
                var c = text[i];
                digits += char.IsAsciiDigit(c) ? 1 : 0;
                letters += char.IsLetter(c) ? 1 : 0;
                unspaced += c >= '\u0E00' && SentenceShape.IsUnspaced(c) ? 1 : 0;
                terminators += c is '。' or '！' or '？' || (c is '.' or '!' or '?' && (i + 1 == text.Length || text[i + 1] is ' ' or '"' or '”' or '’')) ? 1 : 0;
                commas += c is ',' or ';' or '，' or '、' ? 1 : 0;
                quotes += c is '"' or '“' or '”' or '«' or '»' ? 1 : 0;
                separators += c is '|' or '·' or '•' or '›' or '»' or '/' or '→' or '>' ? 1 : 0;
                continue;
            }

            var word = text.AsSpan(start, i - start).Trim("\"'“”‘’«»(),.;:!?[]");
            start = i + 1;
            if (word.IsEmpty)
            {
                continue;
            }

            words++;
            capitalised += char.IsUpper(word[0]) ? 1 : 0;
            capitals += word.Length > 1 && char.IsUpper(word[0]) && char.IsUpper(word[^1]) && char.IsUpper(word[word.Length / 2]) ? 1 : 0;
            functionWords += word.Length <= 6 && FunctionWord.Is(word) ? 1 : 0;
        }

        return new TextShape(words + (unspaced / CharactersPerWord), capitalised, capitals, digits, letters, terminators, commas, quotes, separators, functionWords);
    }
}
