using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

/// <summary>Messages that are past their time, or taken, are given to nobody, whenever they were sent and whatever was asked before, and all others are.</summary>
public sealed class MessageQueuesTests(AzuriteFixture azurite)
{
    // The store itself is asked; when messages expire goes by a clock that is set.
    private const string Script =
        """
        const Store = require("azurite/dist/src/queue/persistence/LokiQueueMetadataStore").default;
        require("./message-queues.cjs");
        let now = 1_000_000;
        Date.now = () => now;
        const persistency = { id: "x", offset: 0, count: 1 };
        const queues = ["q1", "q2"];
        const send = (store, queueName, messageId, expires) => store.insertMessage({
          accountName: "a", queueName, messageId, popReceipt: "r", timeNextVisible: new Date(0), insertionTime: new Date(0), expirationTime: new Date(expires), dequeueCount: 0, persistency });
        const tell = async (store, when) => {
          const seen = await Promise.all(queues.map((queue) => store.peekMessages("a", queue, 32, new Date())));
          console.log(`${when}: ${seen.map((messages) => messages.map((message) => message.messageId).sort().join(" ")).join(", ")}`);
        };
        (async () => {
          let store = new Store(process.argv[1], false);
          await store.init();
          for (const name of queues) {
            await store.createQueue({ accountName: "a", name });
          }

          await send(store, "q1", "never", 9e14);
          await send(store, "q1", "short", 1_001_000);
          await send(store, "q1", "long", 1_003_000);
          await send(store, "q2", "other", 1_001_000);
          await tell(store, "at once");
          now = 1_000_999;
          await tell(store, "before");
          now = 1_001_000;
          await tell(store, "short ones past");
          await send(store, "q1", "later", 1_002_000);
          await send(store, "q2", "past", 1_000_500);
          await tell(store, "two more");
          await store.deleteMessage("a", "q1", "later", "r");
          now = 1_002_500;
          await tell(store, "one deleted");
          await store.clearMessages("a", "q2");
          await send(store, "q2", "saved", 1_004_000);
          await store.close();
          store = new Store(process.argv[1], false);
          await store.init();
          await tell(store, "read again");
          now = 1_004_000;
          await tell(store, "all past");
          for (const id of ["d", "b", "e", "a", "c"]) {
            await send(store, "q2", id, 9e14);
          }

          const hour = new Date(new Date().getTime() + 3_600_000);
          const taken = await store.getMessages("a", "q2", hour, "mine", 3);
          await tell(store, `${taken.length} taken`);
          await store.deleteMessage("a", "q2", taken[1].messageId, "mine");
          await store.updateMessage({ ...taken[0], popReceipt: "again", timeNextVisible: new Date(0) }, "mine");
          await tell(store, "one deleted, one given back");
          const [back] = (await store.getMessages("a", "q2", hour, "his", 9)).filter((message) => message.messageId === taken[0].messageId);
          console.log(`given back: taken ${back.dequeueCount} times`);
          await store.close();
        })();
        """;

    [Fact]
    public async Task Message_PastItsTimeOrTaken_IsGivenToNobodyAndTheOthersAre()
    {
        azurite.RequireAzurite();
        using var data = new TemporaryFolder();
        var lines = await AzuriteScript.RunAsync(Script, Path.Combine(data.Path, "queues.json"));

        Assert.Equal(
            [
                "at once: long never short, other",
                "before: long never short, other",
                "short ones past: long never,",
                "two more: later long never,",
                "one deleted: long never,",
                "read again: long never, saved",
                "all past: never,",
                "3 taken: never, a c",
                "one deleted, one given back: never, a c d",
                "given back: taken 2 times",
            ],
            lines);
    }
}
