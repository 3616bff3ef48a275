using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.OpenApi;
using Pipeline.Functions.Http.Problems;
using Pipeline.Processing.Feeds;
using Pipeline.Processing.Queries.Arrivals;
using Pipeline.Processing.Queries.Digests;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Queries.Statistics;
using Pipeline.Processing.Rendering;
using Pipeline.Text.Summarization;

namespace Pipeline.Functions.Http.Routes;

/// <summary>
/// The routes of the API: the one place that says what each takes and gives; those that change something stand beside, as its commands. On the platform the first function in the order of
/// their names whose route matches is called, so of two routes that match the same path, the narrower one's function comes first.
/// </summary>
public sealed partial class ApiRoutes
{
    // Listings and digests change with every article; the parts of an article only with its file.
    private static readonly TimeSpan ListingAge = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ArticleAge = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PartAge = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FeedAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DescriptionAge = TimeSpan.FromHours(1);

    private static readonly ImmutableArray<ProblemType> ArticleProblems = [ProblemTypes.NotFound, ProblemTypes.Deleted, ProblemTypes.Rejected, ProblemTypes.Failed];

    private static readonly ApiParameter ArticleId = new("articleId", "The article's id.", "23zi4fcy6ibexmk4bjfhjx7o25") { InPath = true };
    private static readonly ApiParameter IssueId = new("issue", "The issue's id, as `/issues` lists them.", "trade") { InPath = true };
    private static readonly ApiParameter Date = ApiParameter.Day("date", "One day; not together with `from` or `to`.");
    private static readonly ApiParameter From = ApiParameter.Day("from", "The first day.");
    private static readonly ApiParameter To = ApiParameter.Day("to", "The last day, included.");
    private static readonly ApiParameter AllOfIssues = IssueId with { InPath = false, MaxCount = SummaryListParameters.MaxIssues, Description = "An issue's id, as `/issues` lists them; given several times, articles are about all of them." };
    private static readonly ApiParameter Narrower = ApiParameter.Flag("narrower", "Whether articles about narrower issues count too.");
    private static readonly ApiParameter By = ApiParameter.OneOf("by", "What each point counts. By day or week the range is at most 1,000 days, and `from` must be given.", "day", "week", "month");
    private static readonly ApiParameter LeadingLimit = ApiParameter.Number("limit", "The most of each kind.", LeadingQueries.DefaultLimit, LeadingQueries.MaxLimit);

    private static readonly ApiParameter[] Conditions =
    [
        AllOfIssues, Narrower,
        new("source", "The publisher or agency, in any case.", "Reuters"),
        new("actor", "One of an article's leading actors: a Wikidata item, or a name.", "Q148"),
        new("language", "The language, by two letters.", "en"),
        new("minScore", "The lowest score of each issue asked for, or of the leading one.", "0.7")
        {
            Type = "number",
            Constraints = new Dictionary<string, JsonNode?> { ["minimum"] = 0, ["maximum"] = 1, ["default"] = 0 },
        },
    ];

    private static readonly ApiParameter Cursor = new("cursor", "Where the page begins: `next` of the page before, with the same other parameters.", "AbC1") { MaxLength = 1024 };
    private static readonly ApiParameter Limit = ApiParameter.Number("limit", "The most items of the page.", SummaryListParameters.DefaultLimit, SummaryListParameters.MaxLimit);
    private static readonly ApiParameter DigestSentences = ApiParameter.Number("sentences", "The length, in sentences.", DigestQueries.DefaultSentences, DigestQueries.MaxSentences);

