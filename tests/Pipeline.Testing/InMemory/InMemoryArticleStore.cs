using Pipeline.Storage;
using Pipeline.Storage.Articles;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryArticleStore(InMemoryStorage storage) : IArticleStore
{
    private readonly Dictionary<string, Stored<ArticleHead>> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, TagIntent>> _intents = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ArticleHead> Heads => [.. _heads.Values.Select(head => head.Value)];

    public IReadOnlyCollection<TagIntent> Intents => [.. _intents.Values.SelectMany(intents => intents.Values)];

    public async Task<ArticlePartition> ReadAsync(string articleId, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.Read", cancellationToken);
        lock (_heads)
        {
            return PartitionOf(articleId);
        }
    }

    public async Task<ArticleHead?> ReadHeadAsync(string articleId, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.ReadHead", cancellationToken);
        lock (_heads)
        {
            return _heads.GetValueOrDefault(articleId)?.Value;
        }
    }

    public async Task AddIfMissingAsync(ArticleHead head, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.AddIfMissing", cancellationToken);
        lock (_heads)
        {
            _heads.TryAdd(head.ArticleId, new Stored<ArticleHead>(head, storage.NextTag()));
        }
    }

    public async Task<string?> TryBeginAsync(ArticleHead head, string? tag, TagIntent intent, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.Begin", cancellationToken);
        lock (_heads)
        {
            var present = _heads.GetValueOrDefault(head.ArticleId);
            if (present?.Tag != tag || !IntentsOf(head.ArticleId).TryAdd(intent.Rev, intent))
            {
                return null;
            }

            var begun = new Stored<ArticleHead>(present is null ? head : present.Value with { NextRev = head.NextRev }, storage.NextTag());
            _heads[head.ArticleId] = begun;
            return begun.Tag;
        }
    }

    public async Task<bool> TryCommitAsync(ArticleHead head, string tag, bool dropIntent, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.Commit", cancellationToken);
        lock (_heads)
        {
            if (_heads.GetValueOrDefault(head.ArticleId)?.Tag != tag)
            {
                return false;
            }

            _heads[head.ArticleId] = new Stored<ArticleHead>(head, storage.NextTag());
            if (dropIntent)
            {
                IntentsOf(head.ArticleId).Remove(head.Rev);
            }

            return true;
        }
    }

    public async Task DropIntentAsync(string articleId, int rev, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.DropIntent", cancellationToken);
        lock (_heads)
        {
            IntentsOf(articleId).Remove(rev);
        }
    }

    public async Task<StoragePage<ArticlePartition>> ScanAsync(string? token, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.Scan", cancellationToken);
        lock (_heads)
        {
            var page = InMemoryPages.Take(_heads.Keys, id => id, token, limit);
            return new StoragePage<ArticlePartition>([.. page.Items.Select(PartitionOf)], page.Next);
        }
    }

    public async Task<bool> TryKeepAwayAsync(string articleId, bool isSuppressed, string? expired, string tag, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.KeepAway", cancellationToken);
        lock (_heads)
        {
            if (_heads.GetValueOrDefault(articleId) is not { } present)
            {
                return false;
            }

            if (present.Tag != tag)
            {
                // Who tries again may meet what it wrote itself.
                return present.Value.IsSuppressed == isSuppressed && present.Value.Expired == expired;
            }

            _heads[articleId] = new Stored<ArticleHead>(present.Value with { IsSuppressed = isSuppressed, Expired = expired }, storage.NextTag());
            return true;
        }
    }

    public async Task<bool> TryForgetAsync(string articleId, string tag, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Articles.Forget", cancellationToken);
        lock (_heads)
        {
            return _heads.GetValueOrDefault(articleId)?.Tag == tag && _heads.Remove(articleId);
        }
    }

    private ArticlePartition PartitionOf(string articleId) => new(articleId, _heads.GetValueOrDefault(articleId), [.. IntentsOf(articleId).Values]);

    private SortedDictionary<int, TagIntent> IntentsOf(string articleId)
    {
        if (!_intents.TryGetValue(articleId, out var intents))
        {
            _intents[articleId] = intents = [];
        }

        return intents;
    }
}
