using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Index;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Pipeline.Text.Summarization.Rewriting;

namespace Pipeline.Processing.Tagging;

/// <summary>Writes down what the rows of an article shall say in each state. Pure.</summary>
public sealed class WantedArticles(SummaryOptions options)
{
    // What a listing shows of an article's issues.
    private const int LeadingIssues = 5;

    /// <summary>Returns the rows of a tagged article.</summary>
    /// <param name="identity">Who it is.</param>
    /// <param name="file">The file's record.</param>
    /// <param name="article">The article.</param>
    /// <param name="analysis">What is said of it.</param>
    /// <param name="rewrite">What a language model made of its summary; null where none is configured.</param>
    /// <param name="taxonomyVersion">The taxonomy's version.</param>
    public WantedArticle Tagged(ArticleIdentity identity, FileRecord file, Article article, ArticleAnalysis analysis, SummaryRewrite? rewrite, string taxonomyVersion)
    {
        var head = ArticleLimits.Apply(Head(identity, ArticleState.Tagged, file) with
        {
            TaxonomyVersion = taxonomyVersion,
            PipelineVersion = ArticleAnalyzer.Version,
            Title = article.Title,
            TitleDerived = article.TitleDerived,
            Authors = article.Authors,
            Source = article.Source,
            Url = article.Url,
            Format = article.Format,
            Language = article.Language,
            LanguageConfidence = article.LanguageConfidence,
            Published = article.Published,
            Modified = article.Modified,
            Subjects = article.Subjects,
            Issues = [.. analysis.Issues.Select(issue => new IssueScore(issue.Id, issue.Score))],
            Actors = [.. analysis.Actors.Select(actor => new ActorScore(actor.Name, actor.Type, actor.Score, actor.Role, actor.Wikidata))],
            Summary = [.. analysis.Summary.Candidates.Select(sentence => sentence with { Features = null })],
            Rewrite = rewrite,
        });
        return WithRows(head, DigestCandidates.Of(analysis.Summary with { Candidates = head.Summary }, analysis.Issues), [(IndexListing.All, null), .. head.Issues.Select(issue => (IndexListing.Issue(issue.Id), (double?)issue.Score))]);
    }

    /// <summary>Returns the rows of an article that cannot be read.</summary>
    /// <param name="identity">Who it is.</param>
    /// <param name="file">The file's record.</param>
    /// <param name="rejection">Why.</param>
    /// <param name="taxonomyVersion">The taxonomy's version.</param>
    public WantedArticle Rejected(ArticleIdentity identity, FileRecord file, Rejection rejection, string taxonomyVersion)
    {
        var head = ArticleLimits.Apply(Head(identity, ArticleState.Rejected, file) with
        {
            TaxonomyVersion = taxonomyVersion,
            PipelineVersion = ArticleAnalyzer.Version,
            Reason = rejection.Reason,
            Detail = rejection.Detail,
        });
        return WithRows(head, [], [(IndexListing.State(head.State), null)]);
    }

    /// <summary>Returns the rows of an article whose processing failed too often.</summary>
    /// <param name="identity">Who it is.</param>
    /// <param name="file">The file's record; null where the file could never be parsed.</param>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="detail">Why, for people.</param>
    public WantedArticle Failed(ArticleIdentity identity, FileRecord? file, string reason, string detail)
    {
        var head = ArticleLimits.Apply(Head(identity, ArticleState.Failed, file) with { Reason = reason, Detail = detail });
        return WithRows(head, [], [(IndexListing.State(head.State), null)]);
    }

    /// <summary>Returns the tombstone of an article.</summary>
    /// <param name="identity">Who it was.</param>
    /// <param name="file">The file's record; null where there is none.</param>
    public static WantedArticle Deleted(ArticleIdentity identity, FileRecord? file) => new(Head(identity, ArticleState.Deleted, file), []);

    private static ArticleHead Head(ArticleIdentity identity, ArticleState state, FileRecord? file) => new()
    {
        ArticleId = identity.ArticleId,
        FileId = identity.FileId,
        BlobName = identity.BlobName,
        ItemId = ArticleLimits.Cut(identity.ItemId, ArticleLimits.MaxNameLength),
        FirstSeen = identity.FirstSeen,
        State = state,
        ETag = file?.ETag ?? "",
        Version = file?.Version ?? "",
    };

    private WantedArticle WithRows(ArticleHead head, IReadOnlyList<DigestCandidate> candidates, IReadOnlyList<(IndexListing Listing, double? Score)> listings)
    {
        var entry = new IndexEntry
        {
            ArticleId = head.ArticleId,
            Rev = 0,
            FirstSeen = head.FirstSeen,
            Published = head.Published,
            BlobName = head.BlobName,
            Title = head.Title,
            TitleDerived = head.TitleDerived,
            Source = head.Source,
            Language = head.Language,
            Summary = new Summary(head.Summary).Take(options.MaxSentences),
            Candidates = candidates,
            Issues = [.. head.Issues.Take(LeadingIssues)],
            Reason = head.Reason,
            Detail = head.Detail,
        };
        IndexRow[] rows =
        [
            .. listings.Select(listing => new IndexRow(
                IndexKey.Of(listing.Listing, head.EffectiveDate, head.ArticleId),
                entry with { Score = listing.Score })),
        ];
        return new WantedArticle(head with { IndexKeys = [.. rows.Select(row => row.Key)] }, rows);
    }
}

/// <summary>Who an article is, whatever becomes of it.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="FileId">The file's id.</param>
/// <param name="BlobName">The blob's name.</param>
/// <param name="FirstSeen">When the pipeline first saw it.</param>
/// <param name="ItemId">What names it inside a file of several; null where the file is the article.</param>
public sealed record ArticleIdentity(string ArticleId, string FileId, string BlobName, DateTimeOffset FirstSeen, string? ItemId = null);