    /// <summary>Initializes a new instance of the <see cref="ApiRoutes"/> class.</summary>
    /// <param name="summaries">How long summaries may be.</param>
    public ApiRoutes(SummaryOptions summaries)
    {
        Summary = Summary with
        {
            Parameters =
            [
                ArticleId,
                ApiParameter.Number("sentences", "The length, in sentences.", summaries.MaxSentences, summaries.MaxCandidates),
                ApiParameter.Flag("explain", "Whether each sentence comes with its score and features; costs a second read."),
            ],
        };
        All =
        [
            Summary, Summaries, Stream, Articles, Article, ArticleText, ArticleFaq, ArticleTags, ArticleDuplicates,
            Issues, Issue, IssueDigest, IssueTimeline, IssueLeading, Digest, DayDigest, Timeline, Leading,
            IssueAtomFeed, IssueJsonFeed, AtomFeed, JsonFeed, Status, Health, Description,
            CreateUpload, DeleteArticle, RestoreArticle, ReprocessArticle, StartReprocess, CancelReprocess, Reconcile,
            Poison, RequeueAllPoison, DropAllPoison, RequeuePoison, DropPoison,
        ];
    }

    /// <summary>Gets all routes.</summary>
    public IReadOnlyList<ApiRoute> All { get; }

    /// <summary>Gets the route of an article's summary.</summary>
    public ApiRoute<SummaryResponse> Summary { get; } = new("GetSummary", "summaries/{articleId}", "An article's summary, with its title, date, issues and actors.")
    {
        Forms = Representations.JsonAnd<SummaryResponse>(SummaryDocuments.Of),
        MaxAge = ArticleAge,
        MayBePending = true,
        Problems = ArticleProblems,
    };

    /// <summary>Gets the route of the listing of summaries.</summary>
    public ApiRoute<PageResponse<SummaryResponse>> Summaries { get; } = new("ListSummaries", "summaries", "Summaries, newest first.")
    {
        Parameters = [Date, From, To, .. Conditions, Cursor, Limit],
        Forms = Representations.JsonAnd<PageResponse<SummaryResponse>>(SummaryDocuments.Of),
        Next = page => page.Next,
        MaxAge = ListingAge,
        Problems = [ProblemTypes.InvalidCursor],
    };

    /// <summary>Gets the route of live updates. Its function's name comes before that of <see cref="Summary"/>, whose route matches too.</summary>
    public ApiRoute<IAsyncEnumerable<Arrival>> Stream { get; } = new("FollowSummaries", "summaries/stream", "The summaries of articles as they are tagged: server-sent events, each with the article's summary as data, resumed by `Last-Event-ID`.")
    {
        Parameters = [AllOfIssues with { MaxCount = 1, Description = "An issue's id, as `/issues` lists them." }, Narrower],
        Forms = [new Representation<IAsyncEnumerable<Arrival>>(MediaTypes.EventStream, Schema: null, (_, _) => throw new NotSupportedException("A stream is not written at once."))],
        IsStream = true,
        Problems = [ProblemTypes.TooManyStreams],
    };

    /// <summary>Gets the route of the listing of articles.</summary>
    public ApiRoute<PageResponse<ListedArticleResponse>> Articles { get; } = new("ListArticles", "articles", "The articles of a file by the name of its blob, in the order of the file; or those that were rejected or failed, newest first, with their reasons.")
    {
        Parameters =
        [
            new("blob", "The name of a blob in `articles`; not together with `state`.", "world/summit.txt") { MaxLength = 1024 },
            new("etag", "With `blob`: the ETag of a version of it; the answer is 202 until that version is parsed, and articles are `pending` until they are tagged in it.", "0x8DCE0A1B2C3D4E5"),
            ApiParameter.OneOf("state", "A state that needs looking at, `rejected` where neither it nor `blob` is given; not together with `blob`.", "rejected", "failed"),
            Cursor, Limit,
        ],
        Next = page => page.Next,
        MaxAge = ListingAge,
        MayBePending = true,
        Problems = [ProblemTypes.NotFound, ProblemTypes.InvalidCursor],
    };

    /// <summary>Gets the route of what is known of an article.</summary>
    public ApiRoute<ArticleResponse> Article { get; } = new("GetArticle", "articles/{articleId}", "What is known of an article, also where it was rejected or failed.")
    {
        Parameters = [ArticleId],
        MaxAge = ArticleAge,
        MayBePending = true,
        Problems = [ProblemTypes.NotFound, ProblemTypes.Deleted],
    };

