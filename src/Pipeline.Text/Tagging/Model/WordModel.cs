using System.Numerics;

namespace Pipeline.Text.Tagging.Model;

/// <summary>
/// A linear model for each of some issues over the words and pairs of words of an article, and over what terms of which issues
/// it has. A word counts by (1 + ln n) · idf where it stands n times; the counts of an article are one vector of length 1, and
/// those of its title and lead another one.
/// </summary>
internal sealed class WordModel
{
    // A table this many times as large as what it holds has short runs.
    private const int TableRoom = 2;

    private readonly uint[] _hashes;
    private readonly float[] _rarities;
    private readonly int[] _starts;
    private readonly byte[] _issues;
    private readonly float[] _weights;
    private readonly (uint Hash, int Next)[] _table;

    /// <summary>Initializes a new instance of the <see cref="WordModel"/> class.</summary>
    /// <param name="concepts">The ids of the issues; at most 256.</param>
    /// <param name="biases">The bias of each issue.</param>
    /// <param name="hashes">The hashes of the words, pairs and issues (<see cref="WordGrams"/>), all different.</param>
    /// <param name="rarities">The inverse document frequency (idf) of each.</param>
    /// <param name="starts">Where the weights of each start; one more at the end.</param>
    /// <param name="issues">The issue of each weight.</param>
    /// <param name="weights">The weights.</param>
    public WordModel(string[] concepts, float[] biases, uint[] hashes, float[] rarities, int[] starts, byte[] issues, float[] weights)
    {
        (Concepts, Biases, _hashes, _rarities, _starts, _issues, _weights) = (concepts, biases, hashes, rarities, starts, issues, weights);
        _table = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, hashes.Length) * TableRoom)];
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = hashes[i] & (uint)(_table.Length - 1);
            while (_table[slot].Next > 0)
            {
                slot = (slot + 1) & (uint)(_table.Length - 1);
            }

            // The number that follows, as 0 stands for a free place.
            _table[slot] = (hashes[i], i + 1);
        }
    }

    /// <summary>Gets the ids of the issues that the model knows.</summary>
    public IReadOnlyList<string> Concepts { get; }

    /// <summary>Gets what each issue's margin is where an article has no word that the model knows.</summary>
    public IReadOnlyList<float> Biases { get; }

    /// <summary>Gets the words and pairs, by number: the hash, the inverse document frequency and the weights of the issues.</summary>
    public IEnumerable<(uint Hash, float Rarity, IReadOnlyList<(byte Issue, float Weight)> Weights)> Grams => Enumerable.Range(0, _hashes.Length)
        .Select(gram => (_hashes[gram], _rarities[gram],
            (IReadOnlyList<(byte Issue, float Weight)>)[.. Enumerable.Range(_starts[gram], _starts[gram + 1] - _starts[gram]).Select(i => (_issues[i], _weights[i]))]));

    /// <summary>Finds a word or pair.</summary>
    /// <param name="hash">Its hash.</param>
    /// <returns>Its number; -1 where the model does not know it.</returns>
    public int Find(uint hash)
    {
        var slot = hash & (uint)(_table.Length - 1);
        while (_table[slot] is { Next: > 0 } place)
        {
            if (place.Hash == hash)
            {
                return place.Next - 1;
            }

            slot = (slot + 1) & (uint)(_table.Length - 1);
        }

        return -1;
    }

    /// <summary>Gets the inverse document frequency of a word or pair.</summary>
    /// <param name="gram">Its number.</param>
    public float RarityOf(int gram) => _rarities[gram];

    /// <summary>Adds what a word or pair says of each issue.</summary>
    /// <param name="gram">Its number.</param>
    /// <param name="value">Its value in the article's vector.</param>
    /// <param name="margins">The sums, by issue.</param>
    public void AddTo(int gram, float value, Span<double> margins)
    {
        var issues = _issues.AsSpan(_starts[gram].._starts[gram + 1]);
        var weights = _weights.AsSpan(_starts[gram], issues.Length);
        for (var i = 0; i < issues.Length; i++)
        {
            margins[issues[i]] += value * weights[i];
        }
    }

    /// <summary>Gets what a word or pair says of an issue, for a value of 1.</summary>
    /// <param name="gram">Its number.</param>
    /// <param name="issue">The issue's index in <see cref="Concepts"/>.</param>
    public float WeightOf(int gram, int issue)
    {
        var at = _issues.AsSpan(_starts[gram].._starts[gram + 1]).IndexOf((byte)issue);
        return at < 0 ? 0 : _weights[_starts[gram] + at];
    }
}
