using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Processing;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Digests;
using Pipeline.Processing.Queries.Statistics;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Reading;

/// <summary>The queries of the product on given clients.</summary>
internal sealed class ReadingApp : IDisposable
{
    private readonly ServiceProvider _services;

    public ReadingApp(ArticleStorageClients clients)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPipeline(new ConfigurationBuilder().Build());
        services.Replace(ServiceDescriptor.Singleton(clients));
        _services = services.BuildServiceProvider();
        Summaries = _services.GetRequiredService<SummaryQueries>();
        Digests = _services.GetRequiredService<DigestQueries>();
        Timelines = _services.GetRequiredService<TimelineQueries>();
    }

    public SummaryQueries Summaries { get; }

    public DigestQueries Digests { get; }

    public TimelineQueries Timelines { get; }

    public void Dispose() => _services.Dispose();
}
