namespace Pipeline.Text.Summarization;

/// <summary>
/// How central sentences are: the stationary distribution of a walk that goes from a sentence to another by how alike they
/// are (Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", JAIR 22, 2004, the
/// continuous form of section 3.3).
/// </summary>
/// <remarks>
/// The graph is never written down: a step of the walk is a product with the matrix of all sentences' terms and with its
/// transpose, so that the work grows with the text and not with its square.
/// </remarks>
internal static class SentenceRank
{
    // The chance to follow the graph in place of a jump anywhere, as in the paper.
    private const double Damping = 0.85;

    // Chosen: what is left of the even start is damped to .85^12, a seventh, where the sentences of an article hang together least.
    private const int Steps = 12;

    /// <summary>Returns each sentence's rank against the highest, from 0 to 1.</summary>
    /// <param name="vectors">The sentences' terms, of length 1 or 0.</param>
    /// <param name="termCount">How many terms there are.</param>
    public static double[] Compute(TermVector[] vectors, int termCount)
    {
        var sums = new double[termCount];
        var degrees = new double[vectors.Length];
        Sum(vectors, null, sums);
        for (var i = 0; i < vectors.Length; i++)
        {
            degrees[i] = Math.Max(0, vectors[i].Product(sums) - vectors[i].SquaredLength);
        }

        var ranks = new double[vectors.Length];
        var shares = new double[vectors.Length];
        Array.Fill(ranks, 1.0 / Math.Max(1, vectors.Length));
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < vectors.Length; i++)
            {
                shares[i] = degrees[i] > 0 ? ranks[i] / degrees[i] : 0;
            }

            Sum(vectors, shares, sums);
            for (var i = 0; i < vectors.Length; i++)
            {
                var arriving = vectors[i].Product(sums) - (shares[i] * vectors[i].SquaredLength);
                ranks[i] = ((1 - Damping) / vectors.Length) + (Damping * arriving);
            }
        }

        var highest = ranks.Length > 0 ? ranks.Max() : 0;
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] /= highest;
        }

        return ranks;
    }

    private static void Sum(TermVector[] vectors, double[]? shares, double[] sums)
    {
        Array.Clear(sums);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i].AddTo(sums, shares is null ? 1 : shares[i]);
        }
    }
}
