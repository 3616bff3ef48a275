namespace Pipeline.Text.Summarization;

/// <summary>What a sentence needs so that a reader knows of what it speaks.</summary>
internal enum Leaning
{
    /// <summary>It stands alone.</summary>
    None,

    /// <summary>The sentence before it: "He also said…", "But this…", the second half of a quotation.</summary>
    OnNeighbour,

    /// <summary>A sentence shortly before it: "The suspect fled."</summary>
    OnNearby,

    /// <summary>Its author: "I think…", "as we wrote". Nothing that could be quoted beside it helps.</summary>
    OnAuthor,
}
