using System.Collections.Frozen;
using Pipeline.Text.Sentences;

namespace Pipeline.Text.Parsing.Elements.Faq;

/// <summary>How a passage of an FAQ says that it is a question.</summary>
internal enum FaqMark
{
    /// <summary>It is no question.</summary>
    None,

    /// <summary>By its question mark alone.</summary>
    Plain,

    /// <summary>By a heading, a number, or "Q:" as well.</summary>
    Marked,
}

/// <summary>A passage of an FAQ, read as a question.</summary>
/// <param name="Mark">How sure that is.</param>
/// <param name="Question">The question without its marks; empty where it is none.</param>
/// <param name="Answer">What follows the question in the same passage; mostly empty.</param>
internal readonly record struct FaqQuestion(FaqMark Mark, string Question, string Answer)
{
    // Questions of an FAQ are one or two short sentences. Chosen.
    private const int MaxLength = 250;

    private static readonly FrozenSet<string> Continuations = "But And So Or Yet Then Because".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="afterQuestion">Whether the last passage was a question, and so this one is more likely its answer.</param>
    public static FaqQuestion Read(Passage passage, bool afterQuestion)
    {
        var text = passage.Text.Trim('*', '_', ' ');
        var labelled = FaqLabel.CutQuestion(ref text);
        var numbered = FaqLabel.CutNumber(ref text);
        labelled = FaqLabel.CutQuestion(ref text) || labelled;
        var marked = labelled || passage.IsMarkedHeading || (numbered && Ends(text));
        if (FaqLabel.FindAnswer(text) is { } split && (labelled || Ends(text[..split.At])))
        {
            return new FaqQuestion(FaqMark.Marked, text[..split.At].TrimEnd(), text[(split.At + split.Length)..].TrimStart());
        }

        if (Ends(text) && text.Length <= MaxLength && OnlyQuestions(text))
        {
            var rhetorical = !marked && (afterQuestion || char.IsLower(text[0]) || Continuations.Contains(text[..Math.Max(0, text.IndexOf(' ', StringComparison.Ordinal))]));
            return rhetorical ? default : new FaqQuestion(marked ? FaqMark.Marked : FaqMark.Plain, text, string.Empty);
        }

        if (labelled || (passage.IsMarkedHeading && text.Length <= MaxLength))
        {
            return Split(text) ?? new FaqQuestion(FaqMark.Marked, text, string.Empty);
        }

        return numbered ? Split(text) ?? default : default;
    }

    /// <summary>Reads "What is it? It is …", where the answer follows on the same line.</summary>
    public static FaqQuestion? Split(string text)
    {
        var end = SentenceSplitter.FirstEnd(text);
        return end > 0 && end < text.Length && end <= MaxLength && Ends(text[..end])
            ? new FaqQuestion(FaqMark.Marked, text[..end], text[end..].TrimStart())
            : null;
    }

    private static bool Ends(string text) => SentenceShape.EndsInQuestion(text);

    /// <summary>Tells whether each sentence is a question: a paragraph that merely ends in one is an answer.</summary>
    private static bool OnlyQuestions(string text)
    {
        var end = SentenceSplitter.FirstEnd(text);
        return end <= 0 || end >= text.Length || (Ends(text[..end]) && OnlyQuestions(text[end..].TrimStart()));
    }
}
