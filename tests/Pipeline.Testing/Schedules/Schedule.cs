using System.Globalization;
using Pipeline.Processing;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;

namespace Pipeline.Testing.Schedules;

/// <summary>
/// A random history of the pipeline over stores in memory: several workers at once, files that change and go, commands, messages
/// that come twice, late or never, and crashes between any two operations. At its end everything must be as the container says.
/// </summary>
/// <param name="seed">The same seed is the same history.</param>
public sealed class Schedule(int seed)
{
    private const int Workers = 3;
    private const int MaxDeliveries = 5;
    private const int MaxPasses = 20;

    private static readonly string[] Files = ["a.txt", "b.jsonl"];

    private readonly Random _random = new(seed);
    private readonly TestPipeline _pipeline = new();
    private readonly List<Delivery> _queue = [];
    private readonly AsyncLocal<Attempt?> _attempt = new();
    private int _version;

    /// <summary>Gets how many attempts broke off.</summary>
    public int Crashes { get; private set; }

    /// <summary>Gets how many storage operations there were.</summary>
    public int Operations { get; private set; }

    /// <summary>Lives through the history, and checks how it ended.</summary>
    /// <exception cref="InvalidOperationException">Something is lost, mixed or left over; the message says what.</exception>
    public void Run()
    {
        var losesMessages = _random.Next(2) == 0;
        _pipeline.Storage.BeforeOperation = async _ =>
        {
            Operations++;
            await Task.Yield();
            _attempt.Value?.ThrowIfCrashed();
        };
        new RandomScheduler(_random).Run(() => LiveAsync(losesMessages));
        new RandomScheduler(_random).Run(() => SettleAsync(losesMessages));
        new RandomScheduler(_random).Run(() => _pipeline.RecountStats.ProcessAsync(CancellationToken.None));
        Check();
    }

    private async Task LiveAsync(bool losesMessages)
    {
        var changes = _random.Next(2, 7);
        var running = new List<Task>();
        while (changes > 0 || _queue.Count > 0 || running.Count > 0)
        {
            CollectMessages(losesMessages);
            switch (_random.Next(4))
            {
                case 0 when changes > 0:
                    changes--;
                    Change();
                    break;
                case 1 when changes > 0 && _random.Next(4) == 0:
                    running.Add(CommandAsync());
                    break;
                case 2 when running.Count == 0 && _random.Next(3) == 0:
                    // No function runs as long as what reconciling takes for left over.
                    _pipeline.Time.Advance(TimeSpan.FromMinutes(11));
                    running.Add(AttemptAsync(() => _pipeline.Reconcile.ProcessAsync(CancellationToken.None)));
                    break;
                default:
                    if (running.Count < Workers && TryTake(canWait: running.Count == 0) is { } delivery)
                    {
                        running.Add(DeliverAsync(delivery));
                    }

                    break;
            }

            // How far the others come meanwhile is up to the scheduler.
            for (var steps = _random.Next(8); steps >= 0; steps--)
            {
                await Task.Yield();
            }

            running.RemoveAll(task => task.IsCompletedSuccessfully);
            await Task.WhenAll(running.Where(task => task.IsFaulted));
        }
    }

    /// <summary>Handles what is left in peace; where messages may have been lost, reconciling finds what they asked for.</summary>
    private async Task SettleAsync(bool losesMessages)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            do
            {
                CollectMessages(losesMessages: false);
                while (TryTake(canWait: true) is { } delivery)
                {
                    await HandleAsync(delivery);
                }

                CollectMessages(losesMessages: false);
            }
            while (_queue.Count > 0);

            if (!losesMessages && Crashes == 0)
            {
                return;
            }

