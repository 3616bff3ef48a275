using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Names;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing.Documents;

/// <summary>
/// Reads what a laid out document says above its body: byline, date, outlet, labelled lines, right after the title and in
/// front of it. A line that is none of these stays text.
/// </summary>
/// <param name="Fields">What the lines say.</param>
/// <param name="Body">The passages that are left.</param>
internal sealed record DocumentOpening(HeaderFields Fields, IReadOnlyList<Passage> Body)
{
    // A masthead, a kicker, a title, a standfirst, a byline, a date, a caption. Chosen.
    private const int MaxLines = 14;

    private const int MaxBylineLength = 120;

    // What stands above a title and is longer is text.
    private const int MaxKickerLength = 80;

    // A second paragraph of this length is the body: nothing below it is header. Chosen.
    private const int MinParagraphLength = 160;

    /// <summary>Reads the opening of a document.</summary>
    /// <param name="passages">The passages in reading order; a line break inside one is a line feed.</param>
    /// <param name="title">The index of the passage that is the title, which is taken out; -1 where none is known.</param>
    /// <param name="authors">The authors that are known already: a line of nothing but their names is a byline.</param>
    public static DocumentOpening Read(IReadOnlyList<Passage> passages, int title, IReadOnlyList<string> authors)
    {
        var fields = new HeaderFields { Title = title < 0 ? null : passages[title].Text };
        var body = new List<Passage>(passages.Count);
        var (seen, paragraphs, i) = (0, 0, 0);
        var signed = false;
        for (; i < passages.Count && seen < MaxLines && paragraphs < 2; i++)
        {
            if (i == title)
            {
                // Headers count from the title on.
                (seen, paragraphs) = (0, 0);
                continue;
            }

            seen++;
            var passage = passages[i];
            if (passage.Kind is BlockKind.Paragraph or BlockKind.Heading && ReadLines(passages, i, fields) is { } rest)
            {
                AddText(body, passage, rest);
                signed = true;
                continue;
            }

            if (passage.Kind == BlockKind.Paragraph && (IsByline(passage.Text, authors) || (signed && IsBesideByline(passage.Text))))
            {
                signed = true;
                continue;
            }

            if (i < title && passage.Text.Length <= MaxKickerLength && !SentenceShape.IsProse(passage.Text))
            {
                fields.Source ??= NewsAgencies.LooksLikeOutlet(passage.Text) ? passage.Text : null;
                continue;
            }

            paragraphs += passage.Text.Length >= MinParagraphLength && SentenceShape.IsProse(passage.Text) ? 1 : 0;
            body.Add(passage);
        }

        body.AddRange(passages.Skip(i));
        fields.Title = fields.Title is { } text ? TitleLine.Clean(text.Replace('\n', ' ')) : null;
        return new DocumentOpening(fields, body.ConvertAll(passage => passage with { Text = passage.Text.Replace('\n', ' ') }));
    }

    /// <summary>Reads the lines of one passage, and returns those that are text; null where all are.</summary>
    private static string? ReadLines(IReadOnlyList<Passage> passages, int index, HeaderFields fields)
    {
        var lines = passages[index].Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var text = new List<string>();
        foreach (var line in lines)
        {
            if (HeaderLine.Read(line) is { } header)
            {
                fields.Merge(header.Fields);
                text.Add(header.Rest ?? string.Empty);
            }
            else if (!TryReadNames(line, passages, index, fields))
            {
                text.Add(line);
            }
        }

        text.RemoveAll(string.IsNullOrEmpty);
        var rest = string.Join('\n', text);
        return rest.Length == string.Join('\n', lines).Length ? null : rest;
    }

    /// <summary>Takes a line of nothing but names as byline, where a date or an outlet stands right below it.</summary>
    private static bool TryReadNames(string line, IReadOnlyList<Passage> passages, int index, HeaderFields fields)
    {
        if (fields.Authors.Count > 0 || index + 1 >= passages.Count || line.Length > 80
            || BylineParser.ParseNames(line) is not { Authors.Count: > 0, Source: null } byline
            || !(JobWords.IsDesk(passages[index + 1].Text) || IsDated(passages[index + 1].Text)))
        {
            return false;
        }

        fields.Authors.AddRange(byline.Authors);
        return true;
    }

    private static bool IsDated(string line) =>
        HeaderLine.Read(line) is { Rest: null } read && ((read.Fields.Published ?? read.Fields.Updated) is not null || read.Fields.Source is not null);

    /// <summary>Tells whether a line says nothing but names that are known to be the authors'.</summary>
    private static bool IsByline(string line, IReadOnlyList<string> authors) =>
        line.Length <= MaxBylineLength && authors.Count > 0
        && AuthorParts.Split(line) is { Count: > 0 } names && names.All(name => authors.Contains(AuthorParts.CutSide(name), StringComparer.OrdinalIgnoreCase) || JobWords.IsJob(name));

    /// <summary>Tells whether a line beside a byline says who the author is: a desk, an account, an address.</summary>
    private static bool IsBesideByline(string line) =>
        line.Length <= MaxBylineLength && (JobWords.IsDesk(line) || (!line.Contains(' ', StringComparison.Ordinal) && line.Contains('@', StringComparison.Ordinal)));

    private static void AddText(List<Passage> body, Passage passage, string text)
    {
        if (text.Length > 0)
        {
            body.Add(passage with { Text = text });
        }
    }
}
