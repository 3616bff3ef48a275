namespace Pipeline.Text.Parsing.Elements.Faq;

/// <summary>The labels of questions and answers: <c>Q:</c>, <c>Q.</c>, <c>Q1:</c>, <c>Question:</c>, <c>A:</c>, <c>Answer:</c>, numbers.</summary>
internal static class FaqLabel
{
    private static readonly string[] Questions = ["question", "q"];
    private static readonly string[] Answers = ["answer", "a"];

    /// <summary>Takes the label of a question off the start.</summary>
    public static bool CutQuestion(ref string text) => Cut(ref text, Questions);

    /// <summary>Takes the label of an answer off the start.</summary>
    public static bool CutAnswer(ref string text) => Cut(ref text, Answers);

    /// <summary>Tells whether a line starts with the label of a question or of an answer.</summary>
    public static bool Starts(string line) => StartsQuestion(line) || StartsAnswer(line);

    /// <summary>Tells whether a line starts with the label of a question.</summary>
    public static bool StartsQuestion(string line) => LabelLength(line, Questions) > 0;

    /// <summary>Tells whether a line starts with the label of an answer.</summary>
    public static bool StartsAnswer(string line) => LabelLength(line, Answers) > 0;

    /// <summary>Takes a number such as <c>1.</c> or <c>(2)</c> off the start.</summary>
    public static bool CutNumber(ref string text)
    {
        var length = ListMarker.NumberLength(text);
        text = text[length..];
        return length > 0;
    }

    /// <summary>Returns where the label of an answer stands inside a text that starts with the question.</summary>
    public static (int At, int Length)? FindAnswer(string text)
    {
        foreach (var label in (ReadOnlySpan<string>)[" A: ", " Answer: ", " A. "])
        {
            if (text.IndexOf(label, StringComparison.Ordinal) is > 0 and var at && SentenceShape.EndsInQuestion(text.AsSpan(0, at)))
            {
                return (at, label.Length);
            }
        }

        return null;
    }

    private static bool Cut(ref string text, string[] labels)
    {
        var length = LabelLength(text, labels);
        text = text[length..].TrimStart(' ', '*', '_');
        return length > 0;
    }

    private static int LabelLength(string text, string[] labels)
    {
        foreach (var label in labels)
        {
            if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase) || !char.IsUpper(text[0]))
            {
                continue;
            }

            var end = label.Length;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '*' || (text[end] == ' ' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            if (end < text.Length && (text[end] is ':' or '：' || (text[end] is '.' or ')' && end + 1 < text.Length && text[end + 1] == ' ' && end <= label.Length + 2)))
            {
                return end + 1;
            }
        }

        return 0;
    }
}
