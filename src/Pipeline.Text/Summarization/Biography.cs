using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Summarization;

/// <summary>
/// Tells the note about its author from what an article tells of people: the note opens with a name and its trade, nobody speaks in it,
/// and the rest of the article does not name the one, or is by that one.
/// </summary>
internal static class Biography
{
    // A note has two or three sentences. In UTF-16 code units; chosen.
    private const int MaxLength = 400;
    private const int MaxNameLength = 60;

    private static readonly string[] Trades =
    [
        " is a columnist", " is a senior fellow", " is a fellow at", " is a staff writer", " is a freelance", " is a contributing", " is a contributor", " is an analyst for", " is a reporter",
        " is a correspondent", " is an editor at", " is the author of", " is author of", " is a writer and", " is a writer in", " is a journalist", " is a former editor", " is a syndicated",
    ];

    private static readonly string[] Speech = ["\"", "“", " said", " says", " told ", " added", " argued", " warned", " according to "];

    /// <summary>Says whether a paragraph, or a sentence, of an article is such a note.</summary>
    /// <param name="article">The article.</param>
    /// <param name="span">Where it stands.</param>
    public static bool IsNote(Article article, TextSpan span)
    {
        var note = article.Text.AsSpan(span.Start, span.Length);
        if (note.Length > MaxLength)
        {
            return false;
        }

        foreach (var trade in Trades)
        {
            if (note[..Math.Min(note.Length, MaxNameLength + trade.Length)].IndexOf(trade, StringComparison.OrdinalIgnoreCase) is > 0 and var end && PersonName.IsLikely(note[..end].ToString()))
            {
                return !Reports(note) && IsStranger(article, span, note[..end]);
            }
        }

        return false;
    }

    private static bool Reports(ReadOnlySpan<char> note)
    {
        foreach (var mark in Speech)
        {
            if (note.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStranger(Article article, TextSpan span, ReadOnlySpan<char> name)
    {
        foreach (var author in article.Authors)
        {
            if (name.Equals(author, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        var family = name[(name.LastIndexOf(' ') + 1)..];
        return !article.Text.AsSpan(0, span.Start).Contains(family, StringComparison.Ordinal) && !article.Text.AsSpan(span.End).Contains(family, StringComparison.Ordinal);
    }
}