            // A pass that was under way has looked at its first parts before: only a whole one tells.
            _pipeline.Time.Advance(TimeSpan.FromHours(1));
            var now = _pipeline.Time.GetUtcNow();
            var state = await _pipeline.Reconcile.ProcessAsync(CancellationToken.None);
            if (state.Pass.Ended is not null && state.Pass.Started >= now && state.Pass.Findings.Count == 0)
            {
                return;
            }
        }

        Require(false, "reconciling finds no end");
    }

    /// <summary>Takes any message that is due.</summary>
    /// <param name="canWait">Whether time may pass for one that is not.</param>
    private Delivery? TryTake(bool canWait)
    {
        if (_queue.Count == 0)
        {
            return null;
        }

        var due = _queue.Where(delivery => delivery.Due <= _pipeline.Time.GetUtcNow()).ToList();
        if (due.Count == 0)
        {
            if (!canWait)
            {
                return null;
            }

            due.Add(_queue.MinBy(delivery => delivery.Due)!);
            _pipeline.Time.SetUtcNow(due[0].Due);
        }

        var taken = due[_random.Next(due.Count)];
        _queue.Remove(taken);
        return taken;
    }

    private void Change()
    {
        var file = Files[_random.Next(Files.Length)];
        if (_random.Next(4) == 0)
        {
            _pipeline.Storage.Sources.Remove(file);
        }
        else
        {
            _version++;
            _pipeline.Storage.Sources.Put(file, file.EndsWith("jsonl", StringComparison.Ordinal) ? Several() : One(_version), new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        }

        _queue.AddRange(Enumerable.Repeat(new Delivery { Parse = new ParseArticleMessage(file) }, _random.Next(4) == 0 ? 2 : 1));
    }

    private Task<bool> CommandAsync()
    {
        var id = ItemId(_random.Next(3));
        return AttemptAsync(() => _random.Next(3) == 0
            ? _pipeline.Commands.RestoreAsync(id, CancellationToken.None)
            : _pipeline.Commands.DeleteAsync(id, CancellationToken.None));
    }

    private async Task DeliverAsync(Delivery delivery)
    {
        if (!await AttemptAsync(() => HandleAsync(delivery)) && delivery.Count < MaxDeliveries)
        {
            _queue.Add(delivery with { Count = delivery.Count + 1 });
        }
    }

    private Task HandleAsync(Delivery delivery) => delivery.Parse is { } parse
        ? _pipeline.ParseAsync(parse.BlobName)
        : _pipeline.TagAsync(delivery.Tag!, delivery.Count);

    /// <summary>Does something that may crash before any of its operations.</summary>
    /// <returns>False where it did.</returns>
    private async Task<bool> AttemptAsync(Func<Task> work)
    {
        var attempt = new Attempt(_random.Next(3) == 0 ? _random.Next(1, 40) : int.MaxValue);
        _attempt.Value = attempt;
        try
        {
            await work();
            return true;
        }
        catch (CrashException)
        {
            Crashes++;
            return false;
        }
        catch (ContentionException)
        {
            return false;
        }
    }

    /// <summary>Takes what was sent since; where messages are lost, not all of it.</summary>
    private void CollectMessages(bool losesMessages)
    {
        var queues = _pipeline.Storage.Queues;
        var now = _pipeline.Time.GetUtcNow();
        var sent = queues.ParseArticle.Select(message => new Delivery { Parse = message })
            .Concat(queues.TagIssues.Select(tag => new Delivery { Tag = tag.Message, Due = now + tag.Delay }));
        foreach (var delivery in sent)
        {
            var copies = losesMessages && _random.Next(6) == 0 ? 0 : _random.Next(6) == 0 ? _random.Next(2, MaxDeliveries + 1) : 1;
            _queue.AddRange(Enumerable.Repeat(delivery, copies));
        }

        queues.ParseArticle.Clear();
        queues.TagIssues.Clear();
    }

    private void Check()
    {
        _pipeline.AssertNothingLeftOver();
        var heads = _pipeline.Storage.Articles.Heads;
        foreach (var head in heads)
        {
            var text = _pipeline.Storage.Sources.Find(head.BlobName);
            var expected = text is not null && IdsOf(head.BlobName, text).Contains(head.ArticleId) && !head.IsSuppressed ? ArticleState.Tagged : ArticleState.Deleted;
            Require(head.State == expected, $"{head.BlobName} {head.ItemId} is {head.State} and not {expected}");
            Require(expected != ArticleState.Tagged || text!.Contains(head.Title!, StringComparison.Ordinal), $"{head.BlobName} {head.ItemId} is of another version, {head.Title}");
        }

        var tagged = heads.Count(head => head.State == ArticleState.Tagged);
        var counted = _pipeline.Storage.Stats.CountOf(IndexGenerations.First, IndexListing.All);
        Require(counted == tagged, $"{tagged} articles are counted as {counted}");
        var held = Files.SelectMany(file => IdsOf(file, _pipeline.Storage.Sources.Find(file) ?? ""));
        Require(held.All(id => heads.Any(head => head.ArticleId == id)), "an article of the container has no head");
    }

    private void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Seed {seed}: {what}.");
        }
    }

    private static IEnumerable<string> IdsOf(string file, string text) => file.EndsWith("jsonl", StringComparison.Ordinal)
        ? Enumerable.Range(0, 3).Where(item => text.Contains($"\"id\":\"{item}\"", StringComparison.Ordinal)).Select(ItemId)
        : text.Length > 0 ? [ArticleIds.ForFile(file)] : [];

    private static string ItemId(int item) => ArticleIds.ForItem(ArticleIds.ForFile(Files[1]), item.ToString(CultureInfo.InvariantCulture));

    private static string One(int version) => $"Version {version} of trade\n\n2024-05-02\n\nMinisters spoke about tariffs for the {version}th time.";

    private string Several()
    {
        var lines = Enumerable.Range(0, 3).Where(_ => _random.Next(3) > 0).DefaultIfEmpty(0)
            .Select(item => $$"""{"id":"{{item}}","title":"Version {{_version}} of item {{item}}","published":"2024-05-02","text":"Ministers spoke about tariffs for the {{_version}}th time."}""");
        return string.Join('\n', lines);
    }

    private sealed record Delivery
    {
        public ParseArticleMessage? Parse { get; init; }

        public TagIssuesMessage? Tag { get; init; }

        public int Count { get; init; } = 1;

        public DateTimeOffset Due { get; init; }
    }

    /// <summary>An attempt with the number of the operation before which it crashes.</summary>
    private sealed class Attempt(int crashAt)
    {
        private int _operations;

        public void ThrowIfCrashed()
        {
            if (++_operations >= crashAt)
            {
                throw new CrashException();
            }
        }
    }

    private sealed class CrashException : Exception;
}
