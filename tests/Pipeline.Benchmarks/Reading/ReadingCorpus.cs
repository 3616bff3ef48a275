using System.Diagnostics;
using Azure.Data.Tables;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Pipeline.Text.Tagging;

namespace Pipeline.Benchmarks.Reading;

/// <summary>
/// Heads and index rows of generated articles over two years: a third of them about a popular issue, half of them in its branch, one in
/// a thousand about a rare issue; one in ten with a head, as every head is a partition and cannot be loaded by batches.
/// </summary>
/// <param name="clients">The clients.</param>
/// <param name="articles">How many articles.</param>
internal sealed class ReadingCorpus(ArticleStorageClients clients, int articles)
{
    public const string Popular = "trade";
    public const string Branch = "economy";
    public const string Rare = "sanctions";

    private const int ArticlesOfAHead = 10;
    private const int Parallelism = 8;

    private static readonly DateTime First = new(2024, 1, 1);
    private static readonly TimeSpan Span = TimeSpan.FromDays(730);

    /// <summary>Gets the layout: one shard each.</summary>
    public static IndexLayout Layout { get; } = new(new ShardPlan([]));

    /// <summary>Returns the id of an article that has a head.</summary>
    public string IdWithHead(int number) => ArticleIds.ForFile($"{number * ArticlesOfAHead % articles / ArticlesOfAHead * ArticlesOfAHead}.txt");

    /// <summary>Loads everything.</summary>
    /// <returns>How long rows, heads and counts took.</returns>
    public async Task<(TimeSpan Rows, TimeSpan Heads, TimeSpan Counting)> LoadAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await LoadRowsAsync(cancellationToken);
        var rows = watch.Elapsed;

        watch.Restart();
        var store = new ArticleStore(clients);
        await Parallel.ForAsync(0, articles / ArticlesOfAHead, Limited(cancellationToken), async (i, token) =>
            await store.AddIfMissingAsync(Head(i * ArticlesOfAHead), token));
        var heads = watch.Elapsed;

        watch.Restart();
        await CountAsync(cancellationToken);
        return (rows, heads, watch.Elapsed);
    }

    private static ParallelOptions Limited(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };

    private async Task LoadRowsAsync(CancellationToken cancellationToken)
    {
        var table = clients.Tables.GetTableClient(TableNames.IndexOf(IndexGenerations.First));
        foreach (var block in Enumerable.Range(0, articles).Chunk(20_000))
        {
            var batches = block
                .SelectMany(RowsOf)
                .GroupBy(row => row.Key.PartitionKey)
                .SelectMany(partition => partition.Chunk(TableLimits.TransactionRows));
            await Parallel.ForEachAsync(batches, Limited(cancellationToken), async (batch, token) =>
                await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, IndexRows.Write(row))), token));
        }
    }

    /// <summary>Writes the counts that counting would come to: on the emulator, a range query of a large table takes a tenth of a second.</summary>
    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var stats = new StatsStore(clients);
        var counts = Enumerable.Range(0, articles)
            .SelectMany(number => ListingsOf(number).Select(listing => (Listing: listing, Day: DateOnly.FromDateTime(TimeOf(number)))))
            .GroupBy(row => row)
            .Select(day => (day.Key.Listing, day.Key.Day, Articles: day.LongCount()))
            .ToList();
        var rows = counts.Select(day => (Key: StatsKey.Day(day.Listing, day.Day), day.Articles))
            .Concat(counts.GroupBy(day => StatsKey.Month(day.Listing, day.Day)).Select(month => (month.Key, Articles: month.Sum(day => day.Articles))))
            .Concat(counts.GroupBy(day => StatsKey.Number(day.Listing, day: null)).Select(total => (total.Key, Articles: total.Sum(day => day.Articles))))
            .Select(row => new StatsWrite(row.Key, StatsCounts.None with { Articles = row.Articles }, Tag: null))
            .GroupBy(row => row.Key.PartitionKey)
            .SelectMany(partition => partition.Chunk(TableLimits.TransactionRows));
        await Parallel.ForEachAsync(rows, Limited(cancellationToken), async (batch, token) => await stats.TryWriteAsync(IndexGenerations.First, batch, token));
    }

    private IEnumerable<IndexRow> RowsOf(int number)
    {
        var entry = Entry(number);
        var position = new IndexPosition(entry.EffectiveDate.Time, entry.ArticleId);
        return ListingsOf(number).Select(listing => new IndexRow(Layout.KeyOf(IndexGenerations.First, listing, position), entry));
    }

    private static IEnumerable<IndexListing> ListingsOf(int number)
    {
        IndexListing?[] listings =
        [
            IndexListing.All,
            number % 3 == 0 ? IndexListing.Issue(Popular) : null,
            number % 2 == 0 ? IndexListing.Branch(Branch) : null,
            number % 1_000 == 0 ? IndexListing.Issue(Rare) : null,
        ];
        return listings.OfType<IndexListing>();
    }

    private DateTime TimeOf(int number) => First + (Span * ((double)number / articles));

    private IndexEntry Entry(int number)
    {
        var time = TimeOf(number);
        var text = $"Delegates of district {number} met for the {number % 97}th time to speak about tariffs and steel.";
        return new IndexEntry
        {
            ArticleId = IdOf(number),
            Rev = 1,
            FirstSeen = new DateTimeOffset(time, TimeSpan.Zero),
            Updated = new DateTimeOffset(time, TimeSpan.Zero),
            Published = new PublicationDate(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)),
            BlobName = $"{number}.txt",
            Title = $"District {number} on trade",
            Source = $"Newswire {number % 40}",
            Language = "en",
            Summary = [new SummarySentence(text, 0, text.Length)],
            Candidates = [new DigestCandidate(text, 0, text.Length, 0.5) { Issues = [Popular] }],
            Issues = [new IssueScore(Popular, 0.8)],
            Actors = [new ActorScore("China", ActorType.Country, 0.5, null, "Q148")],
            Score = 0.8,
        };
    }

    private ArticleHead Head(int number)
    {
        var entry = Entry(number);
        return new ArticleHead
        {
            ArticleId = entry.ArticleId,
            FileId = entry.ArticleId,
            BlobName = entry.BlobName,
            State = ArticleState.Tagged,
            FirstSeen = entry.FirstSeen,
            Updated = entry.Updated,
            Published = entry.Published,
            Title = entry.Title,
            Source = entry.Source,
            Language = entry.Language,
            Summary = entry.Summary,
            Issues = entry.Issues,
            Actors = entry.Actors,
        };
    }

    private static string IdOf(int number) => ArticleIds.ForFile($"{number}.txt");
}
