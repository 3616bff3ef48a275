namespace Pipeline.Processing.Reconciliation;

/// <summary>What reconciling finds, and how it repairs it.</summary>
public enum ReconcileFinding
{
    /// <summary>A blob of which the tables know nothing, or an older version: asked to be parsed.</summary>
    UnparsedBlob,

    /// <summary>A file that was parsed by another version of the parser or with other limits: asked to be parsed.</summary>
    OutdatedFile,

    /// <summary>A file whose blob is gone: asked to be parsed, which removes its articles.</summary>
    GoneBlob,

    /// <summary>Articles that are to go and that nobody was asked to remove: asked to be announced again.</summary>
    UnannouncedFile,

    /// <summary>An article that is not what its file's row wants: asked to be tagged.</summary>
    UntaggedArticle,

    /// <summary>An article that its file holds no longer: asked to be removed.</summary>
    UnwantedArticle,

    /// <summary>An attempt that broke off: cleaned up, or the article asked to be tagged.</summary>
    StaleIntent,

    /// <summary>A row that a head names and that is not there: the article asked to be tagged again.</summary>
    MissingRow,

    /// <summary>A parsed version or an analysis of which a tagged article is made and that is not there: its file asked to be parsed, and the article to be tagged again.</summary>
    MissingParsed,

    /// <summary>An article that was tagged by another taxonomy than the index it stands in: asked to be tagged.</summary>
    OutdatedTags,

    /// <summary>A row that no head names: removed.</summary>
    OrphanRow,

    /// <summary>A cluster of near duplicates of which only one article is left: that one asked to be tagged again.</summary>
    LoneCluster,

    /// <summary>A parsed version that nobody wants: removed.</summary>
    OrphanParsed,

    /// <summary>An article older than articles are kept: deleted.</summary>
    ExpiredArticle,

    /// <summary>A tombstone older than tombstones are kept: removed.</summary>
    ExpiredTombstone,
}
