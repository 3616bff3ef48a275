using Pipeline.Processing.Addresses;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Rendering;
using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Processing.Tests.Rendering;

public sealed class DocumentsTests
{
    private static readonly ApiAddress Address = new("https://news.example/api/", "summaries", [KeyValuePair.Create("limit", "1"), KeyValuePair.Create("cursor", "a b")]);

    private static readonly SummaryResponse Summary = new()
    {
        Id = "a1",
        Blob = "a.txt",
        Title = "Talks resume",
        Published = new DateOnly(2024, 5, 2),
        FirstSeen = new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero),
        Source = "Newswire",
        Language = "en",
        Summary = [new SummarySentence("One.", 0, 4), new SummarySentence("Two.", 5, 4)],
        Issues = [new IssueResponse("trade", "Trade", 0.815, null, null)],
    };

    [Fact]
    public void Of_Summary_HasItsFactsSentencesAndIssues()
    {
        Assert.Equal(
            "# Talks resume\n\n2024-05-02 · Newswire\n\nOne. Two.\n\nIssues: [Trade 0.82](<https://news.example/api/issues/trade/summary>)\n",
            MarkdownWriter.Write(SummaryDocuments.Of(Summary, Address)));
    }

    [Fact]
    public void Of_SummaryOfNothing_HasItsIdAndTheDayItWasSeen()
    {
        var bare = new SummaryResponse { Id = "a1", Blob = "a.txt", FirstSeen = Summary.FirstSeen, Summary = [], Issues = [] };

        Assert.Equal("a1\n\n2024-07-01\n", PlainTextWriter.Write(SummaryDocuments.Of(bare, Address)));
    }

    [Fact]
    public void Of_Page_LeadsToItsArticlesAndTheNextPage()
    {
        var text = MarkdownWriter.Write(SummaryDocuments.Of(new PageResponse<SummaryResponse>([Summary, Summary], "c/2"), Address));

        Assert.StartsWith("## [Talks resume](<https://news.example/api/summaries/a1>)\n", text, StringComparison.Ordinal);
        Assert.EndsWith("[Next page](<https://news.example/api/summaries?limit=1&cursor=c%2F2>)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Digests_GiveEachSentenceItsArticle()
    {
        var sentence = new DigestSentenceResponse { Text = "One.", Article = "a1", Title = "Talks resume", Source = "Newswire", Date = new DateOnly(2024, 5, 2), Start = 0, Length = 4, Story = 0 };
        var trade = new DigestIssueResponse("trade", "Trade", null, null);
        var issue = new IssueDigestResponse { Issue = trade, From = new DateOnly(2024, 5, 1), To = null, Articles = 1, Duplicates = 0, Stories = 2, Sentences = [sentence], Text = "One." };
        var day = new NewsDigestResponse
        {
            Date = new DateOnly(2024, 5, 2),
            Articles = 1,
            Duplicates = 1,
            Stories = 1,
            Sentences = [],
            Text = "",
            Issues = [new DigestedIssueResponse(trade, 1, [sentence], [new DigestArticleResponse("a1", null, null)])],
        };

        Assert.Equal(
            "Trade\n\nfrom 2024-05-01 · 1 article · 2 stories · 0 duplicates\n\n- One. (Talks resume · Newswire, 2024-05-02)\n",
            PlainTextWriter.Write(DigestDocuments.Of(issue, Address)));
        Assert.Equal(
            "2024-05-02\n\n1 article · 1 story · 1 duplicate\n\nTrade\n\n1 article\n\n- One. (Talks resume · Newswire, 2024-05-02)\n\nLeading: a1\n",
            PlainTextWriter.Write(DigestDocuments.Of(day, Address)));
    }
}
