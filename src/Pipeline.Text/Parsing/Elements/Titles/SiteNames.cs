namespace Pipeline.Text.Parsing.Elements.Titles;

/// <summary>The names of the site that an article is on, as its file gives them, and its domain.</summary>
internal sealed class SiteNames
{
    private const int MaxLength = 80;

    private readonly List<string> _names;
    private readonly HashSet<string> _keys;
    private readonly string _host;

    /// <summary>Initializes a new instance of the <see cref="SiteNames"/> class.</summary>
    /// <param name="names">The names, the publisher's first. What is too long for one, or an address, is left out.</param>
    /// <param name="address">An address of the site, or null.</param>
    public SiteNames(IEnumerable<string> names, string? address)
    {
        _names = [.. names.Where(name => name.Length <= MaxLength && !name.Contains("://", StringComparison.Ordinal))];
        _keys = [.. _names.Select(Key).Where(key => key.Length > 0)];
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : "";
        _host = Key(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host);
    }

    /// <summary>Gets the publisher's name; null where the file gives none.</summary>
    public string? Publisher => _names.FirstOrDefault();

    /// <summary>Tells whether a text is one of the names, punctuation and spaces apart.</summary>
    public bool IsName(string text) => Key(text) is { Length: > 0 } key && (_keys.Contains(key) || key == _host || (key.StartsWith("the", StringComparison.Ordinal) && _keys.Contains(key[3..])));

    /// <summary>Tells whether a text is one of the names, or a part of one or of the domain, or has one in it with a little more.</summary>
    public bool IsNear(string text)
    {
        var key = Key(text);
        return IsName(text)
            || (key.Length >= 4 && _host.StartsWith(key, StringComparison.Ordinal))
            || (key.Length >= 6 && _host.Contains(key, StringComparison.Ordinal))
            || _keys.Any(name => name.Length >= 4 && key.Length >= 4 && (name.Contains(key, StringComparison.Ordinal) || (key.Contains(name, StringComparison.Ordinal) && key.Length <= 2 * name.Length)));
    }

    /// <summary>Returns the letters and digits of a text in lower case.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
