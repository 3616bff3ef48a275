namespace Pipeline.Storage;

/// <summary>The blob containers of the pipeline.</summary>
public static class ContainerNames
{
    /// <summary>The files that people drop.</summary>
    public const string Articles = "articles";

    /// <summary>Parsed articles and their tags, one blob a version: written once.</summary>
    public const string Parsed = "parsed";
}

/// <summary>The queues of the pipeline.</summary>
public static class QueueNames
{
    /// <summary>Files to parse, besides those that the blob triggers bring.</summary>
    public const string ParseArticle = "parse-article";

    /// <summary>Articles to tag.</summary>
    public const string TagIssues = "tag-issues";

    /// <summary>What the platform appends to a queue's name for the messages that failed too often.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Where the platform puts blobs whose trigger failed too often.</summary>
    public const string BlobTriggerPoison = "webjobs-blobtrigger-poison";

    /// <summary>Gets the queues in which the platform puts what failed too often.</summary>
    public static IReadOnlyList<string> Poison { get; } = [ParseArticle + PoisonSuffix, TagIssues + PoisonSuffix, BlobTriggerPoison];
}

/// <summary>The tables of the pipeline.</summary>
public static class TableNames
{
    /// <summary>A row a file: which version of it is wanted and which articles it holds.</summary>
    public const string Files = "Files";

    /// <summary>A partition an article: its head, and the intents of those who are changing it.</summary>
    public const string Articles = "Articles";

    /// <summary>A row for each listing that an article stands in.</summary>
    public const string Index = "Index";

    /// <summary>Messages that failed too often, and the last errors of those that may.</summary>
    public const string Poison = "Poison";
}

/// <summary>The settings of the pipeline that are not options of one part.</summary>
public static class SettingNames
{
    /// <summary>The storage connection: a connection string, or a section of service addresses for identity-based access.</summary>
    public const string ArticleStorage = "ArticleStorage";
}
