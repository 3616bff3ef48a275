namespace Pipeline.Text.Summarization;

/// <summary>How the sentences of a summary came to stand in it.</summary>
public enum SummaryKind
{
    /// <summary>An extract: the sentences that stand best for the article, chosen among more.</summary>
    Extract,

    /// <summary>The article is so short that all its sentences are given.</summary>
    Whole,

    /// <summary>The lead: the first sentences, in order. Of a list, a table or another text without prose, where there is nothing to choose by.</summary>
    Lead,
}
