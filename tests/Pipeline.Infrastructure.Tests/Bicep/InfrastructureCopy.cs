namespace Pipeline.Infrastructure.Tests.Bicep;

/// <summary>A copy of the Bicep files that a test may change.</summary>
internal sealed class InfrastructureCopy : IDisposable
{
    private InfrastructureCopy(string folder) => Folder = folder;

    public string Folder { get; }

    public static InfrastructureCopy Make()
    {
        var copy = new InfrastructureCopy(Directory.CreateTempSubdirectory("infra-").FullName);
        foreach (var file in Directory.GetFiles(Repository.Infrastructure, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(Repository.Infrastructure, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
