namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Makes names of a text that data declare to be authors': without <c>By</c>, roles, places, addresses and dates; several apart.</summary>
internal static class AuthorNames
{
    /// <summary>Reads the names, persons' and organisations' alike.</summary>
    public static IReadOnlyList<string> Read(string? value)
    {
        var names = new List<string>();
        foreach (var part in AuthorParts.Split(value))
        {
            var name = AuthorParts.CutSide(part);
            if (AuthorName.IsUsable(name) && !(names.Count > 0 && JobWords.IsJob(name)))
            {
                Add(names, name);
            }
        }

        // A role beside names is no name; alone it may be how the publisher signs.
        if (names.Count > 1 && names.Exists(PersonName.IsLikely))
        {
            names.RemoveAll(name => !PersonName.IsLikely(name) && JobWords.IsJob(name));
        }

        return names;
    }

    /// <summary>Adds a name that is not there yet, in any case, without the marks around it.</summary>
    public static void Add(List<string> names, string name)
    {
        name = name.Trim(' ', ',', ':', '-', '–');
        var last = name[(name.LastIndexOf(' ') + 1)..];

        // The full stop of a sentence, not of "M.D." or "Jr."
        name = last.Length > 4 && last.IndexOf('.', StringComparison.Ordinal) == last.Length - 1 ? name[..^1] : name;
        if (name.Length > 1 && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(name);
        }
    }
}
