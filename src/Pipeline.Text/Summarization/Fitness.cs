namespace Pipeline.Text.Summarization;

/// <summary>Whether a sentence can stand in a summary. The later the better.</summary>
internal enum Fitness
{
    /// <summary>It never can: furniture of the page, a byline, a caption, a question, the title or an earlier sentence again.</summary>
    Never,

    /// <summary>It is no sentence by itself: a row of a table, a few words, what ends in a colon, what was cut. It stands where the article is given whole, or has no prose.</summary>
    Remnant,

    /// <summary>It has no full stop: an item of a list, a headline. It stands where there is too little prose.</summary>
    Fragment,

    /// <summary>It is a sentence of prose.</summary>
    Prose,
}
