namespace Pipeline.Text.Parsing.Elements;

/// <summary>Knows addresses that an article can have.</summary>
internal static class WebAddress
{
    private const int MaxLength = 2_000;

    /// <summary>Returns the address where it is an absolute one of the web, or else null.</summary>
    public static string? Parse(string? text)
    {
        text = text?.Trim();
        return text is { Length: > 0 and <= MaxLength } && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.AsSpan().ContainsAny(' ', '\n', '\t') ? text : null;
    }
}
