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

    private static readonly string[] HeadColumns =
        ["BlobName", "State", "Version", "Rev", "IndexKeys", "Suppressed", "Expired", "TaxonomyVersion", "PipelineVersion"];

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
        var files = (await ReadAsync(TableNames.Files, ["BlobName", "BlobETag", "Version", "ArticleIds", "Retiring"], cancellationToken)).GroupBy(row => row.PartitionKey).ToDictionary(file => file.Key, Merge);
        var articles = await ReadAsync(TableNames.Articles, HeadColumns, cancellationToken);
        var heads = articles.Where(row => row.RowKey == "head").ToDictionary(row => row.PartitionKey);
        foreach (var intent in articles.Where(row => row.RowKey != "head"))
        {
            Report($"an intent is left: {intent.PartitionKey} {intent.RowKey}");
        }

        CheckFiles(blobs, files, heads);
        CheckHeads(blobs, files, heads);
        var (generation, isBuilding) = await ReadLiveAsync(cancellationToken);
        var rows = await ReadIndexAsync(generation, cancellationToken);
        CheckRows(rows, heads, generation, isBuilding);
        CheckParsed(await ReadNamesAsync(ContainerNames.Parsed, cancellationToken), files, heads);
        await CheckCountsAsync(rows.Keys, generation, cancellationToken);
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
                var isExpired = head?.GetString("Expired") is { Length: > 0 } && head.GetString("Version") == file.Version;
                var isAsWanted = isExpired || head?.GetBoolean("Suppressed") == true
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

    private void CheckRows(Dictionary<string, int> rows, Dictionary<string, TableEntity> heads, int generation, bool isBuilding)
    {
        var named = heads.Values
            .SelectMany(head => head.GetString("IndexKeys").Split('\n', StringSplitOptions.RemoveEmptyEntries), (head, key) => (Key: key, Rev: head.GetInt32("Rev") ?? 0))
            .Where(row => row.Key.Count(character => character == '/') == 1 || row.Key.StartsWith(Prefix(generation), StringComparison.Ordinal))
            .ToDictionary(row => row.Key, row => row.Rev, StringComparer.Ordinal);
        foreach (var row in rows.Keys.Except(named.Keys))
        {
            Report($"no head names the row {row}");
        }

        foreach (var (key, rev) in named)
        {
            if (!rows.TryGetValue(key, out var written))
            {
                Report($"the row {key} is missing");
            }
            else if (written != rev && !isBuilding)
            {
                Report($"the row {key} is of revision {written}, its head of {rev}");
            }
        }
    }

    /// <summary>Looks for what tagged articles were read as, and for their tags; and for what is left of versions, of articles and of tagging, that nobody names any more.</summary>
    private void CheckParsed(HashSet<string> names, Dictionary<string, FileRows> files, Dictionary<string, TableEntity> heads)
    {
        var tagged = heads.Where(head => head.Value.GetString("State") == "Tagged").ToList();
        var named = tagged.SelectMany(head => new[] { ".json", $".tags-{TaggingOf(head.Value)}.json" }, (head, ending) => $"{head.Key}/{head.Value.GetString("Version")}{ending}");
        foreach (var name in named.Where(name => !names.Contains(name)))
        {
            Report($"{name} is missing");
        }

        // An article that was deleted by command, and that its file still holds, may be restored: what was read of it stays, by the tagging of all others.
        var taggings = tagged.Select(head => TaggingOf(head.Value)).Distinct().ToList();
        var versions = files.Values.SelectMany(file => file.Articles, (file, id) => $"{id}/{file.Version}")
            .Concat(heads.Where(head => head.Value.GetString("State") != DeletedState).Select(head => $"{head.Key}/{head.Value.GetString("Version")}"));
        var wanted = versions.SelectMany(version => taggings.Select(tagging => $"{version}.tags-{tagging}.json").Append($"{version}.json")).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !wanted.Contains(name)))
        {
            Report($"{name} is left, which no head and no file names");
        }
    }

    private static string TaggingOf(TableEntity head) => ArticleVersions.ForTagging(head.GetString("TaxonomyVersion"), head.GetString("PipelineVersion"));

    private async Task CheckCountsAsync(IReadOnlyCollection<string> rows, int generation, CancellationToken cancellationToken)
    {
        // Listings of states know no generation.
        var prefix = Prefix(generation);
        foreach (var (table, listed) in new[]
        {
            (TableNames.StatsOf(0), rows.Where(row => row.StartsWith("state-", StringComparison.Ordinal))),
            (TableNames.StatsOf(generation), rows.Where(row => row.StartsWith(prefix, StringComparison.Ordinal)).Select(row => row[prefix.Length..])),
        })
        {
            foreach (var problem in CountsChecker.Check(listed, await ReadAsync(table, ["Articles"], cancellationToken)))
            {
                Report(problem);
            }
        }

        foreach (var mark in await ReadAsync(TableNames.Dirty, [], cancellationToken))
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

    /// <summary>Returns the live generation, and whether another is being built: then rows of the live one may be of older revisions.</summary>
    private async Task<(int Generation, bool IsBuilding)> ReadLiveAsync(CancellationToken cancellationToken)
    {
        var meta = (await ReadAsync(TableNames.Meta, ["Value"], cancellationToken)).FirstOrDefault(row => row.PartitionKey == "index");
        var value = meta is null ? null : System.Text.Json.Nodes.JsonNode.Parse(meta.GetString("Value"));
        return ((int?)value?["live"] ?? 1, value?["building"] is not null);
    }

    /// <summary>Reads the rows of the listings, with their revisions.</summary>
    private async Task<Dictionary<string, int>> ReadIndexAsync(int generation, CancellationToken cancellationToken)
    {
        var states = await ReadAsync(TableNames.IndexOf(0), ["Rev"], cancellationToken);
        var live = await ReadAsync(TableNames.IndexOf(generation), ["Rev"], cancellationToken);
        return states.Select(row => (Key: $"{row.PartitionKey}/{row.RowKey}", Row: row))
            .Concat(live.Select(row => (Key: $"{Prefix(generation)}{row.PartitionKey}/{row.RowKey}", Row: row)))
            .ToDictionary(row => row.Key, row => row.Row.GetInt32("Rev")!.Value, StringComparer.Ordinal);
    }

    private async Task<HashSet<string>> ReadNamesAsync(string container, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in clients.Blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancellationToken))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>Reads a table: the keys of its rows, and the properties that are looked at, so that checking takes little of the storage's time from what is checked.</summary>
    private async Task<List<TableEntity>> ReadAsync(string table, string[] columns, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in clients.Tables.GetTableClient(table).QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey", .. columns], cancellationToken: cancellationToken))
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
