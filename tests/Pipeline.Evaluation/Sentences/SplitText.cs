using Pipeline.Evaluation.Data;
using Pipeline.Text.Sentences;

namespace Pipeline.Evaluation.Sentences;

/// <summary>A text that people split into sentences, and what the splitter makes of it.</summary>
/// <param name="Id">The text's id.</param>
/// <param name="Text">The text.</param>
/// <param name="Gold">The sentences of the labels.</param>
/// <param name="Found">The sentences that the splitter finds.</param>
internal sealed record SplitText(string Id, string Text, IReadOnlyList<string> Gold, IReadOnlyList<string> Found)
{
    /// <summary>Reads labels, one text a line, <c>{"id","text","sents":[…]}</c>, and splits their texts.</summary>
    /// <exception cref="EvaluationException">The file cannot be read, or a text has no id.</exception>
    public static IReadOnlyList<SplitText> ReadAll(string path) =>
    [
        .. JsonLines.Read(path).Select(row =>
        {
            var text = row.Text("text") ?? string.Empty;
            return new SplitText(
                row.Text("id") ?? throw new EvaluationException($"A text of {path} has no id."),
                text,
                row.Texts("sents"),
                [.. SentenceSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length))]);
        }),
    ];

    /// <summary>Returns where sentences end, counted in characters that are no white space; the end of the text is none.</summary>
    public static IReadOnlySet<int> Boundaries(IReadOnlyList<string> sentences)
    {
        var boundaries = new HashSet<int>();
        var end = 0;
        foreach (var sentence in sentences)
        {
            end += sentence.Count(c => !char.IsWhiteSpace(c));
            boundaries.Add(end);
        }

        boundaries.Remove(end);
        return boundaries;
    }
}
