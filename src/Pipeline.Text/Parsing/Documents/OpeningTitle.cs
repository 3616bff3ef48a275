using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing.Documents;

/// <summary>Finds the title of a document that marks none, and takes out copies of it.</summary>
internal static class OpeningTitle
{
    private const int CopyWindow = 4;

    /// <summary>Takes the title off the start of a body, or returns null where it starts with a paragraph.</summary>
    public static string? Take(ref IReadOnlyList<Passage> body)
    {
        if (body.Count < 2 || body[0].Kind is not (BlockKind.Heading or BlockKind.Paragraph))
        {
            return null;
        }

        var (first, next) = (body[0], body[1]);
        if (!(first.IsMarkedHeading && first.Text.Length <= 250) && !TitleLine.IsTitleAboveBody(first.Text, next.Text, spaced: true))
        {
            return null;
        }

        body = [.. body.Skip(1)];
        return TitleLine.Clean(first.Text);
    }

    /// <summary>Returns the body without passages at its start that only repeat the title.</summary>
    public static IReadOnlyList<Passage> WithoutCopies(IReadOnlyList<Passage> body, string? title) =>
        title is null ? body : [.. body.Where((passage, i) => i >= CopyWindow || !IsCopy(passage.Text, title))];

    /// <summary>Returns the date of the dateline that opens the text, or null.</summary>
    public static PublicationDate? DatelineDate(IReadOnlyList<Passage> body)
    {
        foreach (var passage in body)
        {
            if (passage.Kind == BlockKind.Paragraph && SentenceShape.IsProse(passage.Text))
            {
                return DatelineParser.Parse(passage.Text)?.Published;
            }
        }

        return null;
    }

    private static bool IsCopy(string text, string title) =>
        string.Equals(text.TrimEnd('.'), title.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
