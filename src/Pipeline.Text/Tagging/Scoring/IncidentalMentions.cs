using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>Knows mentions that only compare, deny or date: "unlike the war in …", "no link between coffee and heart disease", "since the pandemic".</summary>
internal sealed class IncidentalMentions
{
    // At most an article and an adjective stand between the cue and the mention.
    private const int Reach = 2;

    // "not about immigration or the war in Ukraine", "no link between eating late at night and heart disease"
    private const int FarReach = 8;

    // "did not find, over twenty years, any link between"
    private const int NegationReach = 5;

    // Chosen on the development half of the labelled articles.
    private const double Denied = 0.1;
    private const double Dated = 0.5;

    private static readonly string[] Denials =
    [
        "unlike", "rather than", "instead of", "as opposed to", "nothing to do with", "not about", "apart from", "aside from", "other than",
        "reminiscent of", "compared to", "compared with", "comparable to", "in contrast to", "far from", "not because of", "unrelated to",
    ];

    // What they join to something else is denied where a negation stands before them.
    private static readonly string[] Links =
    [
        "link between", "link to", "link with", "association between", "association with", "connection between", "connection to", "connection with",
        "relationship between", "correlation between", "correlation with", "linked to", "connected to", "related to", "associated with", "caused by",
    ];

    private static readonly string[] Dates =
    [
        "during", "since", "before", "prior to", "at the height of", "at the start of", "at the beginning of", "veteran of", "survivor of",
        "in the midst of", "throughout", "amid",
    ];

    private static readonly string[] Joins = ["or", "nor"];

    private static readonly string[] Negations =
    [
        "no", "not", "never", "neither", "without", "nothing", "cannot", "didn't", "doesn't", "don't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "couldn't", "can't",
    ];

    private static readonly (PhraseMatcher Matcher, Cue[] Kinds) Cues = Build();

    private readonly TextToken[] _tokens;
    private readonly Cue[] _cues;

    /// <summary>Initializes a new instance of the <see cref="IncidentalMentions"/> class.</summary>
    /// <param name="text">The article.</param>
    public IncidentalMentions(TaggedText text)
    {
        _tokens = text.Tokens;
        _cues = new Cue[_tokens.Length];
        foreach (var match in Cues.Matcher.Match(text.Words))
        {
            var cue = Cues.Kinds[match.Phrase];
            _cues[match.Last] = cue != Cue.Link ? (Cue)Math.Max((int)cue, (int)_cues[match.Last]) : IsNegated(match.First) ? Cue.DeniedLink : Cue.None;
        }
    }

    /// <summary>What a cue says of the mention after it; of two at one place the later one counts.</summary>
    private enum Cue : byte
    {
        None,
        Negation,
        Join,
        Date,
        Denial,
        Link,
        DeniedLink,
    }

    /// <summary>Says how much of a mention counts, from 0 to 1. What is joined to a denied mention by "or" is denied with it.</summary>
    /// <param name="mention">The mention.</param>
    public double Weigh(TokenRange mention)
    {
        var reach = Reach;
        for (var i = mention.First - 1; i >= 0 && i >= mention.First - 1 - FarReach && _tokens[i].Sentence == _tokens[mention.First].Sentence; i--)
        {
            var isNear = i >= mention.First - 1 - reach;
            if (_cues[i] is Cue.DeniedLink || (_cues[i] is Cue.Denial && isNear))
            {
                return Denied;
            }

            if (_cues[i] is Cue.Date && isNear)
            {
                return Dated;
            }

            if (_tokens[i].AfterBreak)
            {
                break;
            }

            reach = _cues[i] is Cue.Join ? FarReach : reach;
        }

        return 1;
    }

    private bool IsNegated(int link)
    {
        for (var i = link - 1; i >= Math.Max(0, link - 1 - NegationReach) && _tokens[i].Sentence == _tokens[link].Sentence; i--)
        {
            if (_cues[i] is Cue.Negation)
            {
                return true;
            }
        }

        return false;
    }

    private static (PhraseMatcher Matcher, Cue[] Kinds) Build()
    {
        var builder = new PhraseMatcherBuilder();
        var kinds = new List<Cue>();
        foreach (var (kind, cues) in new[] { (Cue.Negation, Negations), (Cue.Join, Joins), (Cue.Date, Dates), (Cue.Denial, Denials), (Cue.Link, Links) })
        {
            foreach (var cue in cues)
            {
                var inflection = kind == Cue.Link ? Inflection.Noun : Inflection.None;
                var phrase = builder.Add([.. Tokenizer.Tokenize(cue).Select(token => PhraseWord.Create(cue.AsSpan(token.Start, token.Length), inflection, matchCase: false))]);
                if (phrase == kinds.Count)
                {
                    kinds.Add(kind);
                }
                else
                {
                    kinds[phrase] = kind;
                }
            }
        }

        return (builder.Build(), [.. kinds]);
    }
}
