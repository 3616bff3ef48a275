using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Rewriting;

namespace Pipeline.Storage.Articles;

/// <summary>Heads and intents as table rows.</summary>
internal static class ArticleRows
{
    /// <summary>The row key of a head.</summary>
    public const string HeadKey = "head";

    private const string IntentPrefix = "intent";
    private const string Suppressed = "Suppressed";
    private const string Expired = "Expired";

    public static string IntentKey(int rev) => $"{IntentPrefix}{KeyEncoder.Separator}{rev.ToString("D10", CultureInfo.InvariantCulture)}";

    public static bool IsIntent(TableEntity row) => row.RowKey.StartsWith(IntentPrefix, StringComparison.Ordinal);

    public static TableEntity Write(ArticleHead head) => new(head.ArticleId, HeadKey)
    {
        ["FileId"] = head.FileId,
        ["BlobName"] = head.BlobName,
        ["ItemId"] = head.ItemId,
        ["State"] = head.State.ToString(),
        ["FirstSeen"] = head.FirstSeen.UtcDateTime,
        ["Reason"] = head.Reason,
        ["Detail"] = head.Detail,
        ["BlobETag"] = head.ETag,
        ["Version"] = head.Version,
        ["TaxonomyVersion"] = head.TaxonomyVersion,
        ["PipelineVersion"] = head.PipelineVersion,
        ["Title"] = head.Title,
        ["TitleDerived"] = head.TitleDerived,
        ["Authors"] = JsonColumns.Write(head.Authors),
        ["Source"] = head.Source,
        ["Url"] = head.Url,
        ["Format"] = head.Format,
        ["Language"] = head.Language,
        ["LanguageConfidence"] = head.LanguageConfidence,
        ["Published"] = head.Published is { } published ? JsonColumns.Write(published) : null,
        ["Modified"] = head.Modified is { } modified ? JsonColumns.Write(modified) : null,
        ["Subjects"] = JsonColumns.Write(head.Subjects),
        ["Issues"] = JsonColumns.Write(head.Issues),
        ["Actors"] = JsonColumns.Write(head.Actors),
        ["Summary"] = JsonColumns.Write(head.Summary),
        ["SummaryKind"] = head.SummaryKind is { } kind ? JsonColumns.Write(kind) : null,
        ["Rewrite"] = head.Rewrite is { } rewrite ? JsonColumns.Write(rewrite) : null,
        ["Content"] = head.Content,
        ["Updated"] = head.Updated?.UtcDateTime,
        ["Signature"] = head.Signature.IsEmpty ? null : head.Signature.ToArray(),
        ["Cluster"] = head.Cluster,
        ["Generation"] = head.Generation,
        [Suppressed] = head.IsSuppressed ? true : null,
        [Expired] = head.Expired,
        ["Deleted"] = head.Deleted?.UtcDateTime,
        ["Rev"] = head.Rev,
        ["NextRev"] = head.NextRev,
        ["IndexKeys"] = WriteKeys(head.IndexKeys),
    };

    public static TableEntity WriteNextRev(ArticleHead head) => new(head.ArticleId, HeadKey) { ["NextRev"] = head.NextRev };

    // What is merged leaves a property as it is where its value is null.
    public static TableEntity WriteKeptAway(string articleId, bool isSuppressed, string? expired) =>
        new(articleId, HeadKey) { [Suppressed] = isSuppressed, [Expired] = expired ?? "" };

    public static ArticleHead ReadHead(TableEntity row) => new()
    {
        ArticleId = row.PartitionKey,
        FileId = row.GetString("FileId"),
        BlobName = row.GetString("BlobName"),
        ItemId = row.GetString("ItemId"),
        State = Enum.Parse<ArticleState>(row.GetString("State")),
        FirstSeen = row.GetDateTimeOffset("FirstSeen")!.Value,
        Reason = row.GetString("Reason"),
        Detail = row.GetString("Detail"),
        ETag = row.GetString("BlobETag"),
        Version = row.GetString("Version"),
        TaxonomyVersion = row.GetString("TaxonomyVersion"),
        PipelineVersion = row.GetString("PipelineVersion"),
        Title = row.GetString("Title"),
        TitleDerived = row.GetBoolean("TitleDerived") ?? false,
        Authors = row.ReadJson<string[]>("Authors") ?? [],
        Source = row.GetString("Source"),
        Url = row.GetString("Url"),
        Format = row.GetString("Format"),
        Language = row.GetString("Language"),
        LanguageConfidence = row.GetDouble("LanguageConfidence"),
        Published = row.ReadJson<PublicationDate?>("Published"),
        Modified = row.ReadJson<PublicationDate?>("Modified"),
        Subjects = row.ReadJson<Subject[]>("Subjects") ?? [],
        Issues = row.ReadJson<IssueScore[]>("Issues") ?? [],
        Actors = row.ReadJson<ActorScore[]>("Actors") ?? [],
        Summary = row.ReadJson<SummarySentence[]>("Summary") ?? [],
        SummaryKind = row.ReadJson<SummaryKind?>("SummaryKind"),
        Rewrite = row.ReadJson<SummaryRewrite>("Rewrite"),
        Content = row.GetString("Content"),
        Updated = row.GetDateTimeOffset("Updated"),
        Signature = row.GetBinary("Signature"),
        Cluster = row.GetString("Cluster"),
        Generation = row.GetInt32("Generation") ?? 0,
        IsSuppressed = row.GetBoolean(Suppressed) ?? false,
        Expired = row.GetString(Expired) is { Length: > 0 } expired ? expired : null,
        Deleted = row.GetDateTimeOffset("Deleted"),
        Rev = row.GetInt32("Rev") ?? 0,
        NextRev = row.GetInt32("NextRev") ?? 0,
        IndexKeys = ReadKeys(row, "IndexKeys"),
    };

    public static TableEntity Write(TagIntent intent) => new(intent.ArticleId, IntentKey(intent.Rev))
    {
        ["Rev"] = intent.Rev,
        ["Attempt"] = intent.Attempt,
        ["Version"] = intent.Version,
        ["Started"] = intent.Started.UtcDateTime,
        ["OldKeys"] = WriteKeys(intent.OldKeys),
        ["NewKeys"] = WriteKeys(intent.NewKeys),
    };

    public static TagIntent ReadIntent(TableEntity row) => new()
    {
        ArticleId = row.PartitionKey,
        Rev = row.GetInt32("Rev")!.Value,
        Attempt = row.GetGuid("Attempt")!.Value,
        Version = row.GetString("Version"),
        Started = row.GetDateTimeOffset("Started")!.Value,
        OldKeys = ReadKeys(row, "OldKeys"),
        NewKeys = ReadKeys(row, "NewKeys"),
    };

    private static string WriteKeys(IReadOnlyList<IndexKey> keys) => string.Join('\n', keys.Select(key => key.ToString()));

    private static IndexKey[] ReadKeys(TableEntity row, string property) =>
        [.. row.GetString(property).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(IndexKey.Parse)];
}
