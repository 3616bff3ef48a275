using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

public sealed class StopTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly TestApp _app = new(azurite);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Stop_FunctionThatGoesOn_ReturnsItsMessageAtOnceUncounted()
    {
        _app.Queues = """ "maxDequeueCount": 1, "visibilityTimeout": "00:10:00" """;
        _app.Recorder.OnRun = (_, token) => Task.Delay(Timeout.Infinite, token);
        var host = await _app.StartAsync([typeof(QueueFunctions)]);
        var body = TestApp.Base64("m");
        await _app.SendAsync("first", body);
        await _app.Recorder.WaitForAsync(1);

        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([body], await _app.PeekAsync("first"));
        Assert.Empty(await _app.PeekAsync("first-poison"));
        Assert.Equal([FunctionOutcome.Stopped], _app.Executions.Select(e => e.Outcome));
    }

    [Fact]
    public async Task Stop_FunctionThatEndsWithinTheGrace_IsLetEnd()
    {
        var release = new TaskCompletionSource();
        _app.Recorder.OnRun = (_, token) => release.Task.WaitAsync(token);
        var host = await _app.StartAsync(
            [typeof(QueueFunctions)], options => options with { StopGrace = TimeSpan.FromSeconds(20) });
        await _app.SendAsync("first", TestApp.Base64("m"));
        await _app.Recorder.WaitForAsync(1);

        var stopping = host.StopAsync(TestContext.Current.CancellationToken);
        await _app.SendAsync("first", TestApp.Base64("too late"));
        release.SetResult();
        await stopping;

        Assert.Equal([FunctionOutcome.Succeeded], _app.Executions.Select(e => e.Outcome));
        Assert.Equal([TestApp.Base64("too late")], await _app.PeekAsync("first"));
    }

    [Fact]
    public async Task Stop_FunctionThatIgnoresItsToken_IsNotWaitedForLong()
    {
        var release = new TaskCompletionSource();
        _app.Recorder.OnRun = (_, _) => release.Task;
        var host = await _app.StartAsync([typeof(QueueFunctions)]);
        await _app.SendAsync("first", TestApp.Base64("m"));
        await _app.Recorder.WaitForAsync(1);

        await host.StopAsync(TestContext.Current.CancellationToken);
        release.SetResult();

        Assert.Equal([TestApp.Base64("m")], await _app.PeekAsync("first"));
    }

    [Fact]
    public async Task Stop_Twice_IsOneStop()
    {
        var host = await _app.StartAsync([typeof(QueueFunctions), typeof(BlobFunctions)]);

        await Task.WhenAll(
            host.StopAsync(TestContext.Current.CancellationToken), host.StopAsync(TestContext.Current.CancellationToken));
        await host.DisposeAsync();

        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(host.Address, TestContext.Current.CancellationToken));
    }
}
