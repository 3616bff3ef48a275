namespace Pipeline.Processing.Delivery;

/// <summary>Work on many things of which a few are at hand at once: what all of them ask of storage at once stands before everybody else's.</summary>
internal static class BoundedWork
{
    /// <summary>Does something with each of many. It goes on where the caller runs, as all else does.</summary>
    /// <typeparam name="T">The type of the things.</typeparam>
    /// <param name="items">The things.</param>
    /// <param name="atOnce">How many are at hand at once, from 1.</param>
    /// <param name="work">What is done with each.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="Exception">What the work throws first; no more of it is begun.</exception>
    public static Task ForEachAsync<T>(IEnumerable<T> items, int atOnce, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        items,
        new ParallelOptions { MaxDegreeOfParallelism = atOnce, TaskScheduler = TaskScheduler.Current, CancellationToken = cancellationToken },
        async (item, token) => await work(item, token));
}
