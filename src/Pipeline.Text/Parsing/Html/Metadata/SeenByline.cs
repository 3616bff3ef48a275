using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Reads the names of a byline that is seen: only what has the look of a person's name, up to what follows the names.</summary>
internal static class SeenByline
{
    // So many pieces at its start may be of something else. Chosen.
    private const int MaxMisses = 3;

    /// <summary>Returns the names; empty where there is none.</summary>
    /// <param name="pieces">The pieces of text that the byline's elements part.</param>
    /// <param name="sure">Whether the byline is marked as such, so that one word alone can be a name.</param>
    public static IReadOnlyList<string> Read(IEnumerable<string> pieces, bool sure)
    {
        var names = new List<string>();
        var misses = 0;
        foreach (var piece in pieces)
        {
            if (EndsNames(piece))
            {
                break;
            }

            var cut = BylineOpening.Cut(piece);
            sure |= cut.Length < piece.Trim().Length;
            if (cut.Trim(' ', ',', '&', '|', '•', '·', '-', '–', '—', ':', '/').Length == 0 || cut.Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var before = names.Count;
            AddNames(piece, names, sure);
            if (names.Count == before && (names.Count > 0 || ++misses > MaxMisses))
            {
                break;
            }
        }

        return names;
    }

    private static void AddNames(string piece, List<string> names, bool sure)
    {
        var before = names.Count;
        foreach (var part in AuthorParts.Split(piece))
        {
            var name = AuthorParts.CutSide(part);
            if (AuthorName.IsUsable(name) && !JobWords.IsJob(name) && (AuthorName.IsPerson(name) || (names.Count == 0 && (AuthorName.IsTeam(name) || (sure && AuthorName.IsHandle(name))))))
            {
                AuthorNames.Add(names, name);
            }
            else if (names.Count > before || names.Count == 0)
            {
                break;
            }
        }
    }

    private static bool EndsNames(string piece) =>
        piece.Contains("reviewed", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("edited", StringComparison.OrdinalIgnoreCase) || piece.Contains("fact-check", StringComparison.OrdinalIgnoreCase)
        || piece.Contains("fact check", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("photo", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("updated", StringComparison.OrdinalIgnoreCase)
        || piece.StartsWith("translated", StringComparison.OrdinalIgnoreCase);
}
