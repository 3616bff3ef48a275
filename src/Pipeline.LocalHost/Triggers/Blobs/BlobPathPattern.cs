using System.Text;
using System.Text.RegularExpressions;
using Pipeline.LocalHost.Discovery;

namespace Pipeline.LocalHost.Triggers.Blobs;

/// <summary>
/// A blob trigger's path: a container and a pattern of names. A placeholder stands for one or more characters of any
/// kind, slashes included, the first one taking as many as it can; a path of a container alone stands for all its blobs.
/// </summary>
internal sealed partial class BlobPathPattern
{
    private readonly string _path;
    private readonly Regex? _name;

    private BlobPathPattern(string path, string container, string prefix, Regex? name, IReadOnlyList<string> parameterNames)
    {
        _path = path;
        _name = name;
        Container = container;
        Prefix = prefix;
        ParameterNames = parameterNames;
    }

    public string Container { get; }

    /// <summary>Gets what every matching name begins with; may be empty.</summary>
    public string Prefix { get; }

    public IReadOnlyList<string> ParameterNames { get; }

    /// <exception cref="FunctionHostException">The path is malformed.</exception>
    public static BlobPathPattern Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = StorageNames.Container(slash < 0 ? path : path[..slash]);
        var name = slash < 0 ? "" : path[(slash + 1)..];
        return name.Length == 0
            ? new BlobPathPattern(path, container, prefix: "", name: null, [])
            : ParseName(path, container, name);
    }

    public bool IsMatch(string blobName) => _name?.IsMatch(blobName) ?? true;

    /// <summary>Matches a blob's name.</summary>
    /// <param name="blobName">The name, without its container.</param>
    /// <returns>What the placeholders stand for; null where the name does not match.</returns>
    public IReadOnlyDictionary<string, string>? Match(string blobName)
    {
        if (_name is null)
        {
            return new Dictionary<string, string>();
        }

        return _name.Match(blobName) is { Success: true } match
            ? ParameterNames.ToDictionary(name => name, name => match.Groups[name].Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    public override string ToString() => _path;

    private static BlobPathPattern ParseName(string path, string container, string name)
    {
        var regex = new StringBuilder(@"\A");
        var names = new List<string>();
        var end = 0;
        foreach (var placeholder in Placeholder().EnumerateMatches(name))
        {
            AppendLiteral(regex, path, name[end..placeholder.Index]);
            end = placeholder.Index + placeholder.Length;
            var parameter = name[(placeholder.Index + 1)..(end - 1)];
            if (names.Contains(parameter, StringComparer.OrdinalIgnoreCase))
            {
                throw new FunctionHostException($"the path \"{path}\" has {{{parameter}}} twice");
            }

            names.Add(parameter);
            regex.Append("(?<").Append(parameter).Append(">.+)");
        }

        AppendLiteral(regex, path, name[end..]);
        regex.Append(@"\z");
        var firstPlaceholder = name.IndexOf('{', StringComparison.Ordinal);
        return new BlobPathPattern(
            path,
            container,
            prefix: firstPlaceholder < 0 ? name : name[..firstPlaceholder],
            new Regex(
                regex.ToString(),
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline,
                TimeSpan.FromSeconds(1)),
            names);
    }

    private static void AppendLiteral(StringBuilder regex, string path, string literal)
    {
        if (literal.AsSpan().ContainsAny('{', '}'))
        {
            throw new FunctionHostException($"the path \"{path}\" has a brace that is part of no {{name}}");
        }

        regex.Append(Regex.Escape(literal));
    }

    [GeneratedRegex(@"\{[A-Za-z_][A-Za-z0-9_]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
