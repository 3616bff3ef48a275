using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Faq;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>Tells paragraphs, headings and list items of a plain text apart, and takes their markers off.</summary>
internal static class PassageClassifier
{
    // A heading is a line of its own, of a few words, above a paragraph. Chosen.
    private const int MaxHeadingLength = 80;
    private const int MaxHeadingWords = 12;

    // A short line above another short line is more likely a table, a score or a poem.
    private const int MinParagraphAfterHeading = 60;

    /// <summary>Classifies the paragraphs of a file.</summary>
    public static List<Passage> Classify(IReadOnlyList<string> paragraphs)
    {
        var passages = new List<Passage>(paragraphs.Count);
        var questions = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var passage = Classify(paragraphs, i);
            questions += passage.Kind == BlockKind.Heading && passage.Level == 0 && SentenceShape.EndsInQuestion(passage.Text) ? 1 : 0;
            passages.Add(passage);
        }

        // One short question on a line of its own is rhetoric; several, each above its paragraph, structure an explainer.
        return questions != 1
            ? passages
            : passages.ConvertAll(passage => passage is { Kind: BlockKind.Heading, Level: 0 } && SentenceShape.EndsInQuestion(passage.Text)
                ? passage with { Kind = BlockKind.Paragraph }
                : passage);
    }

    private static Passage Classify(IReadOnlyList<string> paragraphs, int index)
    {
        var text = paragraphs[index];
        var level = text.AsSpan().IndexOfAnyExcept('#');
        if (level is > 0 and <= 6 && text.Length > level + 1 && text[level] == ' ')
        {
            return new Passage(BlockKind.Heading, text[level..].Trim(' ', '#', '*'), level);
        }

        if (text.Length > 4 && text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**", StringComparison.Ordinal) && text.Length <= MaxHeadingLength && text.IndexOf("**", 2, StringComparison.Ordinal) == text.Length - 2)
        {
            return new Passage(BlockKind.Heading, text[2..^2].Trim(), 6);
        }

        var marker = ListMarker.Length(text);
        if (marker > 0 && (HasSameMarker(paragraphs, index - 1, text) || HasSameMarker(paragraphs, index + 1, text)))
        {
            return new Passage(BlockKind.ListItem, text[marker..].Trim());
        }

        return new Passage(IsHeading(paragraphs, index) ? BlockKind.Heading : BlockKind.Paragraph, text);
    }

    /// <summary>One marker alone may be a dash of attribution or a number that opens a sentence; a list has two items at least.</summary>
    private static bool HasSameMarker(IReadOnlyList<string> paragraphs, int index, string text) =>
        index >= 0 && index < paragraphs.Count && ListMarker.Length(paragraphs[index]) > 0 && char.IsDigit(paragraphs[index].TrimStart('(')[0]) == char.IsDigit(text.TrimStart('(')[0]);

    private static bool IsHeading(IReadOnlyList<string> paragraphs, int index)
    {
        var text = paragraphs[index];
        if (FaqHeading.IsMatch(text))
        {
            return true;
        }

        if (text.Length > MaxHeadingLength || index + 1 >= paragraphs.Count || FaqLabel.Starts(text) || !char.IsLetterOrDigit(text[0]) || char.IsLower(text[0]) || text.AsSpan().Count(' ') >= MaxHeadingWords)
        {
            return false;
        }

        var question = SentenceShape.EndsInQuestion(text);
        if ((SentenceShape.EndsSentence(text) && !question) || text[^1] is ',' or ';' or ':' or '-' or '–' or '—' or '"' or '”' or ')')
        {
            return text[^1] == ':' && text.AsSpan().Count(' ') < 4 && ListMarker.Length(paragraphs[index + 1]) > 0;
        }

        var next = paragraphs[index + 1];
        return (next.Length >= MinParagraphAfterHeading && next.Length > text.Length && SentenceShape.IsProse(next)) || ListMarker.Length(next) > 0;
    }
}
