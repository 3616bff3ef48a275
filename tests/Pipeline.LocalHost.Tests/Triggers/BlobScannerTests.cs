using Azure.Storage.Blobs;
using Pipeline.LocalHost.Triggers.Blobs;
using Xunit;

namespace Pipeline.LocalHost.Tests.Triggers;

public sealed class BlobScannerTests
{
    [Theory]
    [InlineData(1, false, false, 200)]
    [InlineData(100, false, false, 400)]
    [InlineData(5_000, false, false, 2_000)]
    [InlineData(1, true, false, 1_000)]
    [InlineData(500, true, false, 5_000)]
    [InlineData(5_000, true, false, 15_000)]
    [InlineData(1, false, true, 300_000)]
    [InlineData(1_000, true, true, 300_000)]
    public void PauseAfter_Scan_LeavesTheStorageMostOfItsTime(int scan, bool isBusy, bool isTold, int expected)
    {
        var scanner = new BlobScanner(
            new BlobContainerClient("UseDevelopmentStorage=true", "articles"),
            BlobPathPattern.Parse("articles/{name}"),
            TimeSpan.FromMilliseconds(200),
            TimeProvider.System);

        var pause = scanner.PauseAfter(TimeSpan.FromMilliseconds(scan), isBusy, isTold);

        Assert.Equal(TimeSpan.FromMilliseconds(expected), pause);
    }
}
