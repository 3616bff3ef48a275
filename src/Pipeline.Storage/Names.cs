using System.Globalization;

namespace Pipeline.Storage;

/// <summary>The blob containers of the pipeline.</summary>
public static class ContainerNames
{
    /// <summary>The files that people drop.</summary>
    public const string Articles = "articles";

    /// <summary>Parsed articles and their tags, one blob a version: written once.</summary>
    public const string Parsed = "parsed";

    /// <summary>The user's own settings of content: <c>taxonomy.*</c>, and the report on it.</summary>
    public const string Config = "config";
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

    /// <summary>A row for each hour of a listing whose counts may be wrong.</summary>
    public const string Dirty = "Dirty";

    /// <summary>Messages that failed too often, and the last errors of those that may.</summary>
    public const string Poison = "Poison";

    /// <summary>One row: the user's taxonomy that is in force.</summary>
    public const string Taxonomy = "Taxonomy";

    /// <summary>One row: which generation of the index is live.</summary>
    public const string Meta = "Meta";

    /// <summary>Returns the table with a row for each listing that an article stands in.</summary>
    /// <param name="generation">The generation of the index; 0 for the listings that know no taxonomy.</param>
    public static string IndexOf(int generation) => OfGeneration("Index", generation);

    /// <summary>Returns the table with the counts of a generation's listings.</summary>
    /// <param name="generation">The generation of the index.</param>
    public static string StatsOf(int generation) => OfGeneration("Stats", generation);

    private static string OfGeneration(string name, int generation) =>
        generation == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{generation}");
}

/// <summary>The settings of the pipeline that are not options of one part.</summary>
public static class SettingNames
{
    /// <summary>The storage connection: a connection string, or a section of service addresses for identity-based access.</summary>
    public const string ArticleStorage = "ArticleStorage";
}
