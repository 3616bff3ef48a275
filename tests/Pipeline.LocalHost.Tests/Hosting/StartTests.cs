using System.Net;
using System.Net.Sockets;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

public sealed class StartTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly TestApp _app = new(azurite);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Start_PortInUse_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var exception = await Assert.ThrowsAsync<FunctionHostException>(
            () => _app.StartAsync([typeof(HttpFunctions)], options => options with { Port = port }));

        Assert.Contains($"Port {port}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_MissingConnection_NamesFunctionAndSetting()
    {
        var exception = await Assert.ThrowsAsync<FunctionHostException>(() => _app.StartAsync(
            [typeof(QueueFunctions)],
            options => options with
            {
                LocalSettingsPath = null,
                Settings = new Dictionary<string, string?>(options.Settings) { ["AzureWebJobsStorage"] = null },
            }));

        Assert.Contains("Function First", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AzureWebJobsStorage", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Timer_RunsAtOnceWhereItIsToldTo()
    {
        await _app.StartAsync([typeof(TimerFunctions)]);

        await _app.Recorder.WaitForAsync(1);

        Assert.Equal(["late=False"], _app.Recorder.Runs);
    }
}
