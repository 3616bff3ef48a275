namespace Pipeline.Storage.Articles;

/// <summary>How far an article is.</summary>
public enum ArticleState
{
    /// <summary>Parsed, and not tagged yet.</summary>
    Pending,

    /// <summary>Tagged and summarised: it stands in the listings.</summary>
    Tagged,

    /// <summary>No article can be read from it; permanent for this version of the file.</summary>
    Rejected,

    /// <summary>It failed too often, for a reason that may pass; its message is among the poison messages.</summary>
    Failed,

    /// <summary>Its file is gone, or holds it no longer. A tombstone.</summary>
    Deleted,
}
