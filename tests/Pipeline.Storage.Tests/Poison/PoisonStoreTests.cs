using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Storage.Poison;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Storage.Tests.Poison;

public sealed class PoisonStoreTests(AzuriteStorage storage)
{
    private readonly string _queue = $"test-{Guid.NewGuid():N}";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PoisonStore Poison => new(storage.Clients, _time);

    [Fact]
    public async Task SaveAsync_Record_IsListedByteForByte()
    {
        var record = Record("1", minutes: 0) with { Body = new byte[] { 0, 1, 0xff }, LastError = "TimeoutException: late", ArticleId = TestIds.Article(), ETag = "0x1" };

        await Poison.SaveAsync(record, Token);
        await Poison.SaveAsync(record, Token);

        var listed = Assert.Single(await Poison.ListAsync(_queue, after: null, 10, Token));
        Assert.Equal(record.Body.ToArray(), listed.Body.ToArray());
        JsonAssert.Same(record with { Body = default }, listed with { Body = default });
    }

    [Fact]
    public async Task ListAsync_MoreThanTheLimit_GivesTheNewest()
    {
        for (var minute = 0; minute < 5; minute++)
        {
            await Poison.SaveAsync(Record($"{minute}", minute), Token);
        }

        Assert.Equal(["4", "3"], (await Poison.ListAsync(_queue, after: null, 2, Token)).Select(record => record.MessageId));
    }

    [Fact]
    public async Task FindAsync_Record_IsFoundUntilItIsDeleted()
    {
        var record = Record("a b/1==", minutes: 3);
        await Poison.SaveAsync(record, Token);
        await Poison.SaveAsync(Record("2", minutes: 1), Token);

        Assert.Equal("a b/1==", (await Poison.FindAsync(_queue, record.Id, Token))!.MessageId);
        Assert.Equal(["2"], (await Poison.ListAsync(_queue, record.Id, 10, Token)).Select(one => one.MessageId));
        Assert.Equal(new PoisonDepth(_queue, 2, Record("2", minutes: 1).InsertedOn), await Poison.MeasureAsync(_queue, Token));

        await Poison.DeleteAsync(_queue, record.Id, Token);
        await Poison.DeleteAsync(_queue, record.Id, Token);
        Assert.Null(await Poison.FindAsync(_queue, record.Id, Token));
    }

    [Fact]
    public async Task RecordErrorAsync_Errors_AreReadUntilForgotten()
    {
        await Poison.RecordErrorAsync(_queue, "a", "first", Token);
        await Poison.RecordErrorAsync(_queue, "a", "second", Token);
        await Poison.RecordErrorAsync(_queue, "b", new string('x', 100_000), Token);

        var read = await Poison.ReadErrorAsync(_queue, "a", Token);
        await Poison.ForgetErrorAsync(_queue, "a", Token);
        await Poison.ForgetErrorAsync(_queue, "a", Token);

        Assert.Equal("second", read);
        Assert.Null(await Poison.ReadErrorAsync(_queue, "a", Token));
        Assert.StartsWith("xxx", await Poison.ReadErrorAsync(_queue, "b", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgetOldErrorsAsync_ErrorsOfThreeDays_LeavesThoseSinceYesterday()
    {
        foreach (var id in new[] { "old", "yesterday", "today" })
        {
            _time.Advance(TimeSpan.FromDays(1));
            await Poison.RecordErrorAsync(_queue, id, "error", Token);
        }

        await Poison.ForgetOldErrorsAsync(Token);

        Assert.Equal("error", await Poison.ReadErrorAsync(_queue, "yesterday", Token));
        Assert.Equal("error", await Poison.ReadErrorAsync(_queue, "today", Token));
        var rows = storage.Clients.Tables.GetTableClient(TableNames.Poison).QueryAsync<TableEntity>(row => row.RowKey == $"{_queue}_old", cancellationToken: Token);
        Assert.Empty(await rows.ToListAsync(Token));
    }

    [Fact]
    public async Task ForgetErrorAsync_ErrorsOfYesterdayAndToday_GoBoth()
    {
        await Poison.RecordErrorAsync(_queue, "a", "yesterday's", Token);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("yesterday's", await Poison.ReadErrorAsync(_queue, "a", Token));
        await Poison.RecordErrorAsync(_queue, "a", "today's", Token);
        Assert.Equal("today's", await Poison.ReadErrorAsync(_queue, "a", Token));

        await Poison.ForgetErrorAsync(_queue, "a", Token);

        Assert.Null(await Poison.ReadErrorAsync(_queue, "a", Token));
    }

    private PoisonRecord Record(string id, int minutes) => new()
    {
        Queue = _queue,
        MessageId = id,
        InsertedOn = _time.GetUtcNow().AddMinutes(minutes),
        Body = "body"u8.ToArray(),
        DequeueCount = 1,
    };
}
