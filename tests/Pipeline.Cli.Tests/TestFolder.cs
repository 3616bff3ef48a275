using System.Text;

namespace Pipeline.Cli.Tests;

/// <summary>A folder with files for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    public const string Article =
        """
        Harbour reopens after storm

        June 18, 2024

        The harbour of the island reopened on Tuesday after a storm had closed it for two days, the port authority said. Ferries to the mainland run again, though with delays.

        Farmers said that the storm had damaged greenhouses in three villages. The regional government promised help and will publish a list of the losses within a week.
        """;

    public string Path { get; } = Directory.CreateTempSubdirectory("pipeline-").FullName;

    public string Add(string name, string content = Article) => Add(name, Encoding.UTF8.GetBytes(content));

    public string Add(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Deletes the folder. A process that was killed may still have a child that writes its last file there: tried for five seconds.</summary>
    public void Dispose()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 50)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
