using Azure.Data.Tables;
using Pipeline.Storage.Articles;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Storage.Index;

/// <summary>Index rows as table rows.</summary>
internal static class IndexRows
{
    private static readonly string[] Key = ["PartitionKey", "RowKey"];

    private static readonly string[] Common =
    [
        .. Key, "Rev", "FirstSeen", "Updated", "Published", "BlobName", "Title", "TitleDerived", "Authors", "Source", "Url", "Language", "Issues", "Actors", "Cluster", "Score", "Reason", "Detail",
    ];

    private static readonly Dictionary<IndexColumns, string[]> Columns = new()
    {
        [IndexColumns.Listing] = [.. Common, "Summary", "SummaryKind"],
        [IndexColumns.Digest] = [.. Common, "Candidates"],
        [IndexColumns.Statistics] = [.. Key, "Source", "Issues", "Actors"],
        [IndexColumns.Signature] = [.. Key, "Signature"],
        [IndexColumns.Position] = Key,
    };

    /// <summary>Returns the properties that a query reads.</summary>
    public static IReadOnlyList<string> Properties(IndexColumns columns) => Columns[columns];

    // A property of null is not stored.
    public static TableEntity Write(IndexRow row) => new(row.Key.PartitionKey, row.Key.RowKey)
    {
        ["Rev"] = row.Entry.Rev,
        ["FirstSeen"] = row.Entry.FirstSeen.UtcDateTime,
        ["Updated"] = row.Entry.Updated.UtcDateTime,
        ["Published"] = row.Entry.Published is { } published ? JsonColumns.Write(published) : null,
        ["BlobName"] = row.Entry.BlobName,
        ["Title"] = row.Entry.Title,
        ["TitleDerived"] = row.Entry.TitleDerived ? true : null,
        ["Authors"] = WriteList(row.Entry.Authors),
        ["Source"] = row.Entry.Source,
        ["Url"] = row.Entry.Url,
        ["Language"] = row.Entry.Language,
        ["Summary"] = WriteList(row.Entry.Summary),
        ["SummaryKind"] = row.Entry.SummaryKind is { } kind ? JsonColumns.Write(kind) : null,
        ["Candidates"] = WriteList(row.Entry.Candidates),
        ["Issues"] = WriteList(row.Entry.Issues),
        ["Actors"] = WriteList(row.Entry.Actors),
        ["Cluster"] = row.Entry.Cluster,
        ["Signature"] = row.Entry.Signature.IsEmpty ? null : row.Entry.Signature.ToArray(),
        ["Score"] = row.Entry.Score,
        ["Reason"] = row.Entry.Reason,
        ["Detail"] = row.Entry.Detail,
    };

    public static IndexRow Read(int generation, TableEntity row)
    {
        var key = new IndexKey(generation, row.PartitionKey, row.RowKey);
        return new IndexRow(key, new IndexEntry
        {
            ArticleId = IndexPosition.TryParse(row.RowKey, out var position) ? position.Value.ArticleId : throw new FormatException($"'{key}' has no position."),
            Rev = row.GetInt32("Rev") ?? 0,
            FirstSeen = row.GetDateTimeOffset("FirstSeen") ?? default,
            Updated = row.GetDateTimeOffset("Updated") ?? default,
            Published = row.ReadJson<PublicationDate?>("Published"),
            BlobName = row.GetString("BlobName") ?? "",
            Title = row.GetString("Title"),
            TitleDerived = row.GetBoolean("TitleDerived") ?? false,
            Authors = row.ReadJson<string[]>("Authors") ?? [],
            Source = row.GetString("Source"),
            Url = row.GetString("Url"),
            Language = row.GetString("Language"),
            Summary = row.ReadJson<SummarySentence[]>("Summary") ?? [],
            SummaryKind = row.ReadJson<SummaryKind?>("SummaryKind"),
            Candidates = row.ReadJson<DigestCandidate[]>("Candidates") ?? [],
            Issues = row.ReadJson<IssueScore[]>("Issues") ?? [],
            Actors = row.ReadJson<ActorScore[]>("Actors") ?? [],
            Cluster = row.GetString("Cluster"),
            Signature = row.GetBinary("Signature"),
            Score = row.GetDouble("Score"),
            Reason = row.GetString("Reason"),
            Detail = row.GetString("Detail"),
        });
    }

    public static int ReadRev(TableEntity row) => row.GetInt32("Rev")!.Value;

    private static string? WriteList<T>(IReadOnlyList<T> values) => values is [] ? null : JsonColumns.Write(values);
}