    /// <summary>Gets the route of an article's text.</summary>
    public ApiRoute<TextResponse> ArticleText { get; } = ArticlePart<TextResponse>("GetArticleText", "text", "An article's text, with its blocks and quotations.");

    /// <summary>Gets the route of an article's questions and answers.</summary>
    public ApiRoute<FaqResponse> ArticleFaq { get; } = ArticlePart<FaqResponse>("GetArticleFaq", "faq", "An article's questions and answers.");

    /// <summary>Gets the route of an article's tags.</summary>
    public ApiRoute<TagsResponse> ArticleTags { get; } = ArticlePart<TagsResponse>("GetArticleTags", "tags", "An article's issues and actors with their evidence: offsets into its text, in UTF-16 code units.");

    /// <summary>Gets the route of an article's near duplicates.</summary>
    public ApiRoute<DuplicatesResponse> ArticleDuplicates { get; } = new("GetArticleDuplicates", "articles/{articleId}/duplicates", "The articles whose texts are nearly the same, the most similar first.")
    {
        Parameters = [ArticleId],
        MaxAge = ListingAge,
        MayBePending = true,
        Problems = ArticleProblems,
    };

    /// <summary>Gets the route of the issues.</summary>
    public ApiRoute<IssuesResponse> Issues { get; } = new("ListIssues", "issues", "The issues with the numbers of their articles.")
    {
        Parameters = [Date with { Description = "The day whose articles are counted; all time where it is not given." }],
        MaxAge = ListingAge,
    };

    /// <summary>Gets the route of an issue.</summary>
    public ApiRoute<IssueDetailsResponse> Issue { get; } = new("GetIssue", "issues/{issue}", "An issue with its standard ids, its place in the taxonomy and its articles by month.")
    {
        Parameters = [IssueId],
        MaxAge = ListingAge,
        Problems = [ProblemTypes.NotFound],
    };

    /// <summary>Gets the route of the timeline of all articles.</summary>
    public ApiRoute<TimelineResponse> Timeline { get; } = new("GetTimeline", "timeline", "How many articles there are over time.")
    {
        Parameters = [From, To, By],
        MaxAge = ListingAge,
    };

    /// <summary>Gets the route of an issue's timeline.</summary>
    public ApiRoute<TimelineResponse> IssueTimeline { get; } = new("GetIssueTimeline", "issues/{issue}/timeline", "How many articles of an issue there are over time.")
    {
        Parameters = [IssueId, From, To, By, Narrower],
        MaxAge = ListingAge,
        Problems = [ProblemTypes.NotFound],
    };

    /// <summary>Gets the route of what leads among all articles.</summary>
    public ApiRoute<LeadingResponse> Leading { get; } = new("GetLeading", "leading", "The leading actors, issues and sources of a range of days.")
    {
        Parameters = [From, To, LeadingLimit],
        MaxAge = ListingAge,
    };

    /// <summary>Gets the route of what leads among the articles of an issue.</summary>
    public ApiRoute<LeadingResponse> IssueLeading { get; } = new("GetIssueLeading", "issues/{issue}/leading", "The leading actors, the issues that occur together with it, and the leading sources of an issue over a range of days.")
    {
        Parameters = [IssueId, From, To, Narrower, LeadingLimit],
        MaxAge = ListingAge,
        Problems = [ProblemTypes.NotFound],
    };

    /// <summary>Gets the route of an issue's digest.</summary>
    public ApiRoute<IssueDigestResponse> IssueDigest { get; } = new("GetIssueDigest", "issues/{issue}/summary", "The digest of an issue over a range of days: sentences picked across its articles, each with its source.")
    {
        Parameters = [IssueId, From, To, Narrower, DigestSentences],
        Forms = Representations.JsonAnd<IssueDigestResponse>(DigestDocuments.Of),
        MaxAge = ListingAge,
        Problems = [ProblemTypes.NotFound],
    };

