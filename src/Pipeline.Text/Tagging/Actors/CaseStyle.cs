namespace Pipeline.Text.Tagging.Actors;

/// <summary>How a sentence uses capitals.</summary>
internal enum CaseStyle
{
    /// <summary>As prose does: capitals mark names.</summary>
    Sentence,

    /// <summary>Most words have a capital, as in headlines and tables.</summary>
    Title,

    /// <summary>All in capitals.</summary>
    Capitals,
}
