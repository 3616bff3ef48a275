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
    public WordJudgement(WordModel model, TaggedText text, IEnumerable<IssueSignal> signals)
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

    /// <summary>Gives the words and terms that speak for an issue, the strongest first.</summary>
    /// <param name="issue">The issue's index in the model.</param>
    /// <returns>Where each first stands in the article's own text, and what it adds to the margin; above 0.</returns>
    public IEnumerable<(TokenRange Tokens, double Contribution)> For(int issue) => _grams
        .Where(gram => gram.First is not null)
        .GroupBy(gram => gram.First!.Value, gram => (double)(gram.Value * _model.WeightOf(gram.Number, issue)))
        .Select(place => (Tokens: place.Key, Contribution: place.Sum()))
        .Where(place => place.Contribution > 0)
        .OrderByDescending(place => place.Contribution)
        .ThenBy(place => place.Tokens.First);

    /// <summary>
    /// Makes the vector of an article: its words and pairs are of length 1 together, those of its title and lead once more of
    /// length 0.5, and its issues stand beside them.
    /// </summary>
    /// <param name="text">The article.</param>
    /// <param name="signals">The issues whose terms it has.</param>
    /// <param name="find">Gives the number of a hash in the vocabulary, or -1.</param>
    /// <param name="rarityOf">Gives the inverse document frequency of a word.</param>
    /// <returns>The values that are not 0: of words by number, of those of the title and lead by number, then of issues.</returns>
    public static List<KnownGram> Values(TaggedText text, IEnumerable<IssueSignal> signals, Func<uint, int> find, Func<int, float> rarityOf)
    {
        var grams = WordGrams.Read(text.Text, text.Tokens);
        var head = grams
            .Where(gram => WordGrams.IsHead(text.Zones[gram.Tokens.First]))
            .Select(gram => gram with { Hash = WordGrams.HashInHead(gram.Hash) });
        return
        [
            .. Scale(Count(grams, text, find), rarityOf, 1),
            .. Scale(Count(head, text, find), rarityOf, HeadShare),
            .. signals.Select(signal => new KnownGram(find(signal.Hash), (float)(SignalWeight * signal.Density), signal.First)).Where(gram => gram.Number >= 0),
        ];
    }

    private static List<KnownGram> Scale(List<KnownGram> counts, Func<int, float> rarityOf, float length)
    {
        List<KnownGram> values = [.. counts.Select(gram => gram with { Value = (1 + MathF.Log(gram.Value)) * rarityOf(gram.Number) })];
        var factor = length / MathF.Sqrt(values.Sum(gram => gram.Value * gram.Value));
        return [.. values.Select(gram => gram with { Value = factor * gram.Value })];
    }

    private static List<KnownGram> Count(IEnumerable<WordGram> grams, TaggedText text, Func<uint, int> find)
    {
        var counts = new Dictionary<int, KnownGram>();
        foreach (var gram in grams)
        {
            if (find(gram.Hash) is >= 0 and var number)
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, number, out _);
                var isTitle = text.Zones[gram.Tokens.First] == Zone.Title;
                known = new KnownGram(number, known.Value + (isTitle ? TitleMention : 1), known.First ?? (text.SpanOf(gram.Tokens) is null ? null : gram.Tokens));
            }
        }

        List<KnownGram> found = [.. counts.Values];
        found.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        return found;
    }

    /// <summary>A word, a pair or an issue that the vocabulary has.</summary>
    /// <param name="Number">Its number there.</param>
    /// <param name="Value">How often it stands, or its value in the vector.</param>
    /// <param name="First">Where it stands first in the article's own text; null where it stands beside it only.</param>
    internal readonly record struct KnownGram(int Number, float Value, TokenRange? First);
}
