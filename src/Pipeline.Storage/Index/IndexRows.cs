using Azure.Data.Tables;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Storage.Index;

/// <summary>Index rows as table rows.</summary>
internal static class IndexRows
{
    private const string Candidates = "Candidates";

    /// <summary>Gets the columns of a listing: all but the largest.</summary>
    public static IReadOnlyList<string> ListingColumns { get; } =
        ["PartitionKey", "RowKey", "Rev", "FirstSeen", "Published", "BlobName", "Title", "TitleDerived", "Source", "Language", "Summary", "Issues", "Score", "Reason", "Detail"];

    /// <summary>Gets the columns that digests need.</summary>
    public static IReadOnlyList<string> DigestColumns { get; } = [.. ListingColumns.Where(column => column != "Summary"), Candidates];

    public static TableEntity Write(IndexRow row) => new(row.Key.PartitionKey, row.Key.RowKey)
    {
        ["Rev"] = row.Entry.Rev,
        ["FirstSeen"] = row.Entry.FirstSeen.UtcDateTime,
        ["Published"] = row.Entry.Published is { } published ? JsonColumns.Write(published) : null,
        ["BlobName"] = row.Entry.BlobName,
        ["Title"] = row.Entry.Title,
        ["TitleDerived"] = row.Entry.TitleDerived,
        ["Source"] = row.Entry.Source,
        ["Language"] = row.Entry.Language,
        ["Summary"] = JsonColumns.Write(row.Entry.Summary),
        [Candidates] = row.Entry.Candidates is [] ? null : JsonColumns.Write(row.Entry.Candidates),
        ["Issues"] = JsonColumns.Write(row.Entry.Issues),
        ["Score"] = row.Entry.Score,
        ["Reason"] = row.Entry.Reason,
        ["Detail"] = row.Entry.Detail,
    };

    public static IndexRow Read(TableEntity row) => new(
        new IndexKey(row.PartitionKey, row.RowKey),
        new IndexEntry
        {
            ArticleId = row.RowKey[(row.RowKey.IndexOf(KeyEncoder.Separator, StringComparison.Ordinal) + 1)..],
            Rev = ReadRev(row),
            FirstSeen = row.GetDateTimeOffset("FirstSeen")!.Value,
            Published = row.ReadJson<PublicationDate?>("Published"),
            BlobName = row.GetString("BlobName"),
            Title = row.GetString("Title"),
            TitleDerived = row.GetBoolean("TitleDerived") ?? false,
            Source = row.GetString("Source"),
            Language = row.GetString("Language"),
            Summary = row.ReadJson<SummarySentence[]>("Summary") ?? [],
            Candidates = row.ReadJson<DigestCandidate[]>(Candidates) ?? [],
            Issues = row.ReadJson<IssueScore[]>("Issues") ?? [],
            Score = row.GetDouble("Score"),
            Reason = row.GetString("Reason"),
            Detail = row.GetString("Detail"),
        });

    public static int ReadRev(TableEntity row) => row.GetInt32("Rev")!.Value;
}
