using System.Security.Cryptography;

namespace Pipeline.LocalHost.Azurite;

/// <summary>The files that pin Azurite and run it. They are embedded, and laid out in the folder of an installation.</summary>
internal static class AzuritePackage
{
    /// <summary>The version that the lock file pins.</summary>
    public const string Version = "3.37.0";

    /// <summary>The script that runs Azurite.</summary>
    public const string Runner = "run.cjs";

    private const string ResourcePrefix = "Azurite/";
    private static readonly string[] Files = ["package.json", "package-lock.json", "absent/package.json", "absent/index.cjs", "blob-writes.cjs", "entity-reads.cjs", "extent-deletes.cjs", "message-queues.cjs", "partition-queries.cjs", Runner];

    /// <summary>Gets the name of the folder of an installation: another one for any change to the files.</summary>
    public static string FolderName { get; } = $"azurite-{Version}-{Hash()}";

    /// <summary>Writes the files into a folder.</summary>
    public static void WriteTo(string folder)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var source = Open(file);
            using var target = File.Create(path);
            source.CopyTo(target);
        }
    }

    private static Stream Open(string file) =>
        typeof(AzuritePackage).Assembly.GetManifestResourceStream(ResourcePrefix + file)
        ?? throw new InvalidOperationException($"{file} is not embedded.");

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            using var source = Open(file);
            hash.AppendData(SHA256.HashData(source));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
