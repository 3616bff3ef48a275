using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Pipeline.Storage;
using Pipeline.Storage.Keys;

namespace Pipeline.Testing.Consistency;

/// <summary>
/// Reads the container and all tables as they are, and says what does not fit together. It shares nothing with the pipeline but
/// the names of things: it reads rows and properties, not the pipeline's own types.
/// </summary>
/// <param name="clients">The clients of the storage account.</param>
public sealed class StorageChecker(ArticleStorageClients clients)
{
    private const string DeletedState = "Deleted";

    // As many lines as help; one mistake often shows a thousand times.
    private const int MaxProblems = 50;

    private readonly List<string> _problems = [];

    /// <summary>Gets how many blobs, heads and rows the last check read.</summary>
    public string Read { get; private set; } = "";

    /// <summary>Checks everything.</summary>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>What is wrong; empty where nothing is.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        _problems.Clear();
        var blobs = await ReadBlobsAsync(cancellationToken);
        var files = (await ReadAsync(TableNames.Files, cancellationToken)).GroupBy(row => row.PartitionKey).ToDictionary(file => file.Key, Merge);
        var articles = await ReadAsync(TableNames.Articles, cancellationToken);
        var heads = articles.Where(row => row.RowKey == "head").ToDictionary(row => row.PartitionKey);
        foreach (var intent in articles.Where(row => row.RowKey != "head"))
        {
            Report($"an intent is left: {intent.PartitionKey} {intent.RowKey}");
        }

