using Pipeline.Storage.Generations;

namespace Pipeline.Processing.Generations;

/// <summary>Gives the generations of the index. A worker looks at most once in <see cref="LookInterval"/>; whoever changes them waits longer than that for all to know.</summary>
/// <param name="store">Where they are written.</param>
/// <param name="time">The clock.</param>
public sealed class GenerationsInForce(IGenerationStore store, TimeProvider time)
{
    /// <summary>How long a change may go unnoticed by a worker.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(10);

    private volatile Look? _last;

    /// <summary>Returns the generations. Keep them for all of one article's work, and of one request's.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async ValueTask<IndexGenerations> GetAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetUtcNow() < last.Until)
        {
            return last.Generations;
        }

        // Two who look at once read the same.
        var found = (await store.ReadAsync(cancellationToken))?.Value ?? new IndexGenerations();
        _last = new Look(found, time.GetUtcNow() + LookInterval);
        return found;
    }

    private sealed record Look(IndexGenerations Generations, DateTimeOffset Until);
}
