using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Model;

namespace Pipeline.Evaluation.Training.Issues;

/// <summary>The words and pairs of words that a model of words may know.</summary>
internal sealed class Vocabulary
{
    // Seen less often, a word says nothing of other articles; in more than half, nothing of any.
    private const int MinArticles = 3;
    private const double MaxShare = 0.5;

    private readonly Dictionary<uint, int> _numbers;

    private Vocabulary(uint[] hashes, float[] rarities)
    {
        (Hashes, Rarities) = (hashes, rarities);
        _numbers = hashes.Index().ToDictionary(item => item.Item, item => item.Index);
    }

    /// <summary>Gets the hashes of the words and pairs, in order, then those of the issues.</summary>
    public uint[] Hashes { get; }

    /// <summary>Gets the inverse document frequency of each, as the model keeps it: ln((1 + N) / (1 + n)) + 1.</summary>
    public float[] Rarities { get; }

    /// <summary>Makes the vocabulary of some articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="issues">What the issues of the taxonomy are known by.</param>
    /// <param name="maxWords">How many words and pairs it has at most: those of most articles.</param>
    public static Vocabulary Of(IReadOnlyList<TaggedText> articles, IEnumerable<uint> issues, int maxWords)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var article in articles)
        {
            foreach (var hash in Grams(article))
            {
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
            }
        }

        uint[] words =
        [
            .. counts.Where(gram => gram.Value >= MinArticles && gram.Value < articles.Count * MaxShare)
                .OrderByDescending(gram => gram.Value).ThenBy(gram => gram.Key).Take(maxWords)
                .Select(gram => gram.Key).Order(),
        ];
        uint[] hashes = [.. words, .. issues.Except(words)];
        return new Vocabulary(hashes, [.. hashes.Select(hash => RarityOf(articles.Count, counts.GetValueOrDefault(hash)))]);
    }

    /// <summary>Makes the vector of an article, as the model does.</summary>
    /// <param name="article">The article.</param>
    /// <param name="signals">The issues whose terms it has.</param>
    public SparseRow RowOf(TaggedText article, IReadOnlyCollection<IssueSignal> signals)
    {
        var values = WordJudgement.Values(article, signals, hash => _numbers.GetValueOrDefault(hash, -1), number => Rarities[number]);
        return new SparseRow([.. values.Select(gram => gram.Number)], [.. values.Select(gram => gram.Value)]);
    }

    private static float RarityOf(int articles, int count)
    {
        var rarity = Math.Log((1.0 + articles) / (1 + count)) + 1;
        return (float)Math.Min(byte.MaxValue, Math.Round(rarity / IssueModelReader.RarityStep)) * IssueModelReader.RarityStep;
    }

    private static HashSet<uint> Grams(TaggedText article)
    {
        var grams = new HashSet<uint>();
        foreach (var gram in WordGrams.Read(article.Words))
        {
            // A word that carries no subject, or a pair of such.
            if (Enumerable.Range(gram.Tokens.First, gram.Tokens.Count).Any(token => !StopWords.Contains(WordOf(article, token))))
            {
                grams.Add(gram.Hash);
                if (WordGrams.IsHead(article.Zones[gram.Tokens.First]))
                {
                    grams.Add(WordGrams.HashInHead(gram.Hash));
                }
            }
        }

        return grams;
    }

    private static ReadOnlySpan<char> WordOf(TaggedText article, int token) =>
        article.Words.WrittenAt(token);
}
