using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Documents;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Names;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>The paragraphs of a document as passages.</summary>
/// <param name="Passages">The passages in reading order; a line break inside one is a line feed.</param>
/// <param name="Title">The index of the passage whose style is that of titles; -1 where there is none.</param>
/// <param name="Fields">What paragraphs say whose styles are those of authors and dates.</param>
internal sealed record DocxPassages(IReadOnlyList<Passage> Passages, int Title, HeaderFields Fields)
{
    // A bold line of its own is a heading where it is no longer than this. Chosen.
    private const int MaxBoldHeadingLength = 100;
    private const double BoldShare = 0.9;

    /// <summary>Classifies the paragraphs of a document.</summary>
    public static DocxPassages Classify(IReadOnlyList<DocxParagraph> paragraphs, DocxStyles styles)
    {
        var passages = new List<Passage>(paragraphs.Count);
        var fields = new HeaderFields();
        var title = -1;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var style = styles.Find(paragraphs[i].StyleId);
            var text = PassageText.CleanLines(paragraphs[i].Text.ToString());
            if (text.Length == 0 || style.Hidden || style.Role == DocxRole.Furniture || TakeField(style.Role, text, fields))
            {
                continue;
            }

            if (style.Role == DocxRole.Title)
            {
                if (title >= 0 && title == passages.Count - 1)
                {
                    // A title that somebody broke into two paragraphs.
                    passages[title] = passages[title] with { Text = $"{passages[title].Text} {text}" };
                    continue;
                }

                title = title < 0 ? passages.Count : title;
            }

            passages.Add(Classify(paragraphs, i, style, text));
        }

        return new DocxPassages(passages, title, fields);
    }

    private static Passage Classify(IReadOnlyList<DocxParagraph> paragraphs, int index, DocxStyle style, string text)
    {
        var paragraph = paragraphs[index];
        if (paragraph.IsRow)
        {
            return new Passage(BlockKind.TableRow, text);
        }

        if (style.Role is DocxRole.Title or DocxRole.Heading || paragraph.Outline is >= 0 and < 9)
        {
            return new Passage(BlockKind.Heading, text, Math.Max(1, style.Level > 0 ? style.Level : (paragraph.Outline ?? 0) + 1));
        }

        if (style.Role == DocxRole.Quote)
        {
            return new Passage(BlockKind.Quote, text);
        }

        var marker = text[0] is '•' or '▪' or '◦' or '‣' or '●' or '■' ? ListMarker.Length(text) : 0;
        if (paragraph.IsNumbered || style.Role == DocxRole.ListItem || marker > 0)
        {
            return new Passage(BlockKind.ListItem, text[marker..].Trim());
        }

        return new Passage(IsBoldHeading(paragraph, style, text) && index + 1 < paragraphs.Count ? BlockKind.Heading : BlockKind.Paragraph, text);
    }

    private static bool IsBoldHeading(DocxParagraph paragraph, DocxStyle style, string text) =>
        text.Length <= MaxBoldHeadingLength
        && (style.Bold || paragraph.BoldCharacters >= BoldShare * (paragraph.BoldCharacters + paragraph.PlainCharacters))
        && (!SentenceShape.EndsSentence(text) || SentenceShape.EndsInQuestion(text)) && text[^1] is not (',' or ';' or ':') && text.Any(char.IsLetter);

    /// <summary>Takes what a paragraph says whose style is that of authors or dates.</summary>
    private static bool TakeField(DocxRole role, string text, HeaderFields fields)
    {
        if (role == DocxRole.Author && (BylineParser.Parse(text) ?? BylineParser.ParseNames(text.Replace("\n", ", ", StringComparison.Ordinal))) is { } byline)
        {
            fields.Authors.AddRange(byline.Authors.Where(author => !fields.Authors.Contains(author)));
            fields.Source ??= byline.Source;
            return true;
        }

        if (role == DocxRole.Date && PublicationDateParser.TryParse(text, out var date))
        {
            fields.Published ??= date;
            return true;
        }

        return false;
    }
}
