using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>Knows mentions that only compare, deny or date: "unlike the war in …", "since the pandemic".</summary>
internal sealed class IncidentalMentions
{
    // At most an article and an adjective stand between the cue and the mention.
    private const int Reach = 2;

    // "not about immigration or the war in Ukraine"
    private const int JoinedReach = 8;

    private static readonly string[] Denials =
    [
        "unlike", "rather than", "instead of", "as opposed to", "nothing to do with", "not about", "apart from", "aside from", "other than",
        "reminiscent of", "compared to", "compared with", "comparable to", "in contrast to", "far from", "not because of", "unrelated to",
    ];

    private static readonly string[] Dates =
    [
        "during", "since", "before", "prior to", "at the height of", "at the start of", "at the beginning of", "veteran of", "survivor of",
        "in the midst of", "throughout", "amid",
    ];

    private static readonly string[] Joins = ["or", "nor"];

    private static readonly PhraseMatcher Cues = Build();

    // Chosen on the development half of the labelled articles.
    private const double Denied = 0.1;
    private const double Dated = 0.5;

    private readonly TextToken[] _tokens;
    private readonly double[] _after;
    private readonly bool[] _joins;

    /// <summary>Initializes a new instance of the <see cref="IncidentalMentions"/> class.</summary>
    /// <param name="text">The article.</param>
    public IncidentalMentions(TaggedText text)
    {
        _tokens = text.Tokens;
        _after = new double[_tokens.Length];
        _joins = new bool[_tokens.Length];
        foreach (var cue in Cues.Match(text.Text, _tokens))
        {
            if (cue.Phrase >= Denials.Length + Dates.Length)
            {
                _joins[cue.Last] = true;
            }
            else
            {
                _after[cue.Last] = cue.Phrase < Denials.Length ? Denied : Math.Max(_after[cue.Last], Dated);
            }
        }
    }

    /// <summary>Says how much of a mention counts, from 0 to 1. What is joined to a denied mention by "or" is denied with it.</summary>
    /// <param name="mention">The mention.</param>
    public double Weigh(TokenRange mention)
    {
        var reach = Reach;
        for (var i = mention.First - 1; i >= 0 && i >= mention.First - 1 - reach && _tokens[i].Sentence == _tokens[mention.First].Sentence; i--)
        {
            if (_after[i] > 0)
            {
                return _after[i];
            }

            if (_tokens[i].AfterBreak)
            {
                break;
            }

            reach = _joins[i] ? JoinedReach : reach;
        }

        return 1;
    }

    private static PhraseMatcher Build()
    {
        var builder = new PhraseMatcherBuilder();
        foreach (var cue in (string[])[.. Denials, .. Dates, .. Joins])
        {
            builder.Add([.. Tokenizer.Tokenize(cue).Select(token => PhraseWord.Create(cue.AsSpan(token.Start, token.Length), Inflection.None, matchCase: false))]);
        }

        return builder.Build();
    }
}
