namespace Pipeline.Functions.Http.Answers;

/// <summary>Counts the streams of this worker that are under way, against <see cref="HttpOptions.MaxStreams"/>.</summary>
/// <param name="options">How many there may be.</param>
public sealed class StreamSlots(HttpOptions options)
{
    private int _taken;

    /// <summary>Takes a slot.</summary>
    /// <returns>False where none is left.</returns>
    internal bool TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= options.MaxStreams)
        {
            return true;
        }

        Release();
        return false;
    }

    /// <summary>Gives a slot back.</summary>
    internal void Release() => Interlocked.Decrement(ref _taken);
}
