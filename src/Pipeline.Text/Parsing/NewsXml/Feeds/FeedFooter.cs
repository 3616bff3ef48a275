using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>Takes off what sites put under the texts that they syndicate: links to the whole, and where it stood first.</summary>
internal static class FeedFooter
{
    // Behind the phrase stands a headline at most. Chosen.
    private const int MaxTailLength = 150;

    // A headline or the outlet's name may follow these.
    private static readonly string[] OpenPhrases = ["Continue reading", "Read the full story", "Read the full article", "Read the full post", "Read the whole story", "Read the rest of", "Read more at", "Read more on"];

    private static readonly string[] ClosedPhrases = ["Read more", "Read More", "Read full article", "Read full story", "Full story", "Keep reading", "Weiterlesen", "Lire la suite", "Leer más", "Seguir leyendo", "Leggi tutto", "Lees meer", "Läs mer", "Leia mais", "Czytaj więcej"];

    /// <summary>Returns the passages without such lines; a last paragraph loses what is one at its end.</summary>
    /// <param name="passages">The passages in order.</param>
    public static IReadOnlyList<Passage> Remove(IReadOnlyList<Passage> passages)
    {
        List<Passage> rest = [.. passages.Where(passage => !IsPostFooter(passage.Text))];
        while (rest.Count > 0 && Start(rest[^1].Text) is { } start)
        {
            var text = rest[^1].Text[..start].TrimEnd();
            if (text.Length > 0)
            {
                rest[^1] = rest[^1] with { Text = text };
                break;
            }

            rest.RemoveAt(rest.Count - 1);
        }

        return rest;
    }

    /// <summary>Knows what WordPress adds: "The post … appeared first on ….".</summary>
    private static bool IsPostFooter(string text) =>
        text.StartsWith("The post ", StringComparison.Ordinal) && (text.Contains(" appeared first on ", StringComparison.Ordinal) || text.Contains(" first appeared on ", StringComparison.Ordinal));

    /// <summary>Returns where the link begins that ends a text: alone, or behind a sentence or the mark of a cut.</summary>
    private static int? Start(string text)
    {
        foreach (var phrase in OpenPhrases.Concat(ClosedPhrases))
        {
            var start = text.LastIndexOf(phrase, StringComparison.Ordinal);
            if (start < 0 || text.Length - start > phrase.Length + MaxTailLength || !(start == 0 || EndsSentence(text.AsSpan(0, start))))
            {
                continue;
            }

            var tail = text.AsSpan(start + phrase.Length);
            if (!tail.ContainsAnyLetterOrDigit() || (tail[0] == ' ' && Array.IndexOf(OpenPhrases, phrase) >= 0))
            {
                return start;
            }
        }

        return null;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text) => text.TrimEnd() is { Length: > 0 } start && text.Length > start.Length && start[^1] is '.' or '!' or '?' or '…' or ']' or '”' or '"' or ')' or '»';

    private static bool ContainsAnyLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
