using Pipeline.Text.Matching;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// What articles say: pairs of neighbouring terms, weighing the more the more articles have them (Gillick and Favre, "A
/// Scalable Global Model for Summarization", 2009, whose concepts are pairs of words weighted by the number of documents).
/// What a single article says weighs nothing: a pair with a term that only one article has is passed over.
/// </summary>
/// <param name="articlesOfTerm">How many articles have each term.</param>
internal sealed class SharedConcepts(int[] articlesOfTerm)
{
    // The numbers that follow the concepts' own, of the numbers that follow their first terms', and their second terms.
    private readonly PairTable _ids = new();

    private readonly List<(int Articles, int Last)> _counts = [];
    private readonly HashSet<int> _concepts = [];

    /// <summary>Returns the concepts of a sentence, each once, and counts them for its article. An article's sentences come one after the other.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="terms">The sentence's terms, in order.</param>
    public int[] Read(int article, IReadOnlyList<int> terms)
    {
        _concepts.Clear();
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            if (articlesOfTerm[terms[i]] < 2 || articlesOfTerm[terms[i + 1]] < 2)
            {
                continue;
            }

            var id = _ids.Find(terms[i] + 1, terms[i + 1]) - 1;
            if (id < 0)
            {
                id = _counts.Count;
                _ids.Add(terms[i] + 1, terms[i + 1], id + 1);
                _counts.Add((0, -1));
            }

            _concepts.Add(id);
            if (_counts[id].Last != article)
            {
                _counts[id] = (_counts[id].Articles + 1, article);
            }
        }

        return [.. _concepts];
    }

    /// <summary>Returns what each concept weighs: how many further articles have it, against the concept that most have; from 0 to 1.</summary>
    public double[] Weigh()
    {
        var most = _counts.Count > 0 ? Math.Max(2, _counts.Max(count => count.Articles)) : 2;
        return [.. _counts.Select(count => (count.Articles - 1.0) / (most - 1))];
    }
}
