namespace Pipeline.Text.Parsing.Elements;

/// <summary>Collects authors from the fields of a file: each field holds one name, a byline, or an address beside a name.</summary>
internal sealed class AuthorNames
{
    private const int MaxLength = 60;

    private readonly List<string> _names = [];

    /// <summary>Gets the names in order, each once.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Gets an agency or outlet that stood in the place of a name.</summary>
    public string? Source { get; private set; }

    /// <summary>Reads the value of a field. What is no name (a number, an address, a sentence) is left out.</summary>
    public void Add(string? value)
    {
        if (OneLine.OfMarkup(value) is not { } text)
        {
            return;
        }

        text = CutAddress(text);
        if (text.Length == 0 || !text.Any(char.IsLetter) || text.Contains("://", StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if ((BylineParser.Parse(text) ?? BylineParser.ParseNames(text)) is { } byline)
        {
            Source ??= byline.Source;
            foreach (var author in byline.Authors)
            {
                Take(author);
            }
        }
        else if (text.Length <= MaxLength && !text.Contains(" by ", StringComparison.OrdinalIgnoreCase) && !SentenceShape.IsProse(text))
        {
            Take(text.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? text[3..].TrimStart() : text);
        }
    }

    private void Take(string name)
    {
        if (name.Length > 0 && !_names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            _names.Add(name);
        }
    }

    /// <summary>Takes the address off <c>desk@example.org (Jane Doe)</c> and <c>Jane Doe &lt;jane@example.org&gt;</c>.</summary>
    private static string CutAddress(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0 && text.EndsWith(')') && text.AsSpan(0, bracket).Contains('@'))
        {
            return text[(bracket + 1)..^1].Trim();
        }

        var angle = text.IndexOf('<', StringComparison.Ordinal);
        return angle > 0 && text.EndsWith('>') ? text[..angle].Trim(' ', '"') : text;
    }
}
