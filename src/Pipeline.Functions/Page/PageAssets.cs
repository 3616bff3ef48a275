using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Functions.Http.Answers;

namespace Pipeline.Functions.Page;

/// <summary>The files of the page, which are embedded in this assembly, and the document that loads them.</summary>
public sealed class PageAssets
{
    private const string Folder = "Page/Assets/";
    private const string DocumentPath = "index.html";
    private const int VersionLength = 12;

    private readonly FrozenDictionary<string, PageAsset> _assets;
    private readonly string _document;
    private readonly ConcurrentDictionary<string, PageAsset> _documents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes a new instance of the <see cref="PageAssets"/> class.</summary>
    public PageAssets()
    {
        var assembly = typeof(PageAssets).Assembly;
        PageAsset[] assets = [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var body = new byte[stream.Length];
                stream.ReadExactly(body);
                return new PageAsset(name[Folder.Length..], MediaTypeOf(name), body);
            })];
        _assets = assets.Where(asset => asset.Path != DocumentPath).ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);
        Version = VersionOf(assets);
        _document = Encoding.UTF8.GetString(assets.Single(asset => asset.Path == DocumentPath).Body)
            .Replace("{{styles}}", Links("stylesheet", ".css"), StringComparison.Ordinal)
            .Replace("{{modules}}", Links("modulepreload", ".js"), StringComparison.Ordinal);
    }

    /// <summary>Gets what changes with any of the files: addresses that contain it never change what they give.</summary>
    internal string Version { get; }

    /// <summary>Finds a file by its path; null where there is none.</summary>
    /// <param name="path">The path, with forward slashes.</param>
    internal PageAsset? Find(string path) => _assets.GetValueOrDefault(path);

    /// <summary>Returns the document that loads the page.</summary>
    /// <param name="api">The path that the API is below, with a slash at the end: one, whatever its letters' case.</param>
    internal PageAsset Document(string api) => _documents.GetOrAdd(api, root => new PageAsset(DocumentPath, MediaTypes.Html, Encoding.UTF8.GetBytes(_document
        .Replace("{{root}}", $"{root}{PageFunctions.Segment}/", StringComparison.Ordinal)
        .Replace("{{api}}", root, StringComparison.Ordinal)
        .Replace("{{assets}}", $"{root}{PageFunctions.Segment}/{PageFunctions.Assets}/{Version}/", StringComparison.Ordinal))));

    // All modules at once: the browser would else learn of each from the one that imports it.
    private string Links(string relation, string extension) => string.Join('\n', _assets.Keys
        .Where(path => path.EndsWith(extension, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(path => $$$"""<link rel="{{{relation}}}" href="{{assets}}{{{path}}}">"""));

    private static string VersionOf(IEnumerable<PageAsset> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in assets)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(asset.Path));
            hash.AppendData(asset.Body);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionLength];
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => MediaTypes.Html,
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The page has no media type for '{other}'."),
    };
}
