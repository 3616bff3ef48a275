using Pipeline.Processing;

namespace Pipeline.Testing.Schedules;

/// <summary>
/// A random history of the pipeline over stores in memory: several workers at once, files that change and go, commands, articles
/// that grow old, messages that come twice, late or never, or fail too often, rows that storage loses, and crashes and faults of
/// storage between any two operations; two processes reconcile, in turns and at once. At its end everything must be as the container says.
/// </summary>
public sealed class Schedule
{
    private const int Workers = 3;
    private const int MaxPasses = 20;

    private readonly int _seed;
    private readonly Random _random;
    private readonly TestPipeline _pipeline = new();
    private readonly TestPipeline _other;
    private readonly AsyncLocal<Attempt?> _attempt = new();
    private readonly ScheduleFiles _files;
    private readonly ScheduleQueue _queue;
    private readonly ScheduleCheck _check;
    private readonly bool _losesMessages;
    private readonly bool _isTroubled;

    /// <param name="seed">The same seed is the same history.</param>
    public Schedule(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
        _losesMessages = _random.Next(2) == 0;
        _isTroubled = _random.Next(3) == 0;
        _other = new TestPipeline(beside: _pipeline);
        _pipeline.ReconcileOptions.ArticleDays = _other.ReconcileOptions.ArticleDays = _random.Next(3) == 0 ? 1 : 0;

        // A page a run, so that a pass is of both.
        _pipeline.ReconcileOptions.MaxItems = _other.ReconcileOptions.MaxItems = _random.Next(2) == 0 ? 1 : 2_000;
        _files = new ScheduleFiles(_random);

        // Where much fails, messages become poison early: else hardly one ever would.
        _queue = new ScheduleQueue(_pipeline, _random, maxTries: _isTroubled ? 2 : 5);
        _check = new ScheduleCheck(_pipeline);
    }

    /// <summary>Gets how many attempts broke off.</summary>
    public int Crashes { get; private set; }

    /// <summary>Gets how many storage operations there were.</summary>
    public int Operations { get; private set; }

    /// <summary>Gets how many different messages failed too often.</summary>
    public int Poisoned => _queue.Poisoned.Count;

    /// <summary>Gets how many of those were put back to work byte for byte.</summary>
    public int PutBack => _queue.Poisoned.Count(_queue.SentAgain.Contains);

