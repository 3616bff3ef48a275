using System.Diagnostics.Metrics;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Processing.Commands;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Duplicates;
using Pipeline.Processing.Feeds;
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
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Storage.Parsed;
using Pipeline.Storage.Poison;
using Pipeline.Storage.Statistics;
using Pipeline.Storage.Taxonomies;
using Pipeline.Text.Parsing;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Processing;

/// <summary>Registers the pipeline.</summary>
public static class PipelineServices
{
    /// <summary>Adds everything that the function app's classes ask for.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration with the storage connection and the options.</param>
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddOption<ParsingOptions>(configuration, ParsingOptions.SectionName)
            .AddOption<SummaryOptions>(configuration, SummaryOptions.SectionName)
            .AddOption<IndexOptions>(configuration, IndexOptions.SectionName)
            .AddOption<RewritingOptions>(configuration, RewritingOptions.SectionName)
            .AddOption<ReconcileOptions>(configuration, ReconcileOptions.SectionName)
            .AddText()
            .AddStores(configuration)
            .AddProcessors()
            .AddCommands()
            .AddQueries();
    }

    private static IServiceCollection AddText(this IServiceCollection services) => services
        .AddSingleton(provider => ArticleParser.CreateDefault(provider.GetRequiredService<ParsingOptions>()))
        .AddSingleton<ExtractiveSummarizer>()
        .AddSingleton<Digester>()
        .AddSingleton<AnalyzerFactory>()
        .AddSingleton<TaxonomyInForce>()
        .AddHostedService<TextWarmUp>();

    private static IServiceCollection AddStores(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => ArticleStorageClients.FromConfiguration(configuration))
        .AddSingleton<ISourceFileStore, SourceFileStore>()
        .AddSingleton<IUploadAddresses, UploadAddresses>()
        .AddSingleton<IFileStore, FileStore>()
        .AddSingleton<IParsedArticleStore, ParsedArticleStore>()
        .AddSingleton<IArticleStore, ArticleStore>()
        .AddSingleton(provider => new IndexLayout(new ShardPlan(provider.GetRequiredService<IndexOptions>().Shards)))
        .AddSingleton<IIndexStore, IndexStore>()
        .AddSingleton<IGenerationStore, GenerationStore>()
        .AddSingleton<IMaintenanceStore, MaintenanceStore>()
        .AddSingleton<IStatsStore, StatsStore>()
        .AddSingleton<IDirtyStore, DirtyStore>()
        .AddSingleton<IPoisonStore, PoisonStore>()
        .AddSingleton<ITaxonomyStore, TaxonomyStore>()
        .AddSingleton<IPipelineQueues, PipelineQueues>()
        .AddSingleton<IPoisonQueueReader, PoisonQueueReader>()
        .AddSingleton<IQueueMonitor, QueueMonitor>()
        .AddSingleton<StorageProvisioner>()
        .AddHostedService<StorageProvisioning>();

    private static IServiceCollection AddProcessors(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton(provider => new PipelineMetrics(provider.GetRequiredService<IMeterFactory>().Create(PipelineTelemetry.Name)))
        .AddSingleton<LastErrors>()
        .AddSingleton<StageRunner>()
        .AddSingleton<MeasureQueuesProcessor>()
        .AddSingleton<WorkBacklog>()
        .AddSingleton<FileAnnouncer>()
        .AddSingleton<ParseArticleProcessor>()
        .AddSingleton<GenerationsInForce>()
        .AddSingleton<SimilarArticles>()
        .AddSingleton<Clustering>()
        .AddSingleton<WantedArticles>()
        .AddSingleton<ArticleCommitter>()
        .AddSingleton(provider => new SummaryRewriter(
            ChatClientFactory.Create(provider.GetRequiredService<RewritingOptions>(), () => new DefaultAzureCredential()),
            provider.GetRequiredService<RewritingOptions>(),
            provider.GetRequiredService<SummaryOptions>(),
            provider.GetRequiredService<ILogger<SummaryRewriter>>()))
        .AddSingleton<TagIssuesProcessor>()
        .AddSingleton<PoisonRequeue>()
        .AddSingleton<FailedArticleMarker>()
        .AddSingleton<CollectPoisonProcessor>()
        .AddSingleton<RecountStatsProcessor>()
        .AddSingleton<RebuildIndexProcessor>()
        .AddSingleton<ReprocessProcessor>()
        .AddSweeps()
        .AddSingleton<ReconcileProcessor>()
        .AddSingleton<TimedReconciliation>();

    // In the order of a pass: what is wanted first, then what is there.
    private static IServiceCollection AddSweeps(this IServiceCollection services) => services
        .AddSingleton<NamedRows>()
        .AddSingleton<IReconcileSweep, BlobSweep>()
        .AddSingleton<IReconcileSweep, FileSweep>()
        .AddSingleton<IReconcileSweep, ArticleSweep>()
        .AddSingleton<IReconcileSweep, IndexSweep>()
        .AddSingleton<IReconcileSweep, RowSweep>()
        .AddSingleton<IReconcileSweep, ParsedSweep>();

    private static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<UploadCommands>()
        .AddSingleton<ArticleCommands>()
        .AddSingleton<PoisonCommands>()
        .AddSingleton<ReprocessPages>()
        .AddSingleton<ReprocessCommands>();

    private static IServiceCollection AddQueries(this IServiceCollection services) => services
        .AddSingleton<ListingSizes>()
        .AddSingleton<ListingReader>()
        .AddSingleton<RangeStats>()
        .AddSingleton<ArticleCounts>()
        .AddSingleton<ArrivalQueries>()
        .AddSingleton<TimelineQueries>()
        .AddSingleton<LeadingQueries>()
        .AddSingleton<ArticleQueries>()
        .AddSingleton<ArticleListQueries>()
        .AddSingleton<SummaryQueries>()
        .AddSingleton<IssueQueries>()
        .AddSingleton<DigestQueries>()
        .AddSingleton<FeedQueries>()
        .AddSingleton<HealthQueries>()
        .AddSingleton<StatusQueries>();

    private static IServiceCollection AddOption<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }
}
