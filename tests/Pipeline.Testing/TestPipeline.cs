using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Processing.Commands;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Duplicates;
using Pipeline.Processing.Generations;
using Pipeline.Processing.Parsing;
using Pipeline.Processing.Poison;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Arrivals;
using Pipeline.Processing.Queries.Digests;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Statistics;
using Pipeline.Processing.Reconciliation;
using Pipeline.Processing.Reprocessing;
using Pipeline.Processing.Rewriting;
using Pipeline.Processing.Statistics;
using Pipeline.Processing.Tagging;
using Pipeline.Processing.Taxonomies;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Testing.InMemory;
using Pipeline.Text.Parsing;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Testing;

/// <summary>The processors with the real text code, over stores in memory.</summary>
public sealed class TestPipeline
{
    public const string TradeText =
        """
        Trade talks resume

        date 2024-05-02 The United States and China resumed trade talks in Geneva on Thursday, officials said. Both sides want to lower tariffs on steel and farm goods.

        The talks had stopped in March after new export controls on semiconductors. A joint statement is expected on Friday.
        """;

    public const string ClimateText =
        """
        Climate summit opens

        date 2024-06-03 Delegates met in Nairobi on Monday to discuss climate change and how to pay for lower greenhouse gas emissions.

        The United Nations said that countries must cut emissions by half before 2030. Small island states asked for more help against rising seas.
        """;

    private static readonly SummaryOptions SummaryOptions = new();
    private static readonly ArticleParser Parser = ArticleParser.CreateDefault(new ParsingOptions { MaxFileBytes = 100_000 });
    private static readonly AnalyzerFactory Analyzers = new(new ExtractiveSummarizer(SummaryOptions));

