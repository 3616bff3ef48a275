using System.Globalization;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>
/// Checks a rewritten summary against what it cites: each sentence cites; its numbers, with their units, and its names occur in the
/// sentences that it cites; so do its other words in some form, but for those that only join others; and nothing is negated that was
/// not, or the other way round. What cannot be checked, such as another language than English, is refused: the extractive summary is
/// served then. Who did what to whom is not checked. Pure.
/// </summary>
public static class CitationCheck
{
    /// <summary>Checks sentences.</summary>
    /// <param name="sources">The sentences of the extractive summary.</param>
    /// <param name="rewritten">The rewritten ones.</param>
    /// <returns>Why they are refused; null where nothing is wrong with them.</returns>
    public static RewriteRefusal? Check(IReadOnlyList<string> sources, IReadOnlyList<CitedSentence> rewritten)
    {
        if (rewritten.Count == 0 || rewritten.Any(sentence => !sentence.Text.Any(char.IsLetterOrDigit)))
        {
            return new RewriteRefusal(RewriteRefusal.Empty, "There is no sentence, or one without words.");
        }

        var (length, limit) = (rewritten.Sum(sentence => sentence.Text.Length), sources.Sum(source => source.Length));
        if (length > limit)
        {
            return new RewriteRefusal(RewriteRefusal.TooLong, $"The summary has {length} characters, what it rewrites has {limit}.");
        }

        FactText[] texts = [.. sources.Select(source => new FactText(source))];
        return rewritten.Select((sentence, i) => CheckCites(texts.Length, sentence, i + 1) ?? Check(texts, sentence, i + 1)).FirstOrDefault(refusal => refusal is not null);
    }

    private static RewriteRefusal? CheckCites(int sources, CitedSentence sentence, int number)
    {
        if (sentence.Cites.Count == 0)
        {
            return new RewriteRefusal(RewriteRefusal.Uncited, $"Sentence {number} cites nothing.");
        }

        return sentence.Cites.FirstOrDefault(cite => cite < 1 || cite > sources, 1) is var unknown && (unknown < 1 || unknown > sources)
            ? new RewriteRefusal(RewriteRefusal.UnknownCitation, $"Sentence {number} cites {unknown} of {sources}.")
            : null;
    }

    private static RewriteRefusal? Check(FactText[] sources, CitedSentence sentence, int number)
    {
        if (sentence.Text.Any(IsUncased) || !JoiningWords.AreInEnglish(sources))
        {
            return new RewriteRefusal(RewriteRefusal.Uncheckable, $"Sentence {number} is not in English.");
        }

        var text = new FactText(sentence.Text);
        FactText[] cited = [.. sentence.Cites.Select(cite => sources[cite - 1])];
        var quantities = new Quantities(text);
        Quantities[] citedQuantities = [.. cited.Select(source => new Quantities(source))];
        if (quantities.All.FirstOrDefault(quantity => !Array.Exists(citedQuantities, source => source.Contains(quantity))) is { } invented)
        {
            return new RewriteRefusal(RewriteRefusal.InventedNumber, $"Sentence {number} says {invented}, which is not in what it cites.");
        }

        if (NameRuns.FindInvented(text, cited) is { } name)
        {
            return new RewriteRefusal(RewriteRefusal.InventedName, $"Sentence {number} names {name}, which is not in what it cites.");
        }

        var statements = new Statements(text, quantities);
        Statements[] citedStatements = [.. cited.Select((source, i) => new Statements(source, citedQuantities[i]))];
        if (statements.FindUnsupported(citedStatements) is { } unsupported)
        {
            return new RewriteRefusal(RewriteRefusal.Unsupported, $"Sentence {number} says '{unsupported}', which is not in what it cites.");
        }

        return statements.FindTurned(citedStatements) is { } turned
            ? new RewriteRefusal(RewriteRefusal.TurnedNegation, $"Sentence {number} says '{turned}' with a negation that what it cites does not have, or without one that it has.")
            : null;
    }

    private static bool IsUncased(char c) => char.IsLetter(c) && char.ToUpperInvariant(c) == c && char.ToLowerInvariant(c) == c && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;
}
