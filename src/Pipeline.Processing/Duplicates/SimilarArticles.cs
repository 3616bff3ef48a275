using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Text.Duplicates;

namespace Pipeline.Processing.Duplicates;

/// <summary>Finds articles whose texts are nearly the same, among those of about the same time.</summary>
public sealed class SimilarArticles(IIndexStore index, IArticleStore articles)
{
    /// <summary>How far apart in time a text and its repetition are looked for.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(45);

    // Candidates of one band. A band of more is of texts that are repeated every day.
    private const int MaxCandidates = 100;

    /// <summary>Finds the articles that are nearly the same as one, the most similar first: a range query a band, and a point read each.</summary>
    /// <param name="head">The article, with its signature.</param>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="limit">The most articles.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<IReadOnlyList<SimilarArticle>> FindAsync(ArticleHead head, int generation, int limit, CancellationToken cancellationToken)
    {
        var time = head.EffectiveDate.Time;
        var bands = await Task.WhenAll(TextSignature.BandsOf(head.Signature.Span).Select(band => index.ReadAsync(
            new IndexQuery(IndexListing.Near(band), Before(time), After(time)) { Generation = generation, Columns = IndexColumns.Signature },
            after: null,
            MaxCandidates,
            cancellationToken)));
        var candidates = bands
            .SelectMany(page => page.Rows)
            .DistinctBy(row => row.Entry.ArticleId)
            .Where(row => row.Entry.ArticleId != head.ArticleId)
            .Select(row => (row.Entry.ArticleId, Resemblance: TextSignature.Resemblance(head.Signature.Span, row.Entry.Signature.Span)))
            .Where(candidate => candidate.Resemblance >= TextSignature.MinResemblance)
            .OrderByDescending(candidate => candidate.Resemblance)
            .ThenBy(candidate => candidate.ArticleId, StringComparer.Ordinal)
            .Take(limit);
        var found = await Task.WhenAll(candidates.Select(async candidate =>
            (Head: await articles.ReadHeadAsync(candidate.ArticleId, cancellationToken), candidate.Resemblance)));
        return [.. found.Where(similar => similar.Head is { State: not ArticleState.Deleted }).Select(similar => new SimilarArticle(similar.Head!, similar.Resemblance))];
    }

    private static DateTime Before(DateTime time) => time - DateTime.MinValue > Window ? time - Window : DateTime.MinValue;

    private static DateTime After(DateTime time) => DateTime.MaxValue - time > Window ? time + Window : DateTime.MaxValue;
}

/// <summary>An article that is nearly the same as another.</summary>
/// <param name="Head">Its head: of one that is being tagged at this moment, as it was before.</param>
/// <param name="Resemblance">About which share of their runs of words the two have in common, from 0 to 1.</param>
public sealed record SimilarArticle(ArticleHead Head, double Resemblance);