    /// <param name="parser">The parser; null for one with small limits.</param>
    /// <param name="rewriting">Whether summaries are rewritten; null for not.</param>
    /// <param name="beside">Another process on the same storage at the same time; null for a storage of its own.</param>
    public TestPipeline(ArticleParser? parser = null, RewritingOptions? rewriting = null, TestPipeline? beside = null)
    {
        Storage = beside?.Storage ?? new InMemoryStorage();
        PoisonQueues = beside?.PoisonQueues ?? new InMemoryPoisonQueues(Storage);
        Time = beside?.Time ?? new FakeTimeProvider(new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero));
        rewriting ??= new RewritingOptions();
        var rewriter = new SummaryRewriter(ChatClientFactory.Create(rewriting, () => throw new InvalidOperationException("No identity in tests.")), rewriting, SummaryOptions, NullLogger<SummaryRewriter>.Instance);
        Metrics = new PipelineMetrics(Meter);
        var stages = new StageRunner(new LastErrors(Storage.Poison, NullLogger<LastErrors>.Instance), Metrics, Time);
        var wanted = new WantedArticles(SummaryOptions, InMemoryIndexStore.Layout);
        var similar = new SimilarArticles(Storage.Index, Storage.Articles);
        var committer = new ArticleCommitter(Storage.Articles, Storage.Index, Storage.Dirty, new Clustering(similar, Storage.Queues), Time);
        var generations = new GenerationsInForce(Storage.Generations, Time);
        Taxonomies = new TaxonomyInForce(Storage.Taxonomies, Analyzers, Time, NullLogger<TaxonomyInForce>.Instance);
        var backlog = new WorkBacklog(Storage.Queues, stages);
        var announcer = new FileAnnouncer(Storage.Files, Storage.Articles, Storage.Queues, Time);
        ParseArticle = new ParseArticleProcessor(
            Storage.Sources, Storage.Files, Storage.Parsed, announcer, Storage.Queues, parser ?? Parser, stages,
            NullLogger<ParseArticleProcessor>.Instance);
        TagIssues = new TagIssuesProcessor(
            Storage.Articles, Storage.Files, Storage.Parsed, Storage.Queues, Taxonomies, generations, rewriter, wanted, committer, stages, Metrics, Time,
            NullLogger<TagIssuesProcessor>.Instance);
        CollectPoison = new CollectPoisonProcessor(
            PoisonQueues,
            Storage.Poison,
            new FailedArticleMarker(Storage.Articles, Storage.Files, Storage.Sources, wanted, committer, Taxonomies, generations, announcer, Metrics, Time),
            new PoisonRequeue(Storage.Queues),
            NullLogger<CollectPoisonProcessor>.Instance);
        var listings = new ListingReader(Storage.Index, new ListingSizes(Storage.Stats, Time), generations);
        Summaries = new SummaryQueries(Storage.Articles, Storage.Parsed, listings, Taxonomies, SummaryOptions);
        Articles = new ArticleQueries(Storage.Articles, Storage.Parsed, similar, generations, Taxonomies);
        Issues = new IssueQueries(Storage.Stats, generations, Taxonomies);
        Digests = new DigestQueries(Storage.Index, Storage.Stats, generations, Taxonomies, new Digester());
        Timelines = new TimelineQueries(Storage.Stats, generations, Taxonomies);
        ArticleLists = new ArticleListQueries(Storage.Files, Storage.Articles, Storage.Index, parser ?? Parser);
        Arrivals = new ArrivalQueries(Storage.Index, generations, Taxonomies, Time);
        Leading = new LeadingQueries(new RangeStats(Storage.Stats, generations), Taxonomies);
        RecountStats = new RecountStatsProcessor(Storage.Index, Storage.Stats, Storage.Dirty, Storage.Generations, backlog, Time, NullLogger<RecountStatsProcessor>.Instance);
        RebuildIndex = new RebuildIndexProcessor(
            Storage.Generations, Storage.Index, Storage.Articles, Storage.Dirty, Storage.Queues, backlog, Taxonomies, Time, NullLogger<RebuildIndexProcessor>.Instance);
        MeasureQueues = new MeasureQueuesProcessor(Storage.Queues, Storage.Poison, new ArticleCounts(Storage.Stats, generations), Metrics, Time);
        Commands = new ArticleCommands(Storage.Articles, Storage.Files, Storage.Sources, Storage.Queues);
        PoisonCommands = new PoisonCommands(Storage.Poison, new PoisonRequeue(Storage.Queues));
        var pages = new ReprocessPages(Storage.Files, Storage.Index, listings);
        ReprocessCommands = new ReprocessCommands(Storage.Maintenance, Taxonomies, Time);
        Reprocess = new ReprocessProcessor(Storage.Maintenance, pages, Commands, Storage.Queues, backlog, Taxonomies, Time, NullLogger<ReprocessProcessor>.Instance);
        var named = new NamedRows();
        Reconcile = new ReconcileProcessor(
            Storage.Maintenance,
            [
                new BlobSweep(Storage.Sources, Storage.Files, Storage.Articles, Storage.Queues, parser ?? Parser),
                new FileSweep(Storage.Files, Storage.Sources, Storage.Articles, Storage.Queues, Commands),
                new ArticleSweep(Storage.Articles, Storage.Files, Storage.Parsed, committer, similar, named, generations, Storage.Queues),
                new IndexSweep(Storage.Index, Storage.Articles, Storage.Dirty, named, generations),
                new RowSweep(Storage.Articles, Storage.Index, named, generations, Storage.Queues),
                new ParsedSweep(Storage.Parsed, Storage.Articles, Storage.Files, Storage.Sources, Taxonomies, parser ?? Parser),
            ],
            named,
            backlog,
            ReconcileOptions,
            Metrics,
            Time,
            NullLogger<ReconcileProcessor>.Instance);
        TimedReconciliation = new TimedReconciliation(Reconcile, stages, Time);
    }

    public InMemoryStorage Storage { get; }

    /// <summary>Gets the meter of this pipeline's metrics, and of no other's.</summary>
    public Meter Meter { get; } = new(PipelineTelemetry.Name);

    public PipelineMetrics Metrics { get; }

    public InMemoryPoisonQueues PoisonQueues { get; }

    public FakeTimeProvider Time { get; }

    public TaxonomyInForce Taxonomies { get; }

    public ParseArticleProcessor ParseArticle { get; }

    public TagIssuesProcessor TagIssues { get; }

    public CollectPoisonProcessor CollectPoison { get; }

    public SummaryQueries Summaries { get; }

    public ArticleQueries Articles { get; }

    public IssueQueries Issues { get; }

    public DigestQueries Digests { get; }

    public TimelineQueries Timelines { get; }

    public ArticleListQueries ArticleLists { get; }

    public ArrivalQueries Arrivals { get; }

    public LeadingQueries Leading { get; }

    public RecountStatsProcessor RecountStats { get; }

    public RebuildIndexProcessor RebuildIndex { get; }

    public MeasureQueuesProcessor MeasureQueues { get; }

    public ReconcileOptions ReconcileOptions { get; } = new();

    public ArticleCommands Commands { get; }

    public PoisonCommands PoisonCommands { get; }

    public ReprocessCommands ReprocessCommands { get; }

    public ReprocessProcessor Reprocess { get; }

    public TimedReconciliation TimedReconciliation { get; }

    public ReconcileProcessor Reconcile { get; }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Parses a file as the blob trigger does.</summary>
    public Task ParseAsync(string blobName) => ParseArticle.ProcessAsync(blobName, new MessageDelivery("blob-poison"), Token);

    /// <summary>Tags an article as the first delivery of a message does.</summary>
    public Task TagAsync(TagIssuesMessage message, long dequeueCount = 1) =>
        TagIssues.ProcessAsync(message, new MessageDelivery("tag-poison", dequeueCount), Token);

    /// <summary>Handles all messages, and those that come of them; time passes for the delayed ones.</summary>
    public async Task DrainAsync()
    {
        for (var round = 0; Storage.Queues.ParseArticle.Count + Storage.Queues.TagIssues.Count > 0; round++)
        {
            Xunit.Assert.InRange(round, 0, 50);
            var parse = Storage.Queues.ParseArticle.ToList();
            var tag = Storage.Queues.TagIssues.ToList();
            Storage.Queues.ParseArticle.Clear();
            Storage.Queues.TagIssues.Clear();
            foreach (var message in parse)
            {
                await ParseAsync(message.BlobName);
            }

            Time.Advance(tag.Select(entry => entry.Delay).DefaultIfEmpty().Max());
            foreach (var (message, _) in tag)
            {
                await TagAsync(message);
            }
        }
    }

    /// <summary>Drops a file and handles all that comes of it.</summary>
    public Task DropAsync(string blobName, string text) => DropAsync(blobName, Encoding.UTF8.GetBytes(text));

    /// <summary>Drops a file and handles all that comes of it.</summary>
    public async Task DropAsync(string blobName, byte[] content)
    {
        Storage.Sources.Put(blobName, content);
        await ParseAsync(blobName);
        await DrainAsync();
    }

    /// <summary>Reconciles, run by run, until a whole pass has ended.</summary>
    public async Task<ReconcilePass> ReconcileAsync()
    {
        for (var run = 0; ; run++)
        {
            Xunit.Assert.InRange(run, 0, 100);
            if ((await Reconcile.ProcessAsync(Token)).Pass is { Ended: not null } pass)
            {
                return pass;
            }
        }
    }

    /// <summary>Lets an hour pass, and reconciles and handles all that comes of it until a whole pass finds nothing.</summary>
    public async Task ConvergeAsync()
    {
        for (var pass = 0; ; pass++)
        {
            Xunit.Assert.InRange(pass, 0, 10);
            Time.Advance(TimeSpan.FromHours(1));
            var now = Time.GetUtcNow();
            if (await ReconcileAsync() is { Findings.Count: 0 } found && found.Started >= now)
            {
                return;
            }

            await DrainAsync();
        }
    }

    /// <summary>Lets an hour pass, goes through everything once, and handles what comes of it.</summary>
    /// <returns>What was found.</returns>
    public async Task<IReadOnlyList<ReconcileFinding>> FindAsync()
    {
        Time.Advance(TimeSpan.FromHours(1));
        var pass = await ReconcileAsync();
        await DrainAsync();
        return [.. pass.Findings.Keys.Select(Enum.Parse<ReconcileFinding>)];
    }

    /// <summary>Reconciles until nothing is found, and checks that an article is in a state then, and that nothing is left over.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="state">The state.</param>
    public async Task AssertConvergedAsync(string articleId, ArticleState state)
    {
        await ConvergeAsync();
        Xunit.Assert.Equal(state, HeadOf(articleId).State);
        AssertNothingLeftOver();
    }

    /// <summary>Drops a file and parses it; what that asks for is not done.</summary>
    /// <param name="blobName">The file.</param>
    /// <param name="text">Its text.</param>
    public async Task DropUntaggedAsync(string blobName, string text)
    {
        Storage.Sources.Put(blobName, text);
        await ParseAsync(blobName);
        Storage.Queues.TagIssues.Clear();
    }

    /// <summary>Does something that ends where it comes to an operation.</summary>
    /// <param name="operation">The operation, which does not take place.</param>
    /// <param name="work">What is done.</param>
    public async Task CrashAtAsync(string operation, Func<Task> work)
    {
        Storage.BeforeOperation = name => name == operation ? throw new IOException("The worker went away.") : Task.CompletedTask;
        await Xunit.Assert.ThrowsAsync<IOException>(work);
        Storage.BeforeOperation = _ => Task.CompletedTask;
    }

    /// <summary>Puts a message among the poison messages as one that failed, with its last error.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="id">The file or the article that it is about.</param>
    /// <param name="body">The message.</param>
    public async Task FailAsync(string queue, string id, string body)
    {
        await Storage.Poison.RecordErrorAsync(queue, id, "IOException: no luck", CancellationToken.None);
        PoisonQueues.Put(queue, body);
    }

    public ArticleHead HeadOf(string articleId) => Storage.Articles.Heads.Single(head => head.ArticleId == articleId);

    /// <summary>Checks that the rows are exactly those that the heads name, each of its head's revision, and that no intent is left.</summary>
    public void AssertNothingLeftOver()
    {
        var named = Storage.Articles.Heads.SelectMany(head => head.IndexKeys.Select(key => (key, head.Rev))).Order(KeyOrder);
        var present = Storage.Index.Rows.Select(row => (row.Key, row.Value.Rev)).Order(KeyOrder);
        Xunit.Assert.Equal(named, present);
        Xunit.Assert.Empty(Storage.Articles.Intents);
    }

    private static Comparer<(Pipeline.Storage.Index.IndexKey Key, int Rev)> KeyOrder { get; } =
        Comparer<(Pipeline.Storage.Index.IndexKey Key, int Rev)>.Create((left, right) => string.CompareOrdinal(left.Key.ToString(), right.Key.ToString()));
}
