using System.Runtime.CompilerServices;

namespace Pipeline.Cli.Inspect;

/// <summary>Work on a sequence in parallel, with the results in the sequence's order.</summary>
internal static class OrderedWork
{
    /// <summary>Starts the work on up to <paramref name="ahead"/> items and returns the results as soon as it is their turn.</summary>
    /// <param name="source">The items; read no further ahead than the work.</param>
    /// <param name="work">The work on one item; it runs on the thread pool.</param>
    /// <param name="ahead">The most items in work at once.</param>
    /// <param name="cancellationToken">Ends the sequence early.</param>
    public static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        IAsyncEnumerable<T> source, Func<T, TResult> work, int ahead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queue = new Queue<Task<TResult>>();
        await foreach (var item in source.WithCancellation(cancellationToken))
        {
            queue.Enqueue(Task.Run(() => work(item), cancellationToken));
            while (queue.TryPeek(out var first) && (first.IsCompleted || queue.Count >= ahead))
            {
                yield return await queue.Dequeue();
            }
        }

        while (queue.TryDequeue(out var next))
        {
            yield return await next;
        }
    }
}
