using Pipeline.Text.Parsing.Documents;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Names;
using Pipeline.Text.Parsing.Pdf.Layout;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>Tells the paragraphs of a document apart: title, headings, list items, text, and what is none of the article.</summary>
/// <param name="Passages">The passages in reading order.</param>
/// <param name="Title">The index of the passage that is the title by its type; -1 where none is.</param>
internal sealed record PdfPassages(IReadOnlyList<Passage> Passages, int Title)
{
    // In sizes of the body's font. Chosen.
    private const double TitleSize = 1.15;
    private const double HeadingSize = 1.08;
    private const double NoteSize = 0.92;
    private const int MaxHeadingLength = 160;

    // A kicker, a standfirst, a byline and a date stand beside the title. Chosen.
    private const int HeaderDistance = 5;
    private const int MaxBoldHeadingLength = 100;
    private const int MaxTitleLength = 250;

    private static readonly string[] CaptionOpenings =
        ["figure ", "fig. ", "fig ", "photo:", "photo by ", "photograph", "image:", "picture:", "source:", "sources:", "chart:", "graphic:", "table ", "abbildung ", "abb. ", "foto:", "bild:", "quelle:", "photo :", "source :", "figura ", "fuente:", "fonte:", "credit:"];

    /// <summary>Classifies the paragraphs of a document.</summary>
    public static PdfPassages Classify(PdfText text)
    {
        var paragraphs = JoinTitle(text.Paragraphs, text.Typography.BodySize, out var title);
        var levels = Levels(paragraphs, text.Typography);
        var passages = new List<Passage>(paragraphs.Count);
        var titleIndex = -1;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var cleaned = PassageText.Clean(paragraphs[i].Text);
            if (cleaned.Length == 0 || (i != title && IsNote(cleaned, paragraphs[i], text.Typography) && !(Math.Abs(i - Math.Max(title, 0)) <= HeaderDistance && IsHeader(cleaned))))
            {
                continue;
            }

            titleIndex = i == title ? passages.Count : titleIndex;
            passages.Add(Classify(cleaned, paragraphs, i, text.Typography, levels));
        }

        return new PdfPassages(passages, titleIndex);
    }

    private static Passage Classify(string text, List<PdfParagraph> paragraphs, int index, PdfTypography typography, List<double> levels)
    {
        var paragraph = paragraphs[index];
        var marker = ListMarker.Length(text);
        if (marker > 0 && marker < text.Length && (text[0] is '•' or '▪' or '◦' or '‣' or '●' or '■' || HasMarker(paragraphs, index - 1) || HasMarker(paragraphs, index + 1)) && !IsHeading(text, paragraph, typography))
        {
            return new Passage(BlockKind.ListItem, text[marker..].Trim());
        }

        return IsHeading(text, paragraph, typography)
            ? new Passage(BlockKind.Heading, text, 1 + levels.FindIndex(size => Math.Round(paragraph.Size, 1) >= size))
            : new Passage(BlockKind.Paragraph, text);
    }

    private static bool HasMarker(List<PdfParagraph> paragraphs, int index) =>
        index >= 0 && index < paragraphs.Count && ListMarker.Length(paragraphs[index].Text) > 0;

    private static bool IsHeading(string text, PdfParagraph paragraph, PdfTypography typography)
    {
        if (text.Length > MaxHeadingLength || !text.Any(char.IsLetter) || text[^1] is ',' or ';')
        {
            return false;
        }

        var sentence = SentenceShape.EndsSentence(text) && !SentenceShape.EndsInQuestion(text);
        if (paragraph.Size >= HeadingSize * typography.BodySize)
        {
            return !sentence && paragraph.Lines <= 4;
        }

        return paragraph.Bold && !typography.BodyBold && text.Length <= MaxBoldHeadingLength && paragraph.Lines <= 3 && !sentence && text[^1] != ':' && paragraph.Size > NoteSize * typography.BodySize;
    }

    /// <summary>Tells captions, credits of pictures and footnotes from text.</summary>
    private static bool IsNote(string text, PdfParagraph paragraph, PdfTypography typography)
    {
        var small = paragraph.Size < NoteSize * typography.BodySize;
        if (PhotoCredit.IsIn(text) && (small || text.Length < 200))
        {
            return true;
        }

        return small
            && (char.IsAsciiDigit(text[0]) || text[0] is '*' or '†' or '‡' or '©' || !SentenceShape.IsProse(text)
                || Array.Exists(CaptionOpenings, opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Tells a byline or a date, which stand in small type too.</summary>
    private static bool IsHeader(string text) => HeaderLine.Read(text) is { Rest: null } line && (line.Fields.Published is not null || line.Fields.Authors.Count > 0);

    /// <summary>Returns the sizes of headings, the largest first.</summary>
    private static List<double> Levels(List<PdfParagraph> paragraphs, PdfTypography typography) =>
        [.. paragraphs.Where(paragraph => paragraph.Size >= HeadingSize * typography.BodySize).Select(paragraph => Math.Round(paragraph.Size, 1)).Distinct().OrderDescending().Take(5), 0];

    /// <summary>Finds the largest type of the first page, and joins its paragraphs where a wide distance parted them.</summary>
    private static List<PdfParagraph> JoinTitle(IReadOnlyList<PdfParagraph> paragraphs, double bodySize, out int title)
    {
        List<PdfParagraph> joined = [.. paragraphs];
        title = -1;
        for (var i = 0; i < joined.Count && joined[i].Page == joined[0].Page; i++)
        {
            if (IsTitle(joined[i], bodySize) && (title < 0 || joined[i].Size > joined[title].Size * 1.02))
            {
                title = i;
            }
        }

        while (title >= 0 && title + 1 < joined.Count && joined[title].Lines == 1 && Math.Abs(joined[title + 1].Size - joined[title].Size) < 0.02 * bodySize && joined[title + 1].Bold == joined[title].Bold
            && joined[title + 1].Lines == 1 && joined[title].Text.Length + joined[title + 1].Text.Length < MaxTitleLength)
        {
            joined[title] = joined[title] with { Text = $"{joined[title].Text} {joined[title + 1].Text}" };
            joined.RemoveAt(title + 1);
        }

        return joined;
    }

    private static bool IsTitle(PdfParagraph paragraph, double bodySize) =>
        paragraph.Size >= TitleSize * bodySize && paragraph.Text.Length <= MaxTitleLength && paragraph.Text.Count(char.IsLetter) >= 3
        && (paragraph.Text.Contains(' ', StringComparison.Ordinal) || SentenceShape.IsUnspaced(paragraph.Text[0])) && !NewsAgencies.LooksLikeOutlet(PassageText.Clean(paragraph.Text));
}
