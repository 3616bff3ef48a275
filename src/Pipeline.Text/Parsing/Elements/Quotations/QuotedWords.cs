namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>
/// Tells whether words in quotation marks are somebody's words, or marked for another reason. One or two words are a term or a
/// distance that the writer takes, unless they end as a sentence does and a speaker stands beside them. Three and more that all begin
/// with a capital, the short ones between apart, and end without a stop, are a title.
/// </summary>
internal static class QuotedWords
{
    private const int MinWords = 3;

    // Scripts without spaces have no words to count: characters stand for them, about two to a word.
    private const int MinUnspaced = MinWords * 2;

    // Articles, conjunctions and prepositions of titles. Chosen.
    private const int MaxSmallWord = 4;

    /// <summary>Tells whether the words are a quotation where no speaker stands beside them.</summary>
    public static bool AreSpeech(ReadOnlySpan<char> words)
    {
        int count = 0, unspaced = 0;
        var inWord = false;
        foreach (var c in words)
        {
            unspaced += SentenceShape.IsUnspaced(c) ? 1 : 0;
            var part = char.IsLetterOrDigit(c) || char.IsSurrogate(c) || (inWord && c is '\'' or '’' or '-');
            count += part && !inWord ? 1 : 0;
            inWord = part;
        }

        return (unspaced > 0 ? unspaced >= MinUnspaced : count >= MinWords) && !IsTitle(words);
    }

    /// <summary>Tells whether the words end as a sentence does, or as one that goes on after the mark.</summary>
    public static bool EndAsSpeech(ReadOnlySpan<char> words) => !words.IsEmpty && words[^1] is '.' or ',' or '!' or '?' or '…' or '—' or '。' or '！' or '？' or '，';

    private static bool IsTitle(ReadOnlySpan<char> words)
    {
        if (EndAsSpeech(words))
        {
            return false;
        }

        int capitals = 0, index = 0;
        foreach (var range in words.Split(' '))
        {
            var word = words[range].TrimStart("‘“'\"(");
            if (word.IsEmpty || !char.IsLetter(word[0]))
            {
                continue;
            }

            if (!char.IsUpper(word[0]) && (index == 0 || word.Length > MaxSmallWord))
            {
                return false;
            }

            capitals += char.IsUpper(word[0]) ? 1 : 0;
            index++;
        }

        return capitals * 2 >= index && capitals > 1;
    }
}
