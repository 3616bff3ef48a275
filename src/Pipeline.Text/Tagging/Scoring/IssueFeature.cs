namespace Pipeline.Text.Tagging.Scoring;

/// <summary>What is known of an article and an issue, as numbers. Those from <see cref="Density"/> on, before <see cref="Narrower"/>, are 0 where no term of the issue stands in the article.</summary>
internal enum IssueFeature
{
    /// <summary>Always 1.</summary>
    Bias,

    /// <summary>The logarithm of the evidence against what an article of this length needs, from 0 to 6.</summary>
    Density,

    /// <summary>Whether terms stand in the title: 1, less for weak ones.</summary>
    Title,

    /// <summary>Whether terms stand in the lead: 1, less for weak ones and those named in passing.</summary>
    Lead,

    /// <summary>Whether a sentence that lists subjects names it with a full term: 1 or 0.</summary>
    Agenda,

    /// <summary>Whether a text of a few paragraphs names it with a full term, not in passing: 1 up to 320 words, 0 from 360 on, and less where news name the issue everywhere.</summary>
    Brief,

    /// <summary>The logarithm of the number of different terms.</summary>
    Variety,

    /// <summary>Whether all terms are weak: 1 or 0.</summary>
    WeakAlone,

    /// <summary>The evidence against that of the issue with most, from 0 to 1.</summary>
    Dominance,

    /// <summary>The part of the paragraphs that have a term, from 0 to 1.</summary>
    Spread,

    /// <summary>How rarely news name the issue (<see cref="Model.IssueFacts.Rarity"/>).</summary>
    Rarity,

    /// <summary>The evidence of the narrower issue with most, from 0 to 1.</summary>
    Narrower,

    /// <summary>The evidence of the issues that are related to it, together, from 0 to 1.</summary>
    Related,

    /// <summary>The evidence of the broader issue with most, from 0 to 1.</summary>
    Broader,

    /// <summary>Whether the issue is a part of a broader one: 1 or 0. The narrower an issue, the less often it is named in passing.</summary>
    IsPart,

    /// <summary>The evidence of all other issues together, 0 or more: an article that names many is about each less likely.</summary>
    Others,

    /// <summary>The margin of the words of the article, from -1.5 to 1.5; 0 where the model of words does not know the issue.</summary>
    Words,

    /// <summary>Whether the model of words knows the issue: 1 or 0.</summary>
    WordsKnown,

    /// <summary>How far the margin of the words is behind that of the issue with most, from -3 to 0; 0 where the model of words does not know the issue.</summary>
    WordsBehind,
}
