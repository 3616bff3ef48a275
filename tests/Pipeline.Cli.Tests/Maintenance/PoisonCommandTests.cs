using System.Text;
using Azure.Storage.Queues;
using Pipeline.LocalHost.Azurite;
using Pipeline.Storage;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Poison;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Cli.Tests.Maintenance;

/// <summary>The verb <c>poison</c>, over a storage of its own.</summary>
public sealed class PoisonCommandTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Queue = "tag-issues-poison";

    // What a queue holds need not be what the pipeline wrote.
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("<not> & one of ours: é 😀");

    private AzuriteServer _storage = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        azurite.RequireAzurite();
        _storage = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Token);
        var clients = ArticleStorageClients.FromConnectionString(_storage.ConnectionString);
        await new StorageProvisioner(clients, new GenerationStore(clients)).EnsureCreatedAsync(Token);
    }

    public ValueTask DisposeAsync() => _storage?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Poison_ListRequeueDrop_ShowsPutsBackAndForgets()
    {
        var empty = await RunAsync("list");
        Assert.Equal(["No message failed too often."], empty.Out.Lines);

        var kept = await SaveAsync("one", "two", "three");
        var listed = await RunAsync("list", "--json");
        Assert.Equal(kept.Reverse(), listed.JsonLines.Select(line => line.GetProperty("id").GetString()));
        var table = await RunAsync("list");
        Assert.All(kept, id => Assert.Contains(id, table.Out.Text, StringComparison.Ordinal));
        Assert.Contains("It went wrong.", table.Out.Text, StringComparison.Ordinal);

        var one = await RunAsync("requeue", kept[1], "--queue", Queue);
        Assert.Equal("1 message put back to work.", Assert.Single(one.Out.Lines));
        var message = (await new QueueClient(_storage.ConnectionString, "tag-issues").ReceiveMessageAsync(cancellationToken: Token)).Value;
        Assert.Equal(Body, message.Body.ToArray());

        var all = await RunAsync("drop", "--all");
        Assert.Equal("2 messages dropped.", Assert.Single(all.Out.Lines));
        Assert.Equal(["No message failed too often."], (await RunAsync("list", "--queue", Queue)).Out.Lines);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("drop", "id")]
    [InlineData("drop", "id", "--queue", Queue, "--all")]
    [InlineData("requeue", "absent", "--queue", Queue)]
    public async Task Poison_NotWhatIsThere_SaysSoAndChangesNothing(params string[] arguments)
    {
        var kept = await SaveAsync("one");

        var invocation = await RunAsync(arguments);

        Assert.Equal(1, await invocation.Command);
        Assert.StartsWith("pipeline: N", invocation.Error.Text, StringComparison.Ordinal);
        Assert.Equal(kept[0], Assert.Single((await RunAsync("list", "--json")).JsonLines).GetProperty("id").GetString());
    }

    private Task<Invocation> RunAsync(params string[] arguments) =>
        Invocation.RunAsync(["poison", .. arguments, "--storage", _storage.ConnectionString]);

    private async Task<string[]> SaveAsync(params string[] messageIds)
    {
        var store = new PoisonStore(ArticleStorageClients.FromConnectionString(_storage.ConnectionString), TimeProvider.System);
        PoisonRecord[] records =
        [
            .. messageIds.Select((id, number) => new PoisonRecord
            {
                Queue = Queue,
                MessageId = id,
                InsertedOn = new DateTimeOffset(2024, 5, 2, 10, number, 0, TimeSpan.Zero),
                Body = Body,
                LastError = "It went wrong.",
            }),
        ];
        foreach (var record in records)
        {
            await store.SaveAsync(record, Token);
        }

        return [.. records.Select(record => record.Id)];
    }
}
