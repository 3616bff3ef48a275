using Pipeline.LocalHost.Azurite;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Azurite;

public sealed class AzuriteInstallerTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TemporaryFolder _cache = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task InstallAsync_TwoAtOnce_InstallsOnceAndBothCanRunIt()
    {
        azurite.RequireAzurite();
        var node = await NodeRuntime.FindAsync(Environment.GetEnvironmentVariable("PATH"), Cancelled);
        var reports = new Reports();

        var folders = await Task.WhenAll(
            new AzuriteInstaller(_cache.Path).InstallAsync(node, reports, Cancelled),
            new AzuriteInstaller(_cache.Path).InstallAsync(node, reports, Cancelled));

        Assert.Equal(folders[0], folders[1]);
        Assert.Single(reports.Lines, line => line.StartsWith("Installing", StringComparison.Ordinal));
        Assert.Single(Directory.GetDirectories(_cache.Path));
        await using var server = await AzuriteServer.StartOrFindAsync(
            AzuriteOptions.Temporary with { CacheFolder = _cache.Path }, reports, Cancelled);
        Assert.Equal(2, reports.Lines.Count);
    }

    [Fact]
    public async Task InstallAsync_NpmFails_ShowsWhatItWroteAndLeavesNothingInUse()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The npm that fails is a shell script.");
        var npm = Script("npm", "for i in $(seq 100); do echo line $i; done; exit 7");
        var installer = new AzuriteInstaller(_cache.Path);

        var exception = await Assert.ThrowsAsync<AzuriteException>(
            () => installer.InstallAsync(new NodeRuntime("/usr/bin/env", npm, new Version(22, 0)), null, Cancelled));

        Assert.Equal(AzuriteFailure.InstallFailed, exception.Failure);
        Assert.Contains("exit code 7", exception.Message, StringComparison.Ordinal);
        Assert.Contains("line 100", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 80\n", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(installer.Folder));
    }

    [Fact]
    public async Task InstallAsync_CacheFolderCannotBeMade_SaysWhichVariableHelps()
    {
        var file = Path.Combine(_cache.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancelled);
        var installer = new AzuriteInstaller(Path.Combine(file, "cache"));

        var exception = await Assert.ThrowsAsync<AzuriteException>(
            () => installer.InstallAsync(new NodeRuntime("node", "npm", new Version(22, 0)), null, Cancelled));

        Assert.Equal(AzuriteFailure.InstallFailed, exception.Failure);
        Assert.Contains(AzuriteOptions.CacheFolderVariable, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_NoNode_SaysWhatToInstall()
    {
        var exception = await Assert.ThrowsAsync<AzuriteException>(() => NodeRuntime.FindAsync(_cache.Path, Cancelled));

        Assert.Equal(AzuriteFailure.NodeMissing, exception.Failure);
        Assert.Contains("Install Node.js 22 or later", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v18.20.4", "newer Node.js than 18.20.4")]
    [InlineData("v20.20.2", "but not npm")]
    [InlineData("v23.0.0-nightly", "but not npm")]
    [InlineData("what?", "did not tell its version")]
    public async Task FindAsync_NodeTooOldOrAlone_SaysSo(string version, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The node that is too old is a shell script.");
        Script("node", $"echo '{version}'");

        var exception = await Assert.ThrowsAsync<AzuriteException>(() => NodeRuntime.FindAsync(_cache.Path, Cancelled));

        Assert.Equal(AzuriteFailure.NodeMissing, exception.Failure);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForReadyAsync_PortTakenMeanwhile_ReportsWhatAzuriteWrote()
    {
        azurite.RequireAzurite();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;
        var node = await NodeRuntime.FindAsync(Environment.GetEnvironmentVariable("PATH"), Cancelled);
        var installation = await new AzuriteInstaller(null).InstallAsync(node, null, Cancelled);
        await using var process = AzuriteProcess.Start(node, installation, AzuriteOptions.Temporary with { TablePort = port });

        var exception = await Assert.ThrowsAsync<AzuriteException>(() => process.WaitForReadyAsync(TimeSpan.FromMinutes(1), Cancelled));

        Assert.Equal(AzuriteFailure.StartFailed, exception.Failure);
        Assert.Contains("EADDRINUSE", exception.Message, StringComparison.Ordinal);
    }

    private string Script(string name, string body)
    {
        var path = Path.Combine(_cache.Path, name);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private sealed class Reports : IProgress<string>
    {
        private readonly Lock _lock = new();

        public List<string> Lines { get; } = [];

        public void Report(string value)
        {
            lock (_lock)
            {
                Lines.Add(value);
            }
        }
    }
}
