using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Files;

/// <summary>A file's record as table rows: ids stand one after the other, all of one length.</summary>
internal static class FileRows
{
    /// <summary>The row key of the first row.</summary>
    public const string MainKey = "file";

    /// <summary>The property that is new with each write, and the same in all rows of a file.</summary>
    public const string Stamp = "Stamp";

    /// <summary>The most articles that one file may hold.</summary>
    public const int MaxArticles = IdsPerRow * MaxRows;

    // A property takes 32K characters, an id is 26.
    private const int IdsPerRow = 1_200;

    // A transaction takes 100 rows and 4 MiB; a row with both lists full is 63 KB.
    private const int MaxRows = 60;

    public static string PartKey(int part) => $"part{KeyEncoder.Separator}{part.ToString("D2", CultureInfo.InvariantCulture)}";

    public static int PartCount(TableEntity row) => row.GetInt32("Parts") ?? 0;

    /// <summary>Returns the number of rows behind the first that a record takes.</summary>
    public static int PartCount(FileRecord record) =>
        Math.Max(0, (Math.Max(record.ArticleIds.Count, record.Retiring.Count) - 1) / IdsPerRow);

    public static IReadOnlyList<TableEntity> Write(FileRecord record)
    {
        var most = Math.Max(record.ArticleIds.Count, record.Retiring.Count);
        if (most > MaxArticles)
        {
            throw new ArgumentException($"A file may hold {MaxArticles} articles, not {most}.", nameof(record));
        }

        var chunks = PartCount(record) + 1;
        var rows = new List<TableEntity>(chunks);
        var stamp = Guid.NewGuid();
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            rows.Add(new TableEntity(record.FileId, chunk == 0 ? MainKey : PartKey(chunk - 1))
            {
                ["ArticleIds"] = Join(record.ArticleIds, chunk),
                ["Retiring"] = Join(record.Retiring, chunk),
                [Stamp] = stamp,
            });
        }

        rows[0]["BlobName"] = record.BlobName;
        rows[0]["BlobETag"] = record.ETag;
        rows[0]["Version"] = record.Version;
        rows[0]["Parts"] = chunks - 1;
        return rows;
    }

    /// <summary>Reads a record; false where the parts are not those of the row.</summary>
    public static bool TryRead(TableEntity row, IReadOnlyList<TableEntity> parts, [NotNullWhen(true)] out FileRecord? record)
    {
        record = null;
        var stamp = row.GetGuid(Stamp);
        if (parts.Count != PartCount(row) || parts.Any(part => part.GetGuid(Stamp) != stamp))
        {
            return false;
        }

        TableEntity[] rows = [row, .. parts];
        record = new FileRecord
        {
            FileId = row.PartitionKey,
            BlobName = row.GetString("BlobName"),
            ETag = row.GetString("BlobETag"),
            Version = row.GetString("Version"),
            ArticleIds = Split(rows, "ArticleIds"),
            Retiring = Split(rows, "Retiring"),
        };
        return true;
    }

    private static string Join(IReadOnlyList<string> ids, int chunk) => string.Concat(ids.Skip(chunk * IdsPerRow).Take(IdsPerRow));

    private static string[] Split(TableEntity[] rows, string property) =>
        [.. rows.SelectMany(row => row.GetString(property).Chunk(ArticleIds.Length).Select(id => new string(id)))];
}
