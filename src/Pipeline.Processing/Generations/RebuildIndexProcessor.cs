using Microsoft.Extensions.Logging;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Taxonomies;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Statistics;
using Pipeline.Text;

namespace Pipeline.Processing.Generations;

/// <summary>
/// Brings the index to the taxonomy and pipeline in force. A change of them starts a new generation beside the live one; run after
/// run, the two listings of all articles are gone through side by side, and what the new one lacks is asked to be tagged again.
/// Once a whole pass finds nothing missing, the new one becomes the live one, and the tables of the old one go a while later.
/// </summary>
public sealed partial class RebuildIndexProcessor(
    IGenerationStore store,
    IIndexStore index,
    IArticleStore articles,
    IDirtyStore dirty,
    IPipelineQueues queues,
    WorkBacklog backlog,
    TaxonomyInForce taxonomies,
    TimeProvider time,
    ILogger<RebuildIndexProcessor> logger)
{
    /// <summary>How long each step waits until every worker knows of the one before.</summary>
    public static readonly TimeSpan Settling = 3 * GenerationsInForce.LookInterval;

    /// <summary>The most articles of one run.</summary>
    public const int MaxArticles = 10 * IIndexStore.MaxRows;

    private const int HeadsAtOnce = 100;

    /// <summary>Takes the next steps.</summary>
    /// <param name="cancellationToken">Ends the run early; the next one goes on.</param>
    public async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var version = ArticleVersions.ForTagging((await taxonomies.GetAsync(cancellationToken)).Taxonomy.Version, ArticleAnalyzer.Version);
        var stored = await store.ReadAsync(cancellationToken);
        var present = stored?.Value ?? new IndexGenerations();
        if (present.Retired is { } retired && time.GetUtcNow() - retired.Since > Settling)
        {
            await store.DropTablesAsync(retired.Number, cancellationToken);
            await TryWriteAsync(present with { Retired = null }, stored, cancellationToken);
        }
        else if (present.Building is { } building && building.Version != version)
        {
            // The taxonomy changed again: what is built is of no use, and the live one may hold articles of it, even if it changed back.
            await TryWriteAsync(present with { LiveVersion = "", Building = null, Retired = new RetiredGeneration(building.Number, time.GetUtcNow()) }, stored, cancellationToken);
        }
        else if (present.Building is { } underWay)
        {
            await ContinueAsync(present, underWay, stored!, cancellationToken);
        }
        else if (present.LiveVersion != version && present.Retired is null)
        {
            await StartAsync(present, version, stored, cancellationToken);
        }
    }

    private async Task StartAsync(IndexGenerations present, string version, Stored<IndexGenerations>? stored, CancellationToken cancellationToken)
    {
        if (await IsEmptyAsync(present.Live, cancellationToken) || (stored is null && await AreAllOfAsync(version, present.Live, cancellationToken)))
        {
            await TryWriteAsync(present with { LiveVersion = version }, stored, cancellationToken);
            return;
        }

        var number = present.NextNumber;
        await store.CreateTablesAsync(number, cancellationToken);
        if (await store.TryWriteAsync(
            present with { Building = new BuildingGeneration(number, version, time.GetUtcNow()), NextNumber = number + 1 }, stored, cancellationToken))
        {
            Log.Started(logger, number, version);
        }
    }

    private async Task<bool> IsEmptyAsync(int generation, CancellationToken cancellationToken) =>
        (await index.ReadAsync(Positions(generation), after: null, limit: 1, cancellationToken)).Rows is [];

    /// <summary>
    /// Tells whether all articles were tagged by a version: those that came to an empty storage before its first look at it. Of
    /// more than <see cref="MaxArticles"/> it is not told. An attempt under way says nothing: where it ends in another version,
    /// reconciling finds it.
    /// </summary>
    private async Task<bool> AreAllOfAsync(string version, int generation, CancellationToken cancellationToken)
    {
        IndexPosition? after = null;
        for (var seen = 0; seen < MaxArticles;)
        {
            var page = await index.ReadAsync(Positions(generation), after, HeadsAtOnce, cancellationToken);
            var heads = await Task.WhenAll(page.Rows.Select(row => articles.ReadHeadAsync(row.Entry.ArticleId, cancellationToken)));
            if (heads.Any(head => head is { TaxonomyVersion: { } taxonomy, PipelineVersion: { } pipeline } && ArticleVersions.ForTagging(taxonomy, pipeline) != version))
            {
                return false;
            }

            if (page.Next is null)
            {
                return true;
            }

            seen += page.Rows.Count;
            after = page.Next;
        }

        return false;
    }

    /// <summary>Goes on with a pass over the live listing.</summary>
    private async Task ContinueAsync(IndexGenerations present, BuildingGeneration building, Stored<IndexGenerations> stored, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - building.Since < Settling || await backlog.ReadRoomAsync(cancellationToken) == 0)
        {
            return;
        }

        IndexPosition? after = building.Cursor is not null && IndexPosition.TryParse(building.Cursor, out var cursor) ? cursor : null;
        var missing = 0L;
        for (var seen = 0; seen < MaxArticles && missing < WorkBacklog.MaxWaiting;)
        {
            var page = await index.ReadAsync(Positions(present.Live), after, WorkBacklog.MaxWaiting, cancellationToken);
            seen += page.Rows.Count;
            missing += await AskForMissingAsync(building.Number, page, after, cancellationToken);
            after = page.Next;
            if (after is null)
            {
                await EndPassAsync(present, building with { Missing = building.Missing + missing }, stored, cancellationToken);
                return;
            }
        }

        await TryWriteAsync(present with { Building = building with { Cursor = after?.RowKey, Missing = building.Missing + missing } }, stored, cancellationToken);
    }

    private async Task EndPassAsync(IndexGenerations present, BuildingGeneration building, Stored<IndexGenerations> stored, CancellationToken cancellationToken)
    {
        if (building.Missing > 0)
        {
            await TryWriteAsync(present with { Building = building with { Cursor = null, Missing = 0 } }, stored, cancellationToken);
            return;
        }

        // Who reads it shall find it counted, too.
        if (await dirty.AnyAsync(building.Number, cancellationToken))
        {
            return;
        }

        var isFlipped = await store.TryWriteAsync(
            present with
            {
                Live = building.Number,
                LiveVersion = building.Version,
                Building = null,
                Retired = new RetiredGeneration(present.Live, time.GetUtcNow()),
            },
            stored,
            cancellationToken);
        if (isFlipped)
        {
            Log.Flipped(logger, building.Number);
        }
    }

    /// <summary>Asks for the articles of a page of the live listing that the same stretch of the new one lacks.</summary>
    /// <returns>How many they are.</returns>
    private async Task<int> AskForMissingAsync(int number, IndexPage page, IndexPosition? after, CancellationToken cancellationToken)
    {
        if (page.Rows is [])
        {
            return 0;
        }

        var last = page.Rows[^1].Position;
        var built = new HashSet<IndexPosition>();
        IndexPage stretch;
        var from = after;
        do
        {
            stretch = await index.ReadAsync(Positions(number) with { From = last.Time }, from, IIndexStore.MaxRows, cancellationToken);
            built.UnionWith(stretch.Rows.Select(row => row.Position));
            from = stretch.Next;
        }
        while (from is not null);

        var asked = await Task.WhenAll(page.Rows.Where(row => !built.Contains(row.Position)).Select(row => AskForAsync(number, row, cancellationToken)));
        return asked.Count(isAsked => isAsked);
    }

    /// <summary>Asks for an article, unless the row is one that no head names: nobody would ever write it into the new generation.</summary>
    private async Task<bool> AskForAsync(int number, IndexRow row, CancellationToken cancellationToken)
    {
        var head = await articles.ReadHeadAsync(row.Entry.ArticleId, cancellationToken);
        if (head is not { State: ArticleState.Tagged } || head.Generation >= number || !head.IndexKeys.Contains(row.Key))
        {
            return false;
        }

        await PipelineTelemetry.AskForOneOfManyAsync(
            head.ArticleId,
            () => queues.SendAsync(new TagIssuesMessage(head.ArticleId, head.FileId), TimeSpan.Zero, cancellationToken));
        return true;
    }

    private static IndexQuery Positions(int generation) => new(IndexListing.All) { Generation = generation, Columns = IndexColumns.Position };

    private async Task TryWriteAsync(IndexGenerations generations, Stored<IndexGenerations>? stored, CancellationToken cancellationToken)
    {
        // Another run was first: it has done this step.
        _ = await store.TryWriteAsync(generations, stored, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Building generation {Number} of the index, for version {Version} of tagging.")]
        public static partial void Started(ILogger logger, int number, string version);

        [LoggerMessage(2, LogLevel.Information, "Generation {Number} of the index is live.")]
        public static partial void Flipped(ILogger logger, int number);
    }
}
