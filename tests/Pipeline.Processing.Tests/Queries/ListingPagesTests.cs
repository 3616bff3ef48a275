using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Pipeline.Text;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

/// <summary>Listings page by page, by their cursors, while articles come, change and go: with a listing of their own, and with conditions that leave rows out.</summary>
public sealed class ListingPagesTests
{
    private const int Articles = 3_000;

    private static readonly DateTime First = new(2023, 1, 1);

    private readonly TestPipeline _pipeline = new();
    private readonly Random _random = new(5);
    private readonly HashSet<string> _staying = new(StringComparer.Ordinal);
    private readonly Queue<IReadOnlyList<IndexRow>> _others = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("7", null)]
    [InlineData("100", null)]
    [InlineData("100", "de")]
    public async Task ListAsync_WhileArticlesComeChangeAndGo_GivesEachThatStaysOnceNewestFirst(string limit, string? language)
    {
        for (var number = 0; number < Articles; number++)
        {
            var rows = Rows(number, number % 3 == 0 ? "de" : "en", rev: 1);
            await PutAsync(rows);
            if (language is null || number % 3 == 0)
            {
                _staying.Add(rows[0].Entry.ArticleId);
            }
        }

        var listed = new List<SummaryResponse>();
        string? cursor = null;
        do
        {
            var page = (await _pipeline.Summaries.ListAsync(new SummaryListParameters { Issues = ["trade"], Language = language, Cursor = cursor, Limit = limit }, Token)).Value!;
            listed.AddRange(page.Items);
            cursor = page.Next;
            await ChangeAsync();
        }
        while (cursor is not null);

        var ids = listed.Select(article => article.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(_staying.Except(ids));
        Assert.Equal(listed.Select(article => article.Published).OrderDescending(), listed.Select(article => article.Published));
    }

    /// <summary>Lets an article come anywhere, another change, and one that came before go.</summary>
    private async Task ChangeAsync()
    {
        var coming = Rows(Articles + _random.Next(1_000_000), "de", rev: 1);
        await PutAsync(coming);
        _others.Enqueue(coming);
        await PutAsync(Rows(3 * _random.Next(Articles / 3), "de", rev: 2 + _others.Count));
        if (_others.Count > 3)
        {
            foreach (var row in _others.Dequeue())
            {
                await _pipeline.Storage.Index.DeleteAsync(row.Key, maxRev: 1, Token);
            }
        }
    }

    private async Task PutAsync(IEnumerable<IndexRow> rows)
    {
        foreach (var row in rows)
        {
            await _pipeline.Storage.Index.TryPutAsync(row, Token);
        }
    }

    private static IndexRow[] Rows(int number, string language, int rev)
    {
        var day = DateOnly.FromDateTime(First.AddDays(number % 600));
        var entry = new IndexEntry
        {
            ArticleId = ArticleIds.ForFile($"{number}.txt"),
            Rev = rev,
            Published = new PublicationDate(day),
            Language = language,
            Issues = [new IssueScore("trade", 0.9)],
        };
        var position = new IndexPosition(day.ToDateTime(TimeOnly.MinValue), entry.ArticleId);
        return [new IndexRow(InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, IndexListing.Issue("trade"), position), entry)];
    }
}
