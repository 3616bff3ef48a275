namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Collects authors from the fields of a file: each field holds one name, a byline, or an address beside a name.</summary>
internal sealed class AuthorList
{
    private readonly List<string> _names = [];

    /// <summary>Gets the names in order, each once.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Gets an agency or outlet that stood in the place of a name, or beside one.</summary>
    public string? Source { get; private set; }

    /// <summary>Reads the value of a field. What is no name (a number, an address, a sentence) is left out.</summary>
    public void Add(string? value)
    {
        if (OneLine.OfMarkup(value) is not { } text || text.Contains("://", StringComparison.Ordinal))
        {
            return;
        }

        text = CutAddress(text);
        if ((BylineParser.Parse(text) ?? BylineParser.ParseNames(text)) is { } byline)
        {
            Source ??= byline.Source;
            foreach (var author in byline.Authors)
            {
                AuthorNames.Add(_names, author);
            }
        }
        else if (!text.Contains(" by ", StringComparison.OrdinalIgnoreCase) && !text.Contains('@', StringComparison.Ordinal) && !(SentenceShape.EndsSentence(text) && SentenceShape.IsProse(text)))
        {
            foreach (var name in AuthorNames.Read(text))
            {
                Take(name);
            }
        }
    }

    private void Take(string name)
    {
        if (NewsAgencies.LooksLikeOutlet(name) && !AuthorName.IsTeam(name))
        {
            Source ??= name;
        }
        else if (!SentenceShape.IsProse(name))
        {
            AuthorNames.Add(_names, name);
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