        CheckFiles(blobs, files, heads);
        CheckHeads(blobs, files, heads);
        var generation = await ReadLiveAsync(cancellationToken);
        var rows = await ReadIndexAsync(generation, cancellationToken);
        CheckRows(rows, heads, generation);
        await CheckCountsAsync(rows, generation, cancellationToken);
        Read = string.Create(CultureInfo.InvariantCulture, $"{blobs.Count} blobs, {files.Count} files, {heads.Count} heads, {rows.Count} rows");
        return [.. _problems];
    }

    private void CheckFiles(Dictionary<string, string> blobs, Dictionary<string, FileRows> files, Dictionary<string, TableEntity> heads)
    {
        foreach (var (name, etag) in blobs)
        {
            if (!files.TryGetValue(ArticleIds.ForFile(name), out var file))
            {
                Report($"{name} has no row");
                continue;
            }

            if (file.ETag != etag)
            {
                Report($"{name} is known as {file.ETag} and is {etag}");
            }

            foreach (var id in file.Articles)
            {
                var head = heads.GetValueOrDefault(id);
                var isSuppressed = head?.GetBoolean("Suppressed") == true;
                var isAsWanted = isSuppressed
                    ? head!.GetString("State") == DeletedState
                    : head?.GetString("Version") == file.Version && head?.GetString("State") is "Tagged" or "Rejected";
                if (!isAsWanted)
                {
                    Report($"{id} of {name} is {head?.GetString("State") ?? "missing"} of {head?.GetString("Version")} and not of {file.Version}");
                }
            }
        }

        foreach (var (id, file) in files)
        {
            if (file.Retiring.Count > 0)
            {
                Report($"file {id} still names {file.Retiring.Count} articles that are to go");
            }

            if (file.Articles.Count > 0 && !blobs.ContainsKey(file.Blob))
            {
                Report($"the row of {file.Blob}, which is gone, names {file.Articles.Count} articles");
            }
        }
    }

    private void CheckHeads(Dictionary<string, string> blobs, Dictionary<string, FileRows> files, Dictionary<string, TableEntity> heads)
    {
        var held = files.Values.Where(file => blobs.ContainsKey(file.Blob)).SelectMany(file => file.Articles).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, head) in heads.Where(head => !held.Contains(head.Key)))
        {
            if (head.GetString("State") != DeletedState || head.GetString("IndexKeys").Length > 0)
            {
                Report($"{id} of {head.GetString("BlobName")}, which no file holds, is {head.GetString("State")}");
            }
        }
    }

    private void CheckRows(HashSet<string> rows, Dictionary<string, TableEntity> heads, int generation)
    {
        var named = heads.Values
            .SelectMany(head => head.GetString("IndexKeys").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Where(key => key.Count(character => character == '/') == 1 || key.StartsWith(Prefix(generation), StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Except(named))
        {
            Report($"no head names the row {row}");
        }

        foreach (var row in named.Except(rows))
        {
            Report($"the row {row} is missing");
        }
    }

    /// <summary>Counts the rows of each listing, and compares that with what the counts say of all time.</summary>
    private async Task CheckCountsAsync(HashSet<string> rows, int generation, CancellationToken cancellationToken)
    {
        var counted = rows
            .Where(row => row.StartsWith(Prefix(generation), StringComparison.Ordinal))
            .Select(row => row[Prefix(generation).Length..])
            .Select(row => row[..row.IndexOf('_', StringComparison.Ordinal)])
            .Where(listing => listing.Split('-')[0] is "all" or "issue" or "branch")
            .GroupBy(listing => listing)
            .ToDictionary(listing => listing.Key, listing => (long)listing.Count());
        var told = (await ReadAsync(TableNames.StatsOf(generation), cancellationToken))
            .Where(row => row.PartitionKey == "total")
            .ToDictionary(row => row.RowKey, row => row.GetInt64("Articles") ?? 0);
        foreach (var listing in counted.Keys.Union(told.Keys))
        {
            if (counted.GetValueOrDefault(listing) != told.GetValueOrDefault(listing))
            {
                Report($"{listing} has {counted.GetValueOrDefault(listing)} articles, and is counted as {told.GetValueOrDefault(listing)}");
            }
        }

        foreach (var mark in await ReadAsync(TableNames.Dirty, cancellationToken))
        {
            Report($"{mark.RowKey} is marked and not counted");
        }
    }

    private async Task<Dictionary<string, string>> ReadBlobsAsync(CancellationToken cancellationToken)
    {
        var blobs = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (BlobItem blob in clients.Blobs.GetBlobContainerClient(ContainerNames.Articles).GetBlobsAsync(cancellationToken: cancellationToken))
        {
            blobs.Add(blob.Name, blob.Properties.ETag!.Value.ToString().Trim('"'));
        }

        return blobs;
    }

    private async Task<int> ReadLiveAsync(CancellationToken cancellationToken)
    {
        var meta = (await ReadAsync(TableNames.Meta, cancellationToken)).FirstOrDefault(row => row.PartitionKey == "index");
        return meta is null ? 1 : (int)System.Text.Json.Nodes.JsonNode.Parse(meta.GetString("Value"))!["live"]!;
    }

    private async Task<HashSet<string>> ReadIndexAsync(int generation, CancellationToken cancellationToken)
    {
        var states = await ReadAsync(TableNames.IndexOf(0), cancellationToken);
        var live = await ReadAsync(TableNames.IndexOf(generation), cancellationToken);
        return
        [
            .. states.Select(row => $"{row.PartitionKey}/{row.RowKey}"),
            .. live.Select(row => $"{Prefix(generation)}{row.PartitionKey}/{row.RowKey}"),
        ];
    }

    private async Task<List<TableEntity>> ReadAsync(string table, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in clients.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static string Prefix(int generation) => string.Create(CultureInfo.InvariantCulture, $"{generation}/");

    private static FileRows Merge(IGrouping<string, TableEntity> rows)
    {
        var first = rows.Single(row => row.RowKey == "file");
        return new FileRows(first.GetString("BlobName"), first.GetString("BlobETag"), first.GetString("Version"), Ids(rows, "ArticleIds"), Ids(rows, "Retiring"));
    }

    private static List<string> Ids(IEnumerable<TableEntity> rows, string property) =>
        [.. rows.SelectMany(row => row.GetString(property).Chunk(ArticleIds.Length).Select(id => new string(id)))];

    private void Report(string problem)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(problem);
        }
    }

    private sealed record FileRows(string Blob, string ETag, string Version, IReadOnlyList<string> Articles, IReadOnlyList<string> Retiring);
}
