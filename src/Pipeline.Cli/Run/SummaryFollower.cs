using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Articles;
using Pipeline.Text;

namespace Pipeline.Cli.Run;

/// <summary>Asks the API for dropped articles until each has its summary, or never will.</summary>
/// <param name="http">The client; its base address ends in the API's prefix and a slash.</param>
internal sealed class SummaryFollower(HttpClient http)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Follows articles.</summary>
    /// <param name="dropped">The articles; more may come while some are followed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What became of each, as it is served.</returns>
    public async IAsyncEnumerable<ArticleOutcome> FollowAsync(
        IAsyncEnumerable<DroppedArticle> dropped, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var source = dropped.GetAsyncEnumerator(cancellationToken);
        var waiting = new List<DroppedArticle>();
        var next = source.MoveNextAsync().AsTask();
        var open = true;
        while (open || waiting.Count > 0)
        {
            while (open && (waiting.Count == 0 || next.IsCompleted))
            {
                open = await next;
                if (open)
                {
                    waiting.Add(source.Current);
                    next = source.MoveNextAsync().AsTask();
                }
            }

            var before = waiting.Count;
            foreach (var article in waiting.ToArray())
            {
                if (await AskAsync(article, cancellationToken) is { } outcome)
                {
                    waiting.Remove(article);
                    yield return outcome;
                }
            }

            if (waiting.Count == before)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private async Task<ArticleOutcome?> AskAsync(DroppedArticle article, CancellationToken cancellationToken)
    {
        try
        {
            var known = await GetAsync<ArticleResponse>($"articles/{article.ArticleId}", cancellationToken);
            if (known is null || (known.Version != article.Version && !string.IsNullOrEmpty(known.Version)))
            {
                return null;
            }

            var path = $"summaries/{article.ArticleId}";
            var address = new Uri(http.BaseAddress!, path);
            return known.State switch
            {
                ArticleState.Tagged => await GetAsync<SummaryResponse>(path, cancellationToken) is { } summary
                    ? new ArticleOutcome(article, address, summary)
                    : null,
                ArticleState.Rejected => new ArticleOutcome(article, address, null, $"rejected: {known.Detail ?? known.Reason}"),
                ArticleState.Failed => new ArticleOutcome(article, address, null, $"failed: {known.Detail ?? known.Reason}"),
                _ => null,
            };
        }
        catch (HttpRequestException)
        {
            // The storage may be away for a while; then the API answers with an error.
            return null;
        }
    }

    private async Task<T?> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadFromJsonAsync<T>(PipelineJson.Options, cancellationToken)
            : null;
    }
}
