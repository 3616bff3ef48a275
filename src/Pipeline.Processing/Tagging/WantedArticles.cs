using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Text;
using Pipeline.Text.Duplicates;
using Pipeline.Text.Parsing;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Pipeline.Text.Summarization.Rewriting;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Tagging;

/// <summary>Writes down what the rows of an article shall say in each state. Pure.</summary>
public sealed class WantedArticles(SummaryOptions options, IndexLayout layout)
{
    /// <summary>Returns the rows of a tagged article.</summary>
    /// <param name="tagged">The article and what is said of it.</param>
    /// <param name="previous">The head that it replaces; null where there is none.</param>
    /// <param name="generations">The generations of the index.</param>
    /// <param name="now">The time of the attempt.</param>
    public WantedArticle Tagged(TaggedArticle tagged, ArticleHead? previous, IndexGenerations generations, DateTimeOffset now)
    {
        var (identity, file, article, analysis, rewrite, taxonomy) = tagged;
        var content = ArticleVersions.ForContent(article);
        var unchanged = previous is { State: ArticleState.Tagged } && previous.Content == content ? previous : null;
        var head = ArticleLimits.Apply(Head(identity, ArticleState.Tagged, file) with
        {
            TaxonomyVersion = taxonomy.Version,
            PipelineVersion = ArticleAnalyzer.Version,
            Content = content,
            Updated = unchanged?.Updated ?? now,
            Signature = TextSignature.Of(article.Text),
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
            SummaryKind = analysis.Summary.Candidates is [] ? null : analysis.Summary.Kind,
            Rewrite = rewrite,
        });
        var entry = Describe(head) with { Candidates = DigestCandidates.Of(analysis.Summary with { Candidates = head.Summary }, analysis.Issues) };
        var targets = Targets(ArticleVersions.ForTagging(taxonomy.Version, ArticleAnalyzer.Version), unchanged, generations);
        IndexRow[] rows = [.. targets.Written.SelectMany(generation => ArticleListings.Of(head, entry, taxonomy).Select(row => Row(generation, row)))];
        return new WantedArticle(
            head with { Generation = targets.Written.Max(), IndexKeys = [.. rows.Select(row => row.Key), .. targets.Kept] },
            rows);
    }

    /// <summary>
    /// Returns the generations that rows are written to, and the rows that stay as they are. Into the one that is being built,
    /// only what is tagged by its version goes; meanwhile the live one keeps what it has of the same content.
    /// </summary>
    private static (IReadOnlyList<int> Written, IReadOnlyList<IndexKey> Kept) Targets(string taggingVersion, ArticleHead? unchanged, IndexGenerations generations)
    {
        if (generations.Building is not { } building || building.Version != taggingVersion)
        {
            return ([generations.Live], []);
        }

        IndexKey[] live = [.. (unchanged?.IndexKeys ?? []).Where(key => key.Generation == generations.Live)];
        return live is [] ? ([generations.Live, building.Number], []) : ([building.Number], live);
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
        return InState(head);
    }

    /// <summary>Returns the rows of an article whose processing failed too often.</summary>
    /// <param name="identity">Who it is.</param>
    /// <param name="file">The file's record; null where the file could never be parsed.</param>
    /// <param name="etag">The ETag of the blob that it failed at, normalised.</param>
    /// <param name="reason">Why, for programs.</param>
    /// <param name="detail">Why, for people.</param>
    public WantedArticle Failed(ArticleIdentity identity, FileRecord? file, string etag, string reason, string detail)
    {
        var head = ArticleLimits.Apply(Head(identity, ArticleState.Failed, file) with { ETag = etag, Reason = reason, Detail = detail });
        return InState(head);
    }

    /// <summary>Returns the tombstone of an article.</summary>
    /// <param name="identity">Who it was.</param>
    /// <param name="file">The file's record; null where there is none.</param>
    /// <param name="since">Since when it is one.</param>
    public static WantedArticle Deleted(ArticleIdentity identity, FileRecord? file, DateTimeOffset since) =>
        new(Head(identity, ArticleState.Deleted, file) with { Deleted = since }, []);

    private static ArticleHead Head(ArticleIdentity identity, ArticleState state, FileRecord? file) => new()
    {
        ArticleId = identity.ArticleId,
        FileId = identity.FileId,
        BlobName = identity.BlobName,
        ItemId = ArticleLimits.Cut(identity.ItemId, ArticleLimits.MaxNameLength),
        FirstSeen = identity.FirstSeen,
        State = state,
        IsSuppressed = identity.IsSuppressed,
        Expired = identity.Expired,
        ETag = file?.ETag ?? "",
        Version = file?.Version ?? "",
    };

    private WantedArticle InState(ArticleHead head)
    {
        var row = Row(generation: 0, new ListedEntry(IndexListing.State(head.State), head.EffectiveDate.Time, Describe(head)));
        return new WantedArticle(head with { IndexKeys = [row.Key] }, [row]);
    }

    private IndexRow Row(int generation, ListedEntry listed) =>
        new(layout.KeyOf(generation, listed.Listing, new IndexPosition(listed.Time, listed.Entry.ArticleId)), listed.Entry);

    private IndexEntry Describe(ArticleHead head) => new()
    {
        ArticleId = head.ArticleId,
        Rev = 0,
        FirstSeen = head.FirstSeen,
        Updated = head.Updated ?? head.FirstSeen,
        Published = head.Published,
        BlobName = head.BlobName,
        Title = head.Title,
        TitleDerived = head.TitleDerived,
        Authors = head.Authors,
        Source = head.Source,
        Url = head.Url,
        Language = head.Language,
        Summary = new Summary(head.Summary).Take(options.MaxSentences),
        SummaryKind = head.SummaryKind is { } kind ? new Summary(head.Summary) { Kind = kind }.KindOf(options.MaxSentences) : null,
        Issues = head.Issues,
        Actors = [.. head.Actors.Take(ArticleListings.LeadingActors)],
        Reason = head.Reason,
        Detail = head.Detail,
    };
}

/// <summary>An article, what is said of it, and by what taxonomy.</summary>
/// <param name="Identity">Who it is.</param>
/// <param name="File">The file's record.</param>
/// <param name="Article">The article.</param>
/// <param name="Analysis">What is said of it.</param>
/// <param name="Rewrite">What a language model made of its summary; null where none is configured.</param>
/// <param name="Taxonomy">The taxonomy.</param>
public sealed record TaggedArticle(ArticleIdentity Identity, FileRecord File, Article Article, ArticleAnalysis Analysis, SummaryRewrite? Rewrite, Taxonomy Taxonomy);

/// <summary>Who an article is, whatever becomes of it.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="FileId">The file's id.</param>
/// <param name="BlobName">The blob's name.</param>
/// <param name="FirstSeen">When the pipeline first saw it.</param>
/// <param name="ItemId">What names it inside a file of several; null where the file is the article.</param>
/// <param name="IsSuppressed">Whether it is kept away although its file holds it.</param>
/// <param name="Expired">The content with which it expired, or the version where it had none; null where it did not.</param>
public sealed record ArticleIdentity(
    string ArticleId, string FileId, string BlobName, DateTimeOffset FirstSeen, string? ItemId = null, bool IsSuppressed = false, string? Expired = null)
{
    /// <summary>Returns who an article is by its head.</summary>
    /// <param name="head">The head.</param>
    public static ArticleIdentity Of(ArticleHead head) =>
        new(head.ArticleId, head.FileId, head.BlobName, head.FirstSeen, head.ItemId, head.IsSuppressed, head.Expired);
}
