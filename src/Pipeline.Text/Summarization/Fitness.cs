namespace Pipeline.Text.Summarization;

/// <summary>Whether a sentence can stand in a summary.</summary>
internal enum Fitness
{
    /// <summary>It cannot: a row of a table, a question, furniture of the page, a caption, the title again, or cut.</summary>
    Unfit,

    /// <summary>It has no full stop: an item of a list, a headline. It stands where there is too little prose.</summary>
    Fragment,

    /// <summary>It is a sentence of prose.</summary>
    Prose,
}
