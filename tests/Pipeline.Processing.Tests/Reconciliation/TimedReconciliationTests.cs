using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Reconciliation;

public sealed class TimedReconciliationTests
{
    private static readonly TimeSpan Run = TimeSpan.FromSeconds(30);

    private readonly TestPipeline _pipeline = new();
    private int _runs;

    public TimedReconciliationTests() => _pipeline.Storage.BeforeOperation = operation =>
    {
        if (operation == "Sources.Scan")
        {
            _runs++;
            _pipeline.Time.Advance(Run);
        }

        return Task.CompletedTask;
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_ManyArticlesCome_RestsFourTimesAsLongAsTheRunTook()
    {
        await _pipeline.TimedReconciliation.ProcessAsync(Token);
        await ComeAsync(articles: 200);

        _pipeline.Time.Advance((4 * Run) - TimeSpan.FromSeconds(1));
        await _pipeline.TimedReconciliation.ProcessAsync(Token);
        Assert.Equal(1, _runs);

        _pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        await _pipeline.TimedReconciliation.ProcessAsync(Token);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task ProcessAsync_FewArticlesCome_DoesNotRest()
    {
        await _pipeline.TimedReconciliation.ProcessAsync(Token);
        await ComeAsync(articles: 20);

        _pipeline.Time.Advance(TimeSpan.FromSeconds(60));
        await _pipeline.TimedReconciliation.ProcessAsync(Token);

        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task ProcessAsync_FirstRun_DoesNotRest()
    {
        await ComeAsync(articles: 20);

        await _pipeline.TimedReconciliation.ProcessAsync(Token);

        Assert.Equal(1, _runs);
    }

    /// <summary>Each article is two stages: its file is parsed, and it is tagged.</summary>
    private async Task ComeAsync(int articles)
    {
        for (var i = 0; i < articles; i++)
        {
            await _pipeline.DropAsync("a.txt", $"{TestPipeline.TradeText} {i}");
        }
    }
}
