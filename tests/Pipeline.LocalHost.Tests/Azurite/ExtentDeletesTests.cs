using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

/// <summary>Of the extents that the emulator keeps, the one that it deletes goes, and all others are found as before.</summary>
public sealed class ExtentDeletesTests(AzuriteFixture azurite)
{
    // The emulator deletes what nothing refers to every ten minutes: its store is asked itself.
    private const string Script =
        """
        const Store = require("azurite/dist/src/common/persistence/LokiExtentMetadataStore").default;
        require("./extent-deletes.cjs");
        (async () => {
          const store = new Store("", true);
          await store.init();
          for (const id of ["d", "b", "e", "a", "c"]) {
            await store.updateExtent({ id, locationId: `at ${id}`, path: id, size: 1, lastModifiedInMS: 1 });
          }

          await store.deleteExtent("b");
          await store.deleteExtent("none");
          await store.deleteExtent("e");
          await store.updateExtent({ id: "f", locationId: "at f", path: "f", size: 1, lastModifiedInMS: 1 });
          const [left] = await store.listExtents();
          for (const { id } of left) {
            console.log(`${id} ${await store.getExtentLocationId(id)}`);
          }

          await store.close();
        })();
        """;

    [Fact]
    public async Task Extent_Deleted_IsGoneAndTheOthersAreFound()
    {
        azurite.RequireAzurite();
        var lines = await AzuriteScript.RunAsync(Script);

        Assert.Equal(["a at a", "c at c", "d at d", "f at f"], lines.Order(StringComparer.Ordinal));
    }
}
