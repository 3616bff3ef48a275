namespace Pipeline.Text.Tagging;

/// <summary>Which half of a question-and-answer pair is meant.</summary>
public enum FaqPart
{
    /// <summary>The question.</summary>
    Question,

    /// <summary>The answer.</summary>
    Answer,
}

/// <summary>A mention in an article's FAQ, which is no part of its text.</summary>
/// <param name="Index">Which pair, from 0.</param>
/// <param name="Part">Which half of it.</param>
/// <param name="Start">Where the mention starts in that half, in UTF-16 code units.</param>
/// <param name="Length">Its length there, in UTF-16 code units.</param>
public readonly record struct FaqMention(int Index, FaqPart Part, int Start, int Length);
