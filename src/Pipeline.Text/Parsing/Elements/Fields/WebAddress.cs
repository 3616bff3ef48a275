namespace Pipeline.Text.Parsing.Elements.Fields;

/// <summary>Knows addresses that an article can have.</summary>
internal static class WebAddress
{
    // What browsers and search engines take. Chosen.
    private const int MaxLength = 2_048;

    /// <summary>Returns the address as it is written where it is an absolute one of the web, or else null.</summary>
    public static string? Parse(string? text) => text?.Trim() is { } address && !address.Any(char.IsWhiteSpace) && Resolve(address, null) is not null ? address : null;

    /// <summary>Returns an address of the web, absolute or relative to a page's own; null where it is none.</summary>
    /// <param name="text">The address.</param>
    /// <param name="page">The page that it stands on, or null where that is not known.</param>
    public static Uri? Resolve(string? text, Uri? page)
    {
        text = text?.Trim();
        if (text is not { Length: > 0 and <= MaxLength })
        {
            return null;
        }

        // "/path" is an absolute file name on some systems.
        var found = !text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var absolute) ? absolute
            : page is not null && Uri.TryCreate(page, text, out var relative) ? relative
            : null;
        return found is { Scheme: "http" or "https", Host.Length: > 0 } ? found : null;
    }
}
