using AngleSharp.Dom;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>The <c>meta</c> elements of a page by name: <c>name</c>, <c>property</c>, <c>itemprop</c> and <c>http-equiv</c> alike, in lower case.</summary>
internal sealed class MetaTags
{
    // More of one name than authors or tags an article has. Chosen.
    private const int MaxValues = 100;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Adds an element.</summary>
    public void Add(IElement meta)
    {
        if (OneLine.FoldMarkup(meta.GetAttribute("content")) is not { Length: > 0 } content)
        {
            return;
        }

        foreach (var attribute in (ReadOnlySpan<string>)["name", "property", "itemprop", "http-equiv"])
        {
            if (meta.GetAttribute(attribute)?.Trim().ToLowerInvariant() is { Length: > 0 } name)
            {
                ref var values = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_values, name, out _);
                values ??= [];
                if (values.Count < MaxValues && !values.Contains(content))
                {
                    values.Add(content);
                }
            }
        }
    }

    /// <summary>Returns all values of a name, in order; empty where there is none.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>Returns the first value of the first of the names that has one, or null.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values))
            {
                return values[0];
            }
        }

        return null;
    }
}
