namespace Pipeline.LocalHost.Tests.Azurite;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pipeline-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
