using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>A phrase as it is matched.</summary>
/// <param name="Text">The phrase.</param>
/// <param name="Words">Its words.</param>
/// <param name="HasBreak">Whether it has punctuation inside that no phrase reaches across.</param>
internal sealed record TermPhrase(string Text, PhraseWord[] Words, bool HasBreak)
{
    /// <summary>Gets what two phrases share that match the same texts.</summary>
    public string Key { get; } = string.Join(' ', Words.Select(word => word.MatchCase ? $"{word.Folded}={word.Written}/{word.Inflection}" : $"{word.Folded}/{word.Inflection}"));

    /// <summary>Gets what all phrases share that may match a text in common.</summary>
    public string Stems { get; } = string.Join(' ', Words.Select(word => WordForms.KeyOf(word.Folded)));

    /// <summary>Gets its folded words; empty where one of them is too long to be matched.</summary>
    public string Folded { get; } = Array.Exists(Words, word => word.Folded.Length == 0) ? "" : string.Join(' ', Words.Select(word => word.Folded));

    /// <summary>Reads a phrase by the rules of terms.</summary>
    /// <param name="text">The phrase.</param>
    /// <param name="inflection">Which forms match; null for the default.</param>
    /// <param name="matchCase">Whether the capitals of names must be the same.</param>
    public static TermPhrase Of(string text, Inflection? inflection, bool matchCase)
    {
        var tokens = Tokenizer.Tokenize(text);
        var forms = inflection ?? (tokens.Length > 1 ? Inflection.Verb : Inflection.Noun);
        return new TermPhrase(
            text,
            Array.ConvertAll(tokens, token => PhraseWord.Create(text.AsSpan(token.Start, token.Length), forms, matchCase)),
            tokens.Length > 1 && Array.Exists(tokens[1..], token => token.AfterBreak));
    }

    /// <summary>Says whether it matches wherever another phrase does.</summary>
    /// <param name="other">The other phrase.</param>
    public bool Covers(TermPhrase other) => Words.Length == other.Words.Length && Words.Zip(other.Words).All(words => words.First.Covers(words.Second));
}
