using System.Globalization;
using Pipeline.Processing.Generations;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Reconciliation;

/// <summary>Looks at each row of the listings: one that no head names, and that nobody is writing, goes. It reads no article of which a head is known to name the row.</summary>
public sealed class IndexSweep(IIndexStore index, IArticleStore articles, IDirtyStore dirty, NamedRows named, GenerationsInForce generations) : IReconcileSweep
{
    private const int PageSize = 1_000;
    private const char Joint = '|';

    /// <inheritdoc/>
    public string Name => "index";

    /// <inheritdoc/>
    public async Task<SweepStep> CheckAsync(string? token, ReconcileRun run, CancellationToken cancellationToken)
    {
        int[] present = [0, .. (await generations.GetAsync(cancellationToken)).Present];
        var (generation, place) = Parse(token);
        if (!present.Contains(generation))
        {
            return new SweepStep(0, NextOf(present, generation)); // Gone meanwhile.
        }

        var page = await index.ScanAsync(generation, place, PageSize, cancellationToken);
        List<IndexRowItem> unnamed = [.. page.Items.Where(row => !named.TryMeet(row.Key))];
        await run.ForEachAsync(
            unnamed.Where(row => row.Written < run.Settled).GroupBy(row => row.ArticleId),
            (rows, ended) => CheckAsync(rows.Key, [.. rows], run, ended),
            cancellationToken);
        return new SweepStep(page.Items.Count, page.Next is null ? NextOf(present, generation) : $"{generation}{Joint}{page.Next}");
    }

    private async Task CheckAsync(string articleId, IReadOnlyList<IndexRowItem> rows, ReconcileRun run, CancellationToken cancellationToken)
    {
        var article = await articles.ReadAsync(articleId, cancellationToken);
        if (article.Intents.Count > 0)
        {
            return; // They name the rows that they may leave behind, and whoever cleans up after them sees to those.
        }

        foreach (var row in rows.Where(row => article.Head?.Value.IndexKeys.Contains(row.Key) != true))
        {
            run.Report(ReconcileFinding.OrphanRow);

            // Before, for a crash in between; and after, for who counted in between.
            await MarkAsync(row, cancellationToken);
            await index.DeleteAsync(row.Key, row.Rev, cancellationToken);
            await MarkAsync(row, cancellationToken);
        }
    }

    private Task MarkAsync(IndexRowItem row, CancellationToken cancellationToken) =>
        DirtyHour.Of(row.Key) is { } hour ? dirty.MarkAsync(row.ArticleId, [hour], cancellationToken) : Task.CompletedTask;

    private static (int Generation, string? Place) Parse(string? token)
    {
        var joint = token?.IndexOf(Joint, StringComparison.Ordinal) ?? -1;
        return joint < 0 ? (Number(token ?? "0"), null) : (Number(token![..joint]), token[(joint + 1)..]);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string? NextOf(int[] present, int generation) =>
        present.Where(other => other > generation).Order().Select(other => other.ToString(CultureInfo.InvariantCulture)).FirstOrDefault();
}
