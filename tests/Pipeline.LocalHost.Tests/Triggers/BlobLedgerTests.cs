using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Time.Testing;
using Pipeline.LocalHost.Triggers.Blobs;
using Xunit;

namespace Pipeline.LocalHost.Tests.Triggers;

public sealed class BlobLedgerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Observe_BlobWithReceipt_IsNoWork()
    {
        var ledger = Create(("k/a", ["1", "2"]));

        ledger.BeginScan();

        Assert.Null(Observe(ledger, "a", "2"));
        Assert.Empty(ledger.EndScan());
    }

    [Fact]
    public void Observe_SameContentTwice_IsOneWork()
    {
        var ledger = Create();
        ledger.BeginScan();

        var work = Observe(ledger, "a", "1");

        Assert.NotNull(work);
        Assert.Null(Observe(ledger, "a", "1"));
        Assert.True(ledger.TryBegin(work));
        Assert.Null(Observe(ledger, "a", "1"));
    }

    [Fact]
    public void Observe_NewContentBeforeWorkBegan_TakesItsPlace()
    {
        var ledger = Create();
        ledger.BeginScan();
        var old = Observe(ledger, "a", "1")!;

        var current = Observe(ledger, "a", "2");

        Assert.NotNull(current);
        Assert.False(ledger.TryBegin(old));
        Assert.True(ledger.TryBegin(current));
    }

    [Fact]
    public void Observe_NewContentWhileWorkRuns_WaitsForItsEnd()
    {
        var ledger = Create();
        ledger.BeginScan();
        var old = Observe(ledger, "a", "1")!;
        ledger.TryBegin(old);

        var during = Observe(ledger, "a", "2");
        ledger.Complete(old);
        var after = Observe(ledger, "a", "2");

        Assert.Null(during);
        Assert.NotNull(after);
        Assert.Equal(["1"], ledger.Complete(after));
    }

    [Fact]
    public void TakeNext_ContentSeenWhileWorkRan_IsTheLastOfIt()
    {
        var ledger = Create();
        ledger.BeginScan();
        var old = Observe(ledger, "a", "1")!;
        ledger.TryBegin(old);
        Observe(ledger, "a", "2");
        Observe(ledger, "a", "3");

        Assert.Null(ledger.TakeNext("a"));
        ledger.Complete(old);
        var next = ledger.TakeNext("a");

        Assert.Equal("3", next?.ETag);
        Assert.True(ledger.TryBegin(next!));
        Assert.Null(ledger.TakeNext("a"));
    }

    [Fact]
    public void TakeNext_ContentSeenWhileWorkRanThatIsToBeTriedAgain_TakesItsPlace()
    {
        var ledger = Create();
        ledger.BeginScan();
        var old = Observe(ledger, "a", "1")!;
        ledger.TryBegin(old);
        Observe(ledger, "a", "2");
        ledger.Pause(old);

        Assert.Equal("2", ledger.TakeNext("a")?.ETag);
        Assert.False(ledger.TryBegin(old));
    }

    [Fact]
    public void TakeNext_NothingElseSeen_IsNothing()
    {
        var ledger = Create();
        ledger.BeginScan();
        var work = Observe(ledger, "a", "1")!;
        ledger.TryBegin(work);
        Observe(ledger, "a", "1");
        ledger.Complete(work);

        Assert.Null(ledger.TakeNext("a"));
        Assert.Null(ledger.TakeNext("b"));
    }

    [Fact]
    public void Observe_NewContentWhileRetryWaits_TakesItsPlace()
    {
        var ledger = Create();
        ledger.BeginScan();
        var old = Observe(ledger, "a", "1")!;
        ledger.TryBegin(old);
        ledger.Pause(old);

        var current = Observe(ledger, "a", "2");

        Assert.NotNull(current);
        Assert.False(ledger.TryBegin(old));
    }

    [Fact]
    public void Drop_ContentListedThoughNotFound_IsLeftAloneForAWhile()
    {
        var ledger = Create();
        ledger.BeginScan();
        var work = Observe(ledger, "a", "1")!;
        ledger.TryBegin(work);

        ledger.Drop(work);

        Assert.Null(Observe(ledger, "a", "1"));
        Assert.NotNull(Observe(ledger, "a", "2"));
        _time.Advance(BlobLedger.NotFoundPause);
        Assert.NotNull(Observe(ledger, "a", "1"));
    }

    [Fact]
    public void EndScan_BlobsThatAreGone_GivesTheirReceiptsOnce()
    {
        var ledger = Create(("k/a", ["1"]), ("k/b", ["1", "2"]));
        ledger.BeginScan();
        Observe(ledger, "a", "1");

        var first = ledger.EndScan();
        ledger.BeginScan();
        var second = ledger.EndScan();
        ledger.BeginScan();

        Assert.Equal([("k/b", "1"), ("k/b", "2")], first);
        Assert.Equal([("k/a", "1")], second);
        Assert.Empty(ledger.EndScan());
    }

    [Fact]
    public void EndScan_BlobInWork_IsKept()
    {
        var ledger = Create();
        ledger.BeginScan();
        var work = Observe(ledger, "a", "1")!;
        ledger.EndScan();
        ledger.BeginScan();

        Assert.Empty(ledger.EndScan());
        Assert.True(ledger.TryBegin(work));
    }

    private static BlobWork? Observe(BlobLedger ledger, string name, string etag) =>
        ledger.Observe(name, etag, BlobType.Block);

    private BlobLedger Create(params (string Key, string[] ETags)[] receipts) =>
        new(receipts.ToDictionary(r => r.Key, r => r.ETags.ToList()), name => "k/" + name, _time);
}
