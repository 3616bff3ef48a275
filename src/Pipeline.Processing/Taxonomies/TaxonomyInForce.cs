using Microsoft.Extensions.Logging;
using Pipeline.Storage.Taxonomies;
using Pipeline.Text;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Taxonomies;

namespace Pipeline.Processing.Taxonomies;

/// <summary>
/// Gives the analyser with the taxonomy in force: the user's own, where there is one and it is right, else the built-in one.
/// Every worker looks at the names and ETags of the user's files, one call of storage, at most once in
/// <see cref="LookInterval"/>; only what changed is read. Whoever finds a changed file checks it, puts it in force or
/// refuses it, and writes the report; others find it in force already. A file that is refused leaves in force what was.
/// </summary>
/// <param name="store">The user's files.</param>
/// <param name="analyzers">Makes the analysers.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class TaxonomyInForce(
    ITaxonomyStore store, AnalyzerFactory analyzers, TimeProvider time, ILogger<TaxonomyInForce> logger)
{
    /// <summary>How long a change may go unnoticed by a worker.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private volatile Look? _last;
    private Task<Look>? _looking;

    /// <summary>Returns the analyser. Keep it for all of one article's work: the next call may give another.</summary>
    /// <param name="cancellationToken">Ends the call early, but not the look at storage, which others may wait for.</param>
    public async ValueTask<ArticleAnalyzer> GetAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetUtcNow() < last.Until)
        {
            return last.Analyzer;
        }

        // All who come meanwhile wait for the same look, and where storage is away, for one failure and not each for its own.
        Task<Look> looking;
        lock (_gate)
        {
            looking = _looking is { IsCompleted: false } ? _looking : _looking = LookAsync(_last);
        }

        return (await looking.WaitAsync(cancellationToken)).Analyzer;
    }

    private async Task<Look> LookAsync(Look? last)
    {
        // Off the lock before anything is done.
        await Task.Yield();
        var files = await store.FindAsync(CancellationToken.None);
        var analyzer = last?.Files?.SequenceEqual(files) == true ? last.Analyzer : await ChangeAsync(files, CancellationToken.None);
        var look = new Look(analyzer is null ? null : files, analyzer ?? last?.Analyzer ?? analyzers.BuiltIn, time.GetUtcNow() + LookInterval);
        _last = look;
        return look;
    }

    /// <summary>Brings in force what the files say.</summary>
    /// <returns>The analyser; null where a file was changed while it was read, so that the next look decides.</returns>
    private async Task<ArticleAnalyzer?> ChangeAsync(IReadOnlyList<TaxonomyBlob> files, CancellationToken cancellationToken)
    {
        if (files is [])
        {
            await store.ClearAsync(cancellationToken);
            return analyzers.BuiltIn;
        }

        var inForce = await store.ReadInForceAsync(cancellationToken);
        var present = inForce is null ? analyzers.BuiltIn : TryMake(inForce.Content, out _) ?? analyzers.BuiltIn;
        if (files is not [var file])
        {
            await RefuseAsync(string.Join(", ", files.Select(blob => blob.Name)), "", [new TaxonomyProblem(1, "there is more than one taxonomy.*; leave one")], cancellationToken);
            return present;
        }

        if (inForce?.Blob == file && present != analyzers.BuiltIn)
        {
            return present;
        }

        if (await store.ReadAsync(file, TaxonomyLimits.Default.MaxBytes, cancellationToken) is not { } content)
        {
            return null;
        }

        if (TryMake(content, out var problems) is not { } analyzer)
        {
            await RefuseAsync(file.Name, file.ETag, problems, cancellationToken);
            return present;
        }

        var record = new TaxonomyRecord { Blob = file, Version = analyzer.Taxonomy.Version, Since = time.GetUtcNow(), Content = content };
        if (!await store.TryPutInForceAsync(record, cancellationToken))
        {
            await RefuseAsync(file.Name, file.ETag, [new TaxonomyProblem(1, $"the file has more than {TaxonomyRecord.MaxCompressedBytes} bytes when compressed")], cancellationToken);
            return present;
        }

        Log.Accepted(logger, file.Name, record.Version);
        await store.WriteReportAsync(Report(TaxonomyState.InForce, file.Name, file.ETag, problems) with { Version = record.Version }, cancellationToken);
        return analyzer;
    }

    private ArticleAnalyzer? TryMake(ReadOnlyMemory<byte> content, out IReadOnlyList<TaxonomyProblem> problems)
    {
        try
        {
            var taxonomy = Taxonomy.Parse(content.Span);
            problems = taxonomy.Warnings;
            var analyzer = analyzers.Create(taxonomy);
            analyzer.Load();
            return analyzer;
        }
        catch (TaxonomyException exception)
        {
            problems = exception.Problems;
            return null;
        }
    }

    private async Task RefuseAsync(string names, string etag, IReadOnlyList<TaxonomyProblem> problems, CancellationToken cancellationToken)
    {
        Log.Refused(logger, names, problems.Count);
        await store.WriteReportAsync(Report(TaxonomyState.Refused, names, etag, problems), cancellationToken);
    }

    private TaxonomyReport Report(TaxonomyState state, string names, string etag, IReadOnlyList<TaxonomyProblem> problems) => new()
    {
        State = state,
        Blob = names,
        ETag = etag,
        Checked = time.GetUtcNow(),
        ProblemCount = problems.Count,
        Problems = [.. problems.Take(TaxonomyReport.MaxProblems).Select(problem => new TaxonomyReportProblem(problem.Line, problem.Message, problem.IsWarning))],
    };

    /// <summary>What a look at the files gave; no files where they changed meanwhile.</summary>
    private sealed record Look(IReadOnlyList<TaxonomyBlob>? Files, ArticleAnalyzer Analyzer, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The taxonomy {Blob} is in force, version {Version}.")]
        public static partial void Accepted(ILogger logger, string blob, string version);

        [LoggerMessage(2, LogLevel.Error, "The taxonomy {Blob} is refused, with {Problems} problems: see the report beside it.")]
        public static partial void Refused(ILogger logger, string blob, int problems);
    }
}
