namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Tells which sentences of an article a sentence needs before it, so that a reader of a digest knows of what it speaks: an article's
/// summary is read beside its article, a digest is not.
/// </summary>
internal static class SentenceSupport
{
    // Between a sentence and the one that ends right before it: spaces, or a blank line. In UTF-16 code units.
    private const int MaxGap = 3;

    // Where "the suspect" may have been told of: about four sentences of news before. In UTF-16 code units; chosen by hand.
    private const int MaxNearbyDistance = 600;

    /// <summary>Returns the candidates that a candidate leans on.</summary>
    /// <param name="candidates">The article's candidates, in any order.</param>
    /// <param name="candidate">The number of the candidate.</param>
    /// <returns>The numbers of those of which one must stand before it; empty where none helps; null where it stands alone.</returns>
    public static int[]? Of(IReadOnlyList<DigestCandidate> candidates, int candidate)
    {
        var sentence = candidates[candidate];
        if (sentence.Text.Length == 0)
        {
            return null;
        }

        return LeaningReader.Read(sentence.Text) switch
        {
            Leaning.OnNeighbour => Before(MaxGap),
            // What opens an article names things for the first time, as known as they sound.
            Leaning.OnNearby when sentence.Start > 0 => Before(MaxNearbyDistance),
            Leaning.OnAuthor => [],
            _ => null,
        };

        int[] Before(int distance) =>
            [.. Enumerable.Range(0, candidates.Count).Where(i => sentence.Start - (candidates[i].Start + candidates[i].Length) is var gap && gap >= 0 && gap <= distance)];
    }
}
