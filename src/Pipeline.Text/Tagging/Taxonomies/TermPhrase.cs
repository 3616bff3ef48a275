using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>A phrase as it is matched.</summary>
/// <param name="Text">The phrase.</param>
/// <param name="Key">What two phrases share that match the same texts.</param>
/// <param name="Folded">Its folded words; empty where one of them is too long to be matched.</param>
/// <param name="HasBreak">Whether it has punctuation inside that no phrase reaches across.</param>
internal readonly record struct TermPhrase(string Text, string Key, string Folded, bool HasBreak)
{
    /// <summary>Reads a phrase by the rules of terms.</summary>
    /// <param name="text">The phrase.</param>
    /// <param name="inflection">Which forms match; null for the default.</param>
    /// <param name="matchCase">Whether the capitals of names must be the same.</param>
    public static TermPhrase Of(string text, Inflection? inflection, bool matchCase)
    {
        var tokens = Tokenizer.Tokenize(text);
        var forms = inflection ?? (tokens.Length > 1 ? Inflection.Verb : Inflection.Noun);
        var words = Array.ConvertAll(tokens, token => PhraseWord.Create(text.AsSpan(token.Start, token.Length), forms, matchCase));
        return new TermPhrase(
            text,
            string.Join(' ', words.Select(word => word.MatchCase ? $"{word.Folded}={word.Written}/{word.Inflection}" : $"{word.Folded}/{word.Inflection}")),
            Array.Exists(words, word => word.Folded.Length == 0) ? "" : string.Join(' ', words.Select(word => word.Folded)),
            tokens.Length > 1 && Array.Exists(tokens[1..], token => token.AfterBreak));
    }
}
