namespace Pipeline.Text.Summarization;

/// <summary>Tells whether the double quotation marks of a sentence fit together, in the styles of most languages: “ ”, „ “, « », » «, ” ”, 「 」.</summary>
internal static class QuotationMarks
{
    /// <summary>Says whether a mark opens that is not closed, or closes that is not opened: half a quotation.</summary>
    /// <param name="sentence">The sentence.</param>
    public static bool AreTorn(ReadOnlySpan<char> sentence)
    {
        var open = '\0';
        for (var i = 0; i < sentence.Length; i++)
        {
            var c = sentence[i];
            if (c is not ('"' or '“' or '”' or '„' or '«' or '»' or '「' or '」'))
            {
                continue;
            }

            if (open == '\0' ? !Opens(sentence, i) : !Closes(open, c))
            {
                return true;
            }

            open = open == '\0' ? c : '\0';
        }

        return open != '\0';
    }

    // Some languages open with the mark with which others close: »So«, ”Så”.
    private static bool Opens(ReadOnlySpan<char> sentence, int i) => sentence[i] switch
    {
        '」' => false,
        '”' or '»' => (i == 0 || !char.IsLetterOrDigit(sentence[i - 1])) && i + 1 < sentence.Length && char.IsLetterOrDigit(sentence[i + 1]),
        _ => true,
    };

    private static bool Closes(char open, char mark) => open switch
    {
        '"' => mark == '"',
        '“' or '”' => mark == '”',
        '„' => mark is '“' or '”',
        '«' => mark == '»',
        '»' => mark is '«' or '»',
        _ => mark == '」',
    };
}
