using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.LocalHost.Azurite;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

public sealed class AzuriteServerTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StartOrFindAsync_NothingRuns_ServesBlobsQueuesAndTables()
    {
        azurite.RequireAzurite();
        await using var server = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Cancelled);

        var container = await new BlobServiceClient(server.ConnectionString).CreateBlobContainerAsync("container", cancellationToken: Cancelled);
        await container.Value.UploadBlobAsync("a/b.txt", BinaryData.FromString("text"), Cancelled);
        var queue = await new QueueServiceClient(server.ConnectionString).CreateQueueAsync("queue", cancellationToken: Cancelled);
        await queue.Value.SendMessageAsync("message", Cancelled);
        var table = await new TableServiceClient(server.ConnectionString).CreateTableIfNotExistsAsync("table", Cancelled);

        Assert.True(server.Started);
        Assert.Null(server.DataFolder);
        Assert.Equal("table", table.Value.Name);
        Assert.Equal("text", (await container.Value.GetBlobClient("a/b.txt").DownloadContentAsync(Cancelled)).Value.Content.ToString());
        Assert.Equal("message", (await queue.Value.ReceiveMessageAsync(cancellationToken: Cancelled)).Value.MessageText);
    }

    [Fact]
    public async Task DisposeAsync_RightAfterWrites_KeepsThemForTheNextStart()
    {
        azurite.RequireAzurite();
        var options = AzuriteOptions.Temporary with { DataFolder = _folder.Path };

        await using (var first = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled))
        {
            var container = await new BlobServiceClient(first.ConnectionString).CreateBlobContainerAsync("container", cancellationToken: Cancelled);
            await container.Value.UploadBlobAsync("blob", BinaryData.FromString("kept"), Cancelled);
            await (await new QueueServiceClient(first.ConnectionString).CreateQueueAsync("queue", cancellationToken: Cancelled)).Value.SendMessageAsync("kept", Cancelled);
            var table = new TableClient(first.ConnectionString, "table");
            await table.CreateAsync(Cancelled);
            await table.AddEntityAsync(new TableEntity("p", "r"), Cancelled);
        }

        await using var second = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled);
        var blob = await new BlobClient(second.ConnectionString, "container", "blob").DownloadContentAsync(Cancelled);
        var message = await new QueueClient(second.ConnectionString, "queue").PeekMessageAsync(Cancelled);
        var entity = await new TableClient(second.ConnectionString, "table").GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancelled);

        Assert.Equal(Path.GetFullPath(_folder.Path), second.DataFolder);
        Assert.Equal("kept", blob.Value.Content.ToString());
        Assert.Equal("kept", message.Value.MessageText);
        Assert.True(entity.HasValue);
    }

    [Fact]
    public async Task StartOrFindAsync_StartEmpty_DeletesItsOwnDataOnly()
    {
        azurite.RequireAzurite();
        var options = AzuriteOptions.Temporary with { DataFolder = _folder.Path };
        var other = Path.Combine(_folder.Path, "novel.txt");
        await File.WriteAllTextAsync(other, "mine", Cancelled);
        await using (var first = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled))
        {
            var container = await new BlobServiceClient(first.ConnectionString).CreateBlobContainerAsync("container", cancellationToken: Cancelled);
            await container.Value.UploadBlobAsync("blob", BinaryData.FromString("text"), Cancelled);
        }

        await using var second = await AzuriteServer.StartOrFindAsync(options with { StartEmpty = true }, cancellationToken: Cancelled);

        Assert.False(await new BlobContainerClient(second.ConnectionString, "container").ExistsAsync(Cancelled));
        Assert.True(File.Exists(other));
    }

    [Fact]
    public async Task DisposeAsync_ConnectionsOpen_EndsTheProcessWithinItsTime()
    {
        azurite.RequireAzurite();
        var options = AzuriteOptions.Temporary with { DataFolder = _folder.Path, StopTimeout = TimeSpan.FromMinutes(5) };
        var server = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled);
        using var connection = new System.Net.Sockets.TcpClient("127.0.0.1", server.BlobPort);
        await new BlobServiceClient(server.ConnectionString).GetPropertiesAsync(Cancelled);

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), Cancelled);

        Assert.True(server.Exited.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task StartOrFindAsync_OneRunsOnThePorts_UsesItAndLeavesItRunning()
    {
        azurite.RequireAzurite();
        await using var running = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Cancelled);
        var options = new AzuriteOptions
        {
            BlobPort = running.BlobPort,
            QueuePort = running.QueuePort,
            TablePort = running.TablePort,
            DataFolder = _folder.Path,
        };

        await using (var found = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled))
        {
            Assert.False(found.Started);
            Assert.Null(found.ProcessId);
            Assert.Null(found.DataFolder);
            Assert.Equal(running.ConnectionString, found.ConnectionString);
        }

        Assert.False(running.Exited.IsCompleted);
        await new BlobServiceClient(running.ConnectionString).GetPropertiesAsync(Cancelled);
    }

    [Fact]
    public async Task StartOrFindAsync_PortsInAnotherOrder_NamesThePort()
    {
        azurite.RequireAzurite();
        await using var running = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Cancelled);
        var options = new AzuriteOptions { BlobPort = running.QueuePort, QueuePort = running.BlobPort, TablePort = running.TablePort };

        var exception = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled));

        Assert.Equal(AzuriteFailure.PortTaken, exception.Failure);
        Assert.Contains($"Port {options.BlobPort}, for the blob service", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartOrFindAsync_OnlyTwoServicesRun_SaysWhichIsMissing()
    {
        azurite.RequireAzurite();
        await using var running = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Cancelled);
        var options = new AzuriteOptions { BlobPort = running.BlobPort, QueuePort = running.QueuePort, TablePort = FreePort() };

        var exception = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled));

        Assert.Equal(AzuriteFailure.Unusable, exception.Failure);
        Assert.Contains($"not table on port {options.TablePort}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartOrFindAsync_PortTakenByAnotherProgram_NamesThePort()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;
        var options = AzuriteOptions.Temporary with { QueuePort = port };

        var exception = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled));

        Assert.Equal(AzuriteFailure.PortTaken, exception.Failure);
        Assert.Contains($"Port {port}, for the queue service", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartOrFindAsync_DataFolderInUse_NamesTheProcess()
    {
        azurite.RequireAzurite();
        var options = AzuriteOptions.Temporary with { DataFolder = _folder.Path };
        await using var first = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled);

        var exception = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled));

        Assert.Equal(AzuriteFailure.DataFolderInUse, exception.Failure);
        Assert.Contains(_folder.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains($"(id {Environment.ProcessId})", exception.Message, StringComparison.Ordinal);
        await new BlobServiceClient(first.ConnectionString).GetPropertiesAsync(Cancelled);
    }

    [Fact]
    public async Task StartOrFindAsync_ParentKilled_AzuriteEndsWithItsDataSaved()
    {
        azurite.RequireAzurite();
        using var parent = AzuriteParent.Start(_folder.Path);
        var ids = (await parent.StandardOutput.ReadLineAsync(Cancelled))!.Split(' ');
        var port = int.Parse(ids[1], System.Globalization.CultureInfo.InvariantCulture);
        var blobs = new BlobServiceClient(azurite.ConnectionString.Replace($":{BlobPortOf(azurite.ConnectionString)}/", $":{port}/", StringComparison.Ordinal));
        await blobs.CreateBlobContainerAsync("kept", cancellationToken: Cancelled);

        parent.Kill();
        await parent.WaitForExitAsync(Cancelled);

        // The next start waits for the old process, so the folder is whole.
        await using var next = await AzuriteServer.StartOrFindAsync(
            AzuriteOptions.Temporary with { DataFolder = _folder.Path }, cancellationToken: Cancelled);
        Assert.True(IsGone(int.Parse(ids[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True(await new BlobContainerClient(next.ConnectionString, "kept").ExistsAsync(Cancelled));
    }

    [Fact]
    public async Task StartOrFindAsync_CancelledWhileStarting_LeavesTheFolderFree()
    {
        azurite.RequireAzurite();
        var options = AzuriteOptions.Temporary with { DataFolder = _folder.Path };
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AzuriteServer.StartOrFindAsync(options, cancellationToken: cancelled.Token));

        await using var server = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Cancelled);
        Assert.True(server.Started);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static int BlobPortOf(string connectionString) => new BlobServiceClient(connectionString).Uri.Port;

    private static bool IsGone(int processId)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
