using Azure.Storage.Blobs;
using Pipeline.LocalHost.Triggers.Blobs;
using Xunit;

namespace Pipeline.LocalHost.Tests.Triggers;

public sealed class BlobScannerTests
{
    [Theory]
    [InlineData(1, false, 200)]
    [InlineData(100, false, 400)]
    [InlineData(5_000, false, 2_000)]
    [InlineData(1, true, 1_000)]
    [InlineData(500, true, 5_000)]
    [InlineData(5_000, true, 15_000)]
    public void PauseAfter_Scan_LeavesTheStorageMostOfItsTime(int scan, bool isBusy, int expected)
    {
        var scanner = new BlobScanner(
            new BlobContainerClient("UseDevelopmentStorage=true", "articles"),
            BlobPathPattern.Parse("articles/{name}"),
            TimeSpan.FromMilliseconds(200),
            TimeProvider.System);

        var pause = scanner.PauseAfter(TimeSpan.FromMilliseconds(scan), isBusy);

        Assert.Equal(TimeSpan.FromMilliseconds(expected), pause);
    }
}
