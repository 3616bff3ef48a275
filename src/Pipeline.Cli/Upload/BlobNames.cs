using Pipeline.Cli.Files;

namespace Pipeline.Cli.Upload;

/// <summary>Gives files their blob names, and refuses those that would not arrive as they are.</summary>
internal static class BlobNames
{
    // https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata#blob-names
    private const int MaxLength = 1024;

    /// <summary>Names the files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="prefix">A folder that the names stand under; null or empty for none.</param>
    /// <exception cref="CommandException">A name is refused, or two files would have the same one.</exception>
    public static IReadOnlyList<NamedFile> Assign(IEnumerable<InputFile> files, string? prefix)
    {
        var folder = prefix?.Trim('/') is { Length: > 0 } trimmed ? trimmed + "/" : "";
        var named = files.Select(file => new NamedFile(file, folder + file.Name)).ToList();
        foreach (var file in named)
        {
            if (FindProblem(file.BlobName) is { } problem)
            {
                throw new CommandException($"{file.File.Display} cannot be uploaded as '{Show(file.BlobName)}': {problem}. Nothing was uploaded.");
            }
        }

        var twice = named.GroupBy(file => file.BlobName, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? named
            : throw new CommandException(
                $"{twice.First().File.Display} and {twice.Last().File.Display} would both be uploaded as '{twice.Key}'. Nothing was uploaded.");
    }

    /// <summary>Says what is wrong with a name, or null where nothing is.</summary>
    public static string? FindProblem(string name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return $"a name has 1 to {MaxLength} characters, this one {name.Length}";
        }

        // The storage client resolves dot segments and turns backslashes into slashes, so another blob would be written.
        if (name.Contains('\\', StringComparison.Ordinal))
        {
            return "a name cannot have a backslash";
        }

        if (name.Any(char.IsControl) || !IsWellFormed(name))
        {
            return "a name cannot have control characters or broken ones";
        }

        return name.Split('/') switch
        {
            var parts when parts.Contains("") => "a name cannot have an empty part between slashes",
            var parts when parts.Contains(".") || parts.Contains("..") => "a name cannot have the parts '.' and '..'",
            _ => null,
        };
    }

    private static bool IsWellFormed(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogate(name[i]) && !(i + 1 < name.Length && char.IsSurrogatePair(name[i], name[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static string Show(string name) =>
        string.Concat((name.Length <= 100 ? name : name[..100] + "…").Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
