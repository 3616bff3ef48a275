namespace Pipeline.Evaluation.Names;

/// <summary>Writes labelled sentences as headlines are written.</summary>
internal static class CaseVariants
{
    // Shorter words are mostly articles and prepositions, which headlines leave small.
    private const int MinimumTitleWord = 4;

    /// <summary>Returns a sentence in capitals.</summary>
    public static LabelledSentence Shout(LabelledSentence sentence) =>
        sentence with { Tokens = [.. sentence.Tokens.Select(token => token.ToUpperInvariant())] };

    /// <summary>Returns a sentence whose words have capitals, as in a headline.</summary>
    public static LabelledSentence Title(LabelledSentence sentence) =>
        sentence with { Tokens = [.. sentence.Tokens.Select(token => token.Length < MinimumTitleWord ? token : $"{char.ToUpperInvariant(token[0])}{token[1..]}")] };
}
