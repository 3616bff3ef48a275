using System.IO.Hashing;
using System.Runtime.InteropServices;
using Pipeline.Storage.Index;

namespace Pipeline.Processing.Reconciliation;

/// <summary>
/// The rows that heads name and that were not met yet among the rows of the listings: with them a pass reads heads and rows once each, page by page, and
/// looks for none by itself. They are known as long as one process does the whole pass, and while they are not too many; else each row is looked for.
/// </summary>
/// <param name="maxRows">The most rows that are kept.</param>
public sealed class NamedRows(int maxRows = NamedRows.MaxRows)
{
    /// <summary>The most rows that are kept by default, at 27 bytes each while a pass looks at them: those of some 25,000 articles.</summary>
    public const int MaxRows = 500_000;

    private readonly Lock _lock = new();
    private HashSet<ulong> _unmet = [];
    private bool _areKnown;

    /// <summary>Gets a value indicating whether all rows that heads name are known, and were met.</summary>
    public bool AreAllMet
    {
        get
        {
            lock (_lock)
            {
                return _areKnown && _unmet.Count == 0;
            }
        }
    }

    /// <summary>Begins anew, with a pass's first head.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            (_unmet, _areKnown) = ([], true);
        }
    }

    /// <summary>Forgets all: somebody else did a part of the pass, or it is at its end.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            (_unmet, _areKnown) = ([], false);
        }
    }

    /// <summary>Notes the rows that a head names.</summary>
    /// <param name="keys">Their keys.</param>
    public void Note(IReadOnlyCollection<IndexKey> keys)
    {
        lock (_lock)
        {
            if (!_areKnown)
            {
                return;
            }

            if (_unmet.Count + keys.Count > maxRows)
            {
                (_unmet, _areKnown) = ([], false);
                return;
            }

            _unmet.UnionWith(keys.Select(HashOf));
        }
    }

    /// <summary>Notes that a row is there.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>False where no head is known to name it, or it was met before: its article is to be looked at.</returns>
    public bool TryMeet(IndexKey key)
    {
        lock (_lock)
        {
            return _unmet.Remove(HashOf(key));
        }
    }

    /// <summary>Tells whether a row that a head names may be missing: it was not met, or nothing is known.</summary>
    /// <param name="key">Its key.</param>
    public bool MayBeMissing(IndexKey key)
    {
        lock (_lock)
        {
            return !_areKnown || _unmet.Contains(HashOf(key));
        }
    }

    // Of 500,000 rows two share a hash once in 150 million passes. Then one of them could be missing unseen, if it were among the few that ever are.
    private static ulong HashOf(IndexKey key) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key.ToString().AsSpan()));
}
