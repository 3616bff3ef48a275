using System.Globalization;
using Pipeline.Text.Sentences;

namespace Pipeline.Text.Matching;

/// <summary>
/// Splits text into words for matching. Hyphens, dashes and slashes inside a compound separate words, so that
/// <c>U.S.-China</c>, <c>US–China</c> and <c>U.S./China</c> are the same two words. Sentences are told by a light rule:
/// they bound how far contexts reach, nothing is quoted by them.
/// </summary>
internal static class Tokenizer
{
    // From so many words on, a sentence can be called written in capitals. Chosen so that "NATO AND THE EU" is one and "U.S. EPA" is not.
    private const int MinShoutedWords = 4;

    // A room that the words of news fit into, each with the space after it.
    private const int CharactersOfToken = 5;

    /// <summary>Splits a text into its tokens, in order. Any string will do.</summary>
    /// <param name="text">The text.</param>
    public static TextToken[] Tokenize(ReadOnlySpan<char> text)
    {
        var tokens = new List<TextToken>((text.Length / CharactersOfToken) + 1);
        var sentence = 0;
        var paragraph = 0;
        var gapStart = 0;
        var position = 0;
        while (position < text.Length)
        {
            if (!IsWordStart(text[position]))
            {
                position++;
                continue;
            }

            var (end, next) = ScanWord(text, position);
            var boundary = tokens.Count == 0 ? Boundary.None : BoundaryBefore(text, tokens[^1], gapStart, position);
            if (boundary >= Boundary.Sentence)
            {
                MarkShouted(text, tokens, sentence);
                sentence++;
                paragraph += boundary == Boundary.Paragraph ? 1 : 0;
            }

            tokens.Add(new TextToken(position, end - position, sentence, paragraph, boundary >= Boundary.Phrase, Shouted: false));
            gapStart = position = next;
        }

        MarkShouted(text, tokens, sentence);
        return [.. tokens];
    }

    private enum Boundary
    {
        None,
        Phrase,
        Sentence,
        Paragraph,
    }

    /// <summary>Scans the word at an offset: where it ends, and where to go on after its possessive ending.</summary>
    private static (int End, int Next) ScanWord(ReadOnlySpan<char> text, int start)
    {
        var position = start + 1;
        var dotted = false;
        while (position < text.Length)
        {
            var c = text[position];
            if (IsWordPart(c))
            {
                position++;
            }
            else if (c == '.' && IsSingleLetter(text, start, position) && IsSingleLetter(text, start, position + 2))
            {
                // "U.S.": single letters between dots are one word.
                dotted = true;
                position += 2;
            }
            else if (Characters.IsApostrophe(c) && position + 1 < text.Length && char.IsLetter(text[position + 1]))
            {
                if (text[position + 1] is 's' or 'S' && (position + 2 == text.Length || !IsWordPart(text[position + 2])))
                {
                    return (position, position + 2);
                }

                position++;
            }
            else
            {
                break;
            }
        }

        if (dotted && position < text.Length && text[position] == '.')
        {
            position++;
            var possessive = position + 1 < text.Length && Characters.IsApostrophe(text[position]) && text[position + 1] is 's' or 'S'
                && (position + 2 == text.Length || !IsWordPart(text[position + 2]));
            return (position, possessive ? position + 2 : position);
        }

        return (position, position);
    }

    /// <summary>Says whether the character before an offset is a letter that stands alone, as each of "U.S." does.</summary>
    private static bool IsSingleLetter(ReadOnlySpan<char> text, int start, int end) =>
        end <= text.Length
        && char.IsLetter(text[end - 1])
        && (end - 1 == start || text[end - 2] == '.')
        && (end == text.Length || !IsWordPart(text[end]));

    private static Boundary BoundaryBefore(ReadOnlySpan<char> text, TextToken previous, int gapStart, int gapEnd)
    {
        var boundary = Boundary.None;
        var lineEnds = 0;
        for (var i = gapStart; i < gapEnd; i++)
        {
            var c = text[i];
            if (c is '\n' or '\u2029')
            {
                lineEnds += c == '\n' ? 1 : 2;
                if (lineEnds > 1)
                {
                    return Boundary.Paragraph;
                }

                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                lineEnds = 0;
            }

            var found = c switch
            {
                '!' or '?' or '\u3002' => Boundary.Sentence,
                '.' => EndsSentence(text, previous, i, gapEnd) ? Boundary.Sentence : Boundary.None,
                ',' or ';' or ':' or '(' or ')' or '[' or ']' or '{' or '}' or '\u2026' or '|' or '\u2022' => Boundary.Phrase,
                '-' or '\u2013' or '\u2014' or '\u2015' => IsSpaced(text, i) ? Boundary.Phrase : Boundary.None,
                _ => Boundary.None,
            };
            boundary = found > boundary ? found : boundary;
        }

        // The last dot of "U.S." belongs to the word, and does not end a sentence.
        return boundary;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, TextToken previous, int dot, int next)
    {
        var spaced = dot + 1 < text.Length && (char.IsWhiteSpace(text[dot + 1]) || Characters.IsQuote(text[dot + 1]) || text[dot + 1] == ')');
        return spaced && !char.IsLower(text[next]) && !IsAbbreviation(text.Slice(previous.Start, previous.Length));
    }

    // "Nov." and "Co." are abbreviations; what they are in small letters ("sun", "miss") is a word.
    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        word[^1] == '.'
        || (char.IsUpper(word[0]) && word.Length == 1)
        || Abbreviations.Classify(word) switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.BeforeName => true,
            _ => char.IsUpper(word[0]),
        };

    private static bool IsSpaced(ReadOnlySpan<char> text, int index) =>
        (index > 0 && char.IsWhiteSpace(text[index - 1])) || (index + 1 < text.Length && char.IsWhiteSpace(text[index + 1]))
        || (index + 1 < text.Length && text[index + 1] is '-' or '\u2013' or '\u2014');

    private static void MarkShouted(ReadOnlySpan<char> text, List<TextToken> tokens, int sentence)
    {
        var first = tokens.Count;
        var words = 0;
        while (first > 0 && tokens[first - 1].Sentence == sentence)
        {
            first--;
            var word = text.Slice(tokens[first].Start, tokens[first].Length);
            if (word.ContainsAnyInRange('a', 'z'))
            {
                return;
            }

            words += word.ContainsAnyInRange('A', 'Z') ? 1 : 0;
        }

        if (words >= MinShoutedWords)
        {
            for (var i = first; i < tokens.Count; i++)
            {
                tokens[i] = tokens[i] with { Shouted = true };
            }
        }
    }

    private static bool IsWordStart(char c) => char.IsLetterOrDigit(c);

    private static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c)
        || (c >= '\u0080' && (Characters.IsInvisible(c)
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
}
