using Pipeline.Storage;

namespace Pipeline.Testing.InMemory;

/// <summary>Pages of what a store in memory holds.</summary>
internal static class InMemoryPages
{
    /// <summary>Returns a page; its token is the key of the last item of the page before.</summary>
    public static StoragePage<T> Take<T>(IEnumerable<T> items, Func<T, string> key, string? token, int limit)
    {
        T[] rest = [.. items.OrderBy(key, StringComparer.Ordinal).Where(item => token is null || string.CompareOrdinal(key(item), token) > 0)];
        return rest.Length > limit ? new StoragePage<T>(rest[..limit], key(rest[limit - 1])) : new StoragePage<T>(rest, Next: null);
    }
}
