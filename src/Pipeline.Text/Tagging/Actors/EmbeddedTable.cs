using System.Reflection;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>Reads the data files that ship in the assembly; their columns are in <c>Data/README.md</c>.</summary>
internal static class EmbeddedTable
{
    /// <summary>Reads a file: its lines, but for comments, each cut at tabs.</summary>
    /// <param name="fileName">The file's name.</param>
    public static IEnumerable<string[]> Read(string fileName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(EmbeddedTable).Namespace}.Data.{fileName}")
            ?? throw new InvalidOperationException($"The assembly holds no {fileName}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }

    /// <summary>Returns the values of a column; empty where the line ends before it.</summary>
    /// <param name="columns">The line.</param>
    /// <param name="index">The column.</param>
    public static string[] Values(string[] columns, int index) =>
        index < columns.Length ? columns[index].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
}
