namespace Pipeline.Text.Summarization;

/// <summary>Tells whether the double quotation marks of a sentence fit together.</summary>
internal static class QuotationMarks
{
    /// <summary>Says whether a mark opens that is not closed, or closes that is not opened: half a quotation.</summary>
    /// <param name="sentence">The sentence.</param>
    public static bool AreTorn(ReadOnlySpan<char> sentence)
    {
        var isOpen = false;
        foreach (var c in sentence)
        {
            if (c == '"')
            {
                isOpen = !isOpen;
            }
            else if (c is '“' or '”')
            {
                if (isOpen == (c == '“'))
                {
                    return true;
                }

                isOpen = !isOpen;
            }
        }

        return isOpen;
    }
}
