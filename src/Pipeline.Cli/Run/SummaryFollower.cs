using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Azure;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Text;

namespace Pipeline.Cli.Run;

/// <summary>Follows dropped files until each of their articles has its summary, or never will: which articles a file holds says its row, the rest the API.</summary>
/// <param name="http">The client; its base address ends in the API's prefix and a slash.</param>
/// <param name="files">The rows of the files.</param>
internal sealed class SummaryFollower(HttpClient http, IFileStore files)
{
    // Of a file of many thousand articles, as many are asked for at a time as may be done until the next time.
    private const int MostAskedAtOnce = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Queue<DroppedFile> _unparsed = [];
    private readonly Queue<(DroppedFile File, string ArticleId)> _waiting = [];

    /// <summary>Follows files. Call it once.</summary>
    /// <param name="dropped">The files; more may come while some are followed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What became of each article, as it is served.</returns>
    public async IAsyncEnumerable<ArticleOutcome> FollowAsync(
        IAsyncEnumerable<DroppedFile> dropped, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var source = dropped.GetAsyncEnumerator(cancellationToken);
        var next = source.MoveNextAsync().AsTask();
        var open = true;
        while (open || _unparsed.Count + _waiting.Count > 0)
        {
            while (open && (_unparsed.Count + _waiting.Count == 0 || next.IsCompleted))
            {
                open = await next;
                if (open)
                {
                    _unparsed.Enqueue(source.Current);
                    next = source.MoveNextAsync().AsTask();
                }
            }

            var gotOn = false;
            for (var count = Math.Min(_unparsed.Count, MostAskedAtOnce); count > 0; count--)
            {
                if (await LookUpAsync(_unparsed.Dequeue(), cancellationToken) is { } failure)
                {
                    gotOn = true;
                    yield return failure;
                }
            }

            for (var count = Math.Min(_waiting.Count, MostAskedAtOnce); count > 0; count--)
            {
                var (file, articleId) = _waiting.Dequeue();
                if (await AskAsync(file, articleId, cancellationToken) is { } outcome)
                {
                    gotOn = true;
                    yield return outcome;
                }
                else
                {
                    _waiting.Enqueue((file, articleId));
                }
            }

            if (!gotOn)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Learns which articles a file holds, as soon as it is parsed; returns what became of it where it never will be.</summary>
    private async Task<ArticleOutcome?> LookUpAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        try
        {
            if (await files.ReadAsync(file.FileId, cancellationToken) is { Value: var row } && row.Version == file.Version)
            {
                foreach (var articleId in row.ArticleIds)
                {
                    _waiting.Enqueue((file, articleId));
                }

                return null;
            }
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && ex is RequestFailedException or AggregateException or TimeoutException)
        {
            // The storage may be away for a while.
        }

        // Where parsing failed, the file has no such row, but a head.
        if (await AskAsync(file, file.FileId, cancellationToken) is { Summary: null } failure)
        {
            return failure;
        }

        _unparsed.Enqueue(file);
        return null;
    }

    private async Task<ArticleOutcome?> AskAsync(DroppedFile file, string articleId, CancellationToken cancellationToken)
    {
        try
        {
            var known = await GetAsync<ArticleResponse>($"articles/{articleId}", cancellationToken);
            if (known is null || (known.Version != file.Version && !string.IsNullOrEmpty(known.Version)))
            {
                return null;
            }

            var path = $"summaries/{articleId}";
            var address = new Uri(http.BaseAddress!, path);
            var name = known.Item is null ? file.BlobName : $"{file.BlobName}: {known.Item}";
            return known.State switch
            {
                ArticleState.Tagged => await GetAsync<SummaryResponse>(path, cancellationToken) is { } summary
                    ? new ArticleOutcome(name, address, summary)
                    : null,
                ArticleState.Rejected => new ArticleOutcome(name, address, null, $"rejected: {known.Detail ?? known.Reason}"),
                ArticleState.Failed => new ArticleOutcome(name, address, null, $"failed: {known.Detail ?? known.Reason}"),
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