    /// <summary>Gets the route of the digest of a range of days.</summary>
    public ApiRoute<NewsDigestResponse> Digest { get; } = new("GetDigest", "digest", "The digest of all news of a range of days, and its leading issues with their sentences and articles.")
    {
        Parameters = [From, To, DigestSentences],
        Forms = Representations.JsonAnd<NewsDigestResponse>(DigestDocuments.Of),
        MaxAge = ListingAge,
    };

    /// <summary>Gets the route of a day's digest.</summary>
    public ApiRoute<NewsDigestResponse> DayDigest { get; } = new("GetDayDigest", "digest/{date}", "The digest of a day, and its leading issues with their sentences and articles.")
    {
        Parameters = [Date with { InPath = true, Description = "The day." }, DigestSentences],
        Forms = Representations.JsonAnd<NewsDigestResponse>(DigestDocuments.Of),
        MaxAge = ListingAge,
    };

    /// <summary>Gets the route of an issue's Atom feed.</summary>
    public ApiRoute<Feed> IssueAtomFeed { get; } = FeedOf("GetIssueAtomFeed", "issues/{issue}/feed.atom", "The newest articles of an issue as Atom.", Atom);

    /// <summary>Gets the route of an issue's JSON Feed.</summary>
    public ApiRoute<Feed> IssueJsonFeed { get; } = FeedOf("GetIssueJsonFeed", "issues/{issue}/feed.json", "The newest articles of an issue as JSON Feed.", Json);

    /// <summary>Gets the route of the Atom feed of all articles.</summary>
    public ApiRoute<Feed> AtomFeed { get; } = FeedOf("GetAtomFeed", "feed.atom", "The newest articles as Atom.", Atom);

    /// <summary>Gets the route of the JSON Feed of all articles.</summary>
    public ApiRoute<Feed> JsonFeed { get; } = FeedOf("GetJsonFeed", "feed.json", "The newest articles as JSON Feed.", Json);

    /// <summary>Gets the route of how the pipeline is.</summary>
    public ApiRoute<StatusResponse> Status { get; } = new("GetStatus", "status", "Queues, poison messages, articles by state, the taxonomy in force.");

    /// <summary>Gets the route of what is wrong with the pipeline.</summary>
    public ApiRoute<HealthResponse> Health { get; } = new("GetHealth", "health", "What is wrong with the pipeline: 200 where it works, with what needs looking at; 503 where storage does not answer.");

    /// <summary>Gets the route of the API's description.</summary>
    public ApiRoute<OpenApiDocument> Description { get; } = new("GetOpenApi", "openapi.json", "This description of the API (OpenAPI 3.1).")
    {
        Forms = [new Representation<OpenApiDocument>(MediaTypes.Json, Schema: null, (document, _) => document.Json)],
        IsFixedForm = true,
        MaxAge = DescriptionAge,
    };

    private static Representation<Feed> Atom => new(MediaTypes.Atom, Schema: null, AtomFeedWriter.Write);

    private static Representation<Feed> Json => new(MediaTypes.JsonFeed, typeof(JsonFeedDocument), JsonFeedWriter.Write);

    private static ApiRoute<T> ArticlePart<T>(string function, string part, string summary) => new(function, $"articles/{{articleId}}/{part}", summary)
    {
        Parameters = [ArticleId],
        MaxAge = PartAge,
        MayBePending = true,
        Problems = ArticleProblems,
    };

    private static ApiRoute<Feed> FeedOf(string function, string template, string summary, Representation<Feed> form) => new(function, template, summary)
    {
        Parameters = template.Contains('{', StringComparison.Ordinal) ? [IssueId, Cursor, Limit] : [Cursor, Limit],
        Forms = [form],
        IsFixedForm = true,
        Next = feed => feed.Next,
        MaxAge = FeedAge,
        Problems = template.Contains('{', StringComparison.Ordinal) ? [ProblemTypes.NotFound, ProblemTypes.InvalidCursor] : [ProblemTypes.InvalidCursor],
    };
}
