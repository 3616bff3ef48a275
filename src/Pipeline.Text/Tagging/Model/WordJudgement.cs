using System.Runtime.InteropServices;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Model;

/// <summary>What the words and the terms of one article say of each issue that a <see cref="WordModel"/> knows.</summary>
internal sealed class WordJudgement
{
    // A title says in few words what the article is about. Chosen on the development half of the labelled articles.
    private const float TitleMention = 4;

    // How long the vector of the title and lead is beside that of all words. Chosen by cross-validation on the development half.
    private const float HeadShare = 0.5f;

    // What all terms of an issue may say beside words of length 1 in all. Chosen by cross-validation on the development half.
    private const double SignalWeight = 0.3;

    private readonly WordModel _model;
    private readonly List<KnownGram> _grams;
    private readonly double[] _margins;

    /// <summary>Initializes a new instance of the <see cref="WordJudgement"/> class.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">The article.</param>
    /// <param name="signals">The issues whose terms it has.</param>
    public WordJudgement(WordModel model, TaggedText text, IReadOnlyCollection<IssueSignal> signals)
    {
        _model = model;
        _grams = Values(text, signals, model.Find, model.RarityOf);
        _margins = [.. model.Biases.Select(bias => (double)bias)];
        foreach (var gram in _grams)
        {
            model.AddTo(gram.Number, gram.Value, _margins);
        }
    }

    /// <summary>Gets how far an issue is on the side of yes (above 0) or no, as a multiple of the margin that training asks for.</summary>
    /// <param name="issue">The issue's index in the model.</param>
    public double MarginOf(int issue) => _margins[issue];

    /// <summary>Gives the words and terms that speak for an issue, the strongest first; looked for when it is gone through.</summary>
    /// <param name="issue">The issue's index in the model.</param>
    /// <returns>Where each first stands in the article's own text, and what it adds to the margin; above 0.</returns>
    public IEnumerable<(TokenRange Tokens, double Contribution)> For(int issue)
    {
        var places = new Dictionary<TokenRange, double>();
        foreach (var gram in _grams)
        {
            if (gram.First is { } first && _model.WeightOf(gram.Number, issue) is not 0 and var weight)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(places, first, out _) += gram.Value * weight;
            }
        }

        foreach (var (tokens, contribution) in places.Where(place => place.Value > 0).OrderByDescending(place => place.Value).ThenBy(place => place.Key.First))
        {
            yield return (tokens, contribution);
        }
    }

    /// <summary>
    /// Makes the vector of an article: its words and pairs are of length 1 together, those of its title and lead once more of
    /// length 0.5, and its issues stand beside them.
    /// </summary>
    /// <param name="text">The article.</param>
    /// <param name="signals">The issues whose terms it has.</param>
    /// <param name="find">Gives the number of a hash in the vocabulary, or -1.</param>
    /// <param name="rarityOf">Gives the inverse document frequency of a word.</param>
    /// <returns>The values that are not 0: of words by number, of those of the title and lead by number, then of issues.</returns>
    public static List<KnownGram> Values(TaggedText text, IReadOnlyCollection<IssueSignal> signals, Func<uint, int> find, Func<int, float> rarityOf)
    {
        var grams = WordGrams.Read(text.Words);
        var values = new List<KnownGram>(grams.Count + signals.Count);
        var occurrences = new long[grams.Count];
        Add(values, Occurrences(occurrences, grams, gram => find(gram.Hash)), grams, text, rarityOf, 1);
        Add(values, Occurrences(occurrences, grams, gram => WordGrams.IsHead(text.Zones[gram.Tokens.First]) ? find(WordGrams.HashInHead(gram.Hash)) : -1), grams, text, rarityOf, HeadShare);
        foreach (var signal in signals)
        {
            if (find(signal.Hash) is >= 0 and var number)
            {
                values.Add(new KnownGram(number, (float)(SignalWeight * signal.Density), signal.First));
            }
        }

        return values;
    }

    /// <summary>Finds the words and pairs that the vocabulary has.</summary>
    /// <param name="buffer">Where they are put; as long as <paramref name="grams"/>.</param>
    /// <param name="grams">The words and pairs of the text.</param>
    /// <param name="numberOf">Gives the number in the vocabulary, or -1.</param>
    /// <returns>The number of each in the upper half, and which one of the text it is in the lower: in order, so that the same ones stand together.</returns>
    private static Span<long> Occurrences(long[] buffer, List<WordGram> grams, Func<WordGram, int> numberOf)
    {
        var count = 0;
        for (var i = 0; i < grams.Count; i++)
        {
            if (numberOf(grams[i]) is >= 0 and var number)
            {
                buffer[count++] = ((long)number << 32) | (uint)i;
            }
        }

        var found = buffer.AsSpan(0, count);
        found.Sort();
        return found;
    }

    /// <summary>Adds a vector of a length.</summary>
    private static void Add(List<KnownGram> values, ReadOnlySpan<long> occurrences, List<WordGram> grams, TaggedText text, Func<int, float> rarityOf, float length)
    {
        var (start, squares) = (values.Count, 0.0);
        for (var i = 0; i < occurrences.Length;)
        {
            var number = NumberOf(occurrences[i]);
            var count = 0f;
            TokenRange? first = null;
            for (; i < occurrences.Length && NumberOf(occurrences[i]) == number; i++)
            {
                var tokens = grams[(int)(uint)occurrences[i]].Tokens;
                count += text.Zones[tokens.First] == Zone.Title ? TitleMention : 1;
                first ??= text.SpanOf(tokens) is null ? null : tokens;
            }

            var value = (1 + MathF.Log(count)) * rarityOf(number);
            squares += value * value;
            values.Add(new KnownGram(number, value, first));
        }

        var factor = length / MathF.Sqrt((float)squares);
        foreach (ref var value in CollectionsMarshal.AsSpan(values)[start..])
        {
            value = value with { Value = factor * value.Value };
        }
    }

    private static int NumberOf(long occurrence) => (int)(occurrence >> 32);

    /// <summary>A word, a pair or an issue that the vocabulary has.</summary>
    /// <param name="Number">Its number there.</param>
    /// <param name="Value">Its value in the vector.</param>
    /// <param name="First">Where it stands first in the article's own text; null where it stands beside it only.</param>
    internal readonly record struct KnownGram(int Number, float Value, TokenRange? First);
}
