using System.Runtime.CompilerServices;
using Pipeline.Processing.Poison;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage;
using Pipeline.Storage.Poison;

namespace Pipeline.Processing.Commands;

/// <summary>Lists what failed too often, puts it back to work byte for byte, or drops it.</summary>
public sealed class PoisonCommands(IPoisonStore poison, PoisonRequeue poisonRequeue)
{
    /// <summary>The most messages of one command.</summary>
    public const int MaxMessages = 500;

    // A message may have 64 KB, and those of a page are held at once. Those that cannot go back are looked at each time, up to so many.
    private const int PageSize = 100;
    private const int MaxRead = 10 * MaxMessages;

    /// <summary>Lists the poison messages that are kept, queue by queue, newest first.</summary>
    /// <param name="queue">The poison queue; null for all of them.</param>
    /// <param name="cursor">Where the page begins; null for the first.</param>
    /// <param name="limit">The most messages as text, from 1 to 100; 20 where it is null.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<QueryResult<PageResponse<PoisonResponse>>> ListAsync(string? queue, string? cursor, string? limit, CancellationToken cancellationToken)
    {
        if (!NumberParameter.TryRead(limit, SummaryListParameters.DefaultLimit, SummaryListParameters.MaxLimit, out var count))
        {
            return QueryProblem.Parameter("limit", $"must be a number from 1 to {SummaryListParameters.MaxLimit}");
        }

        if (queue is not null && !QueueNames.Poison.Contains(queue))
        {
            return NoQueue;
        }

        if (!PoisonCursor.TryRead(cursor, queue, out var place))
        {
            return new QueryProblem(QueryProblemKind.InvalidCursor, "The cursor is not one that this listing gave with these parameters.");
        }

        var records = new List<PoisonRecord>();
        foreach (var name in QueueNames.Poison.Where(name => (queue is null || name == queue) && place.Reaches(name)))
        {
            records.AddRange(await poison.ListAsync(name, name == place.Queue ? place.Id : null, count + 1 - records.Count, cancellationToken));
            if (records.Count > count)
            {
                var last = records[count - 1];
                return new PageResponse<PoisonResponse>([.. records.Take(count).Select(PoisonResponse.Of)], new PoisonCursor(last.Queue, last.Id).ToString());
            }
        }

        return new PageResponse<PoisonResponse>([.. records.Select(PoisonResponse.Of)], Next: null);
    }

    /// <summary>Puts a message back to work.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="cancellationToken">Ends the command early; a repetition does the rest.</param>
    public Task<QueryResult<PoisonCommandResponse>> RequeueAsync(string queue, string id, CancellationToken cancellationToken) =>
        OneAsync(queue, id, requeue: true, cancellationToken);

    /// <summary>Drops a message for good. Its article stays failed until its file changes or it is processed again.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="cancellationToken">Ends the command early.</param>
    public Task<QueryResult<PoisonCommandResponse>> DropAsync(string queue, string id, CancellationToken cancellationToken) =>
        OneAsync(queue, id, requeue: false, cancellationToken);

    /// <summary>Puts the messages of a queue back to work, at most <see cref="MaxMessages"/> of them.</summary>
    /// <param name="queue">The poison queue; null for all of them.</param>
    /// <param name="cancellationToken">Ends the command early; a repetition does the rest.</param>
    public Task<QueryResult<PoisonCommandResponse>> RequeueAllAsync(string? queue, CancellationToken cancellationToken) => AllAsync(queue, requeue: true, cancellationToken);

    /// <summary>Drops the messages of a queue for good, at most <see cref="MaxMessages"/> of them.</summary>
    /// <param name="queue">The poison queue; null for all of them.</param>
    /// <param name="cancellationToken">Ends the command early; a repetition does the rest.</param>
    public Task<QueryResult<PoisonCommandResponse>> DropAllAsync(string? queue, CancellationToken cancellationToken) => AllAsync(queue, requeue: false, cancellationToken);

    private static QueryProblem NoQueue => QueryProblem.Parameter("queue", $"must be one of {string.Join(", ", QueueNames.Poison)}");

    private async Task<QueryResult<PoisonCommandResponse>> OneAsync(string queue, string id, bool requeue, CancellationToken cancellationToken)
    {
        if (!QueueNames.Poison.Contains(queue))
        {
            return NoQueue;
        }

        if (!PoisonCursor.IsId(id) || await poison.FindAsync(queue, id, cancellationToken) is not { } record)
        {
            return new QueryProblem(QueryProblemKind.NotFound, "No poison message is kept under this id.");
        }

        return await TryHandleAsync(record, requeue, cancellationToken)
            ? new PoisonCommandResponse(1, More: false)
            : QueryProblem.Parameter("id", "names a blob trigger's message that cannot be read: it can only be dropped");
    }

    private async Task<QueryResult<PoisonCommandResponse>> AllAsync(string? queue, bool requeue, CancellationToken cancellationToken)
    {
        if (queue is not null && !QueueNames.Poison.Contains(queue))
        {
            return NoQueue;
        }

        var (handled, read) = (0, 0);
        foreach (var name in QueueNames.Poison.Where(name => queue is null || name == queue))
        {
            await foreach (var record in ReadAsync(name, cancellationToken))
            {
                if (handled == MaxMessages || read++ == MaxRead)
                {
                    return new PoisonCommandResponse(handled, More: true);
                }

                // One that cannot be put back to work stays, and stands in no other's way.
                handled += await TryHandleAsync(record, requeue, cancellationToken) ? 1 : 0;
            }
        }

        return new PoisonCommandResponse(handled, More: false);
    }

    private async IAsyncEnumerable<PoisonRecord> ReadAsync(string queue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<PoisonRecord> page = [];
        do
        {
            page = await poison.ListAsync(queue, page is [] ? null : page[^1].Id, PageSize, cancellationToken);
            foreach (var record in page)
            {
                yield return record;
            }
        }
        while (page.Count == PageSize);
    }

    private async Task<bool> TryHandleAsync(PoisonRecord record, bool requeue, CancellationToken cancellationToken)
    {
        if (requeue && !await poisonRequeue.TrySendAsync(record.Queue, BinaryData.FromBytes(record.Body), cancellationToken))
        {
            return false;
        }

        // Last: after a crash before it, the message is there twice, which does no harm.
        await poison.DeleteAsync(record.Queue, record.Id, cancellationToken);
        return true;
    }
}

/// <summary>What a command on poison messages did.</summary>
/// <param name="Messages">How many messages it took.</param>
/// <param name="More">Whether there were more than one command takes.</param>
public sealed record PoisonCommandResponse(int Messages, bool More);