    /// <summary>Lives through the history, and checks how it ended.</summary>
    /// <exception cref="InvalidOperationException">Something is lost, mixed or left over; the message says what.</exception>
    public void Run()
    {
        _pipeline.Storage.BeforeOperation = async _ =>
        {
            Operations++;
            await Task.Yield();
            _attempt.Value?.Enter();
        };
        try
        {
            new RandomScheduler(_random).Run(LiveAsync);
            _pipeline.ReconcileOptions.MaxItems = 2_000;
            new RandomScheduler(_random).Run(SettleAsync);
            new RandomScheduler(_random).Run(CountAllAsync);
            new RandomScheduler(_random).Run(_check.CheckEndAsync);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"Seed {_seed}: {exception.Message}", exception);
        }
    }

    private async Task LiveAsync()
    {
        var changes = _random.Next(2, 7);
        var running = new List<Task>();
        var counting = Task.CompletedTask;
        while (changes > 0 || _queue.Count > 0 || running.Count > 0)
        {
            _queue.Collect(_losesMessages);
            switch (_random.Next(7))
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
                    _pipeline.Time.Advance(_random.Next(4) == 0 ? TimeSpan.FromHours(25) : TimeSpan.FromMinutes(11));
                    running.AddRange(Reconcilers().Select(pipeline => AttemptAsync(() => pipeline.Reconcile.ProcessAsync(CancellationToken.None))));
                    break;
                case 3 when _pipeline.PoisonQueues.Count > 0:
                    running.Add(AttemptAsync(() => _pipeline.CollectPoison.ProcessAsync(CancellationToken.None)));
                    break;
                case 4 when _losesMessages && _random.Next(6) == 0:
                    LoseRow();
                    break;
                case 5 when running.Count < Workers && counting.IsCompleted:
                    counting = _random.Next(4) == 0 ? CountTwiceAtOnceAsync() : AttemptAsync(CountAsync);
                    running.Add(counting);
                    break;
                default:
                    if (running.Count < Workers && _queue.TryTake(canWait: running.Count == 0) is { } delivery)
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

    /// <summary>Chooses who reconciles.</summary>
    private TestPipeline[] Reconcilers() => _random.Next(3) switch
    {
        0 => [_pipeline],
        1 => [_other],
        _ => [_pipeline, _other],
    };

    /// <summary>Loses a row of a listing, as storage that goes back in time does: no message tells of it.</summary>
    private void LoseRow()
    {
        var keys = _pipeline.Storage.Index.Rows.Select(row => row.Key).OrderBy(key => key.ToString(), StringComparer.Ordinal).ToList();
        if (keys.Count > 0)
        {
            _pipeline.Storage.Index.Force(keys[_random.Next(keys.Count)], entry: null);
        }
    }

    private Task CountAsync() => _pipeline.RecountStats.ProcessAsync(CancellationToken.None);

    /// <summary>Counts as where one host takes the timer over from another, while neither breaks off: the platform lets one count at a time.</summary>
    private Task CountTwiceAtOnceAsync() => Task.WhenAll(CountAsync(), CountLaterAsync());

    private async Task CountLaterAsync()
    {
        for (var steps = _random.Next(60); steps > 0; steps--)
        {
            await Task.Yield();
        }

        await CountAsync();
    }

    private async Task CountAllAsync()
    {
        for (var pass = 0; pass < MaxPasses && _pipeline.Storage.Dirty.Hours.Count > 0; pass++)
        {
            _pipeline.Time.Advance(TimeSpan.FromMinutes(10)); // Whatever its rest, and whatever waits.
            await CountAsync();
        }
    }

    /// <summary>Handles what is left in peace, what failed too often included; where messages may have been lost, reconciling finds what they asked for.</summary>
    private async Task SettleAsync()
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            do
            {
                await HandleAllAsync();
                await _pipeline.CollectPoison.ProcessAsync(CancellationToken.None);
                await HandleAllAsync();
                await _check.CheckPoisonAsync(_queue, _losesMessages);
                await _pipeline.PoisonCommands.RequeueAllAsync(queue: null, CancellationToken.None);
                _queue.Collect(losesMessages: false);
            }
            while (_queue.Count > 0);

            if (!_losesMessages && Crashes == 0)
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

        throw new InvalidOperationException("reconciling finds no end");
    }

    private async Task HandleAllAsync()
    {
        do
        {
            _queue.Collect(losesMessages: false);
            while (_queue.TryTake(canWait: true) is { } delivery)
            {
                await _queue.HandleAsync(delivery);
            }

            _queue.Collect(losesMessages: false);
        }
        while (_queue.Count > 0);
    }

    private void Change()
    {
        var file = ScheduleFiles.Names[_random.Next(ScheduleFiles.Names.Count)];
        if (_random.Next(4) == 0)
        {
            _pipeline.Storage.Sources.Remove(file);
        }
        else
        {
            // Older than what reconciling leaves to its event.
            _pipeline.Storage.Sources.Put(file, _files.Next(file), _pipeline.Time.GetUtcNow().AddMinutes(-15));
        }

        _queue.Trigger(file);
    }

    private Task<bool> CommandAsync()
    {
        if (!_losesMessages && _random.Next(4) == 0)
        {
            return AttemptAsync(() => _pipeline.PoisonCommands.RequeueAllAsync(queue: null, CancellationToken.None));
        }

        var id = _files.AnyItem();
        return AttemptAsync(() => _random.Next(3) == 0
            ? _pipeline.Commands.RestoreAsync(id, CancellationToken.None)
            : _pipeline.Commands.DeleteAsync(id, CancellationToken.None));
    }

    private async Task DeliverAsync(Delivery delivery)
    {
        if (!await AttemptAsync(() => _queue.HandleAsync(delivery)))
        {
            _queue.Return(delivery);
        }
    }

    /// <summary>Does something that may crash before any of its operations, or at one of which storage fails.</summary>
    /// <returns>False where it did not come to its end.</returns>
    private async Task<bool> AttemptAsync(Func<Task> work)
    {
        var fails = _random.Next(3) < (_isTroubled ? 2 : 1);
        var attempt = new Attempt(fails ? _random.Next(1, _isTroubled ? 16 : 40) : int.MaxValue, isFault: _isTroubled && _random.Next(2) == 0);
        _attempt.Value = attempt;
        try
        {
            await work();
            return true;
        }
        catch (Exception exception) when (exception is CrashException or IOException or AggregateException)
        {
            Crashes++;
            return false;
        }
        catch (ContentionException)
        {
            return false;
        }
    }

    /// <summary>An attempt with the number of the operation at which it crashes, or which fails.</summary>
    private sealed class Attempt(int failsAt, bool isFault)
    {
        private int _operations;

        public void Enter()
        {
            _operations++;
            if (isFault && _operations == failsAt)
            {
                throw new IOException("Storage fails.");
            }

            // What ended does nothing more.
            if (!isFault && _operations >= failsAt)
            {
                throw new CrashException();
            }
        }
    }

    private sealed class CrashException : Exception;
}
