namespace Pipeline.Text;

/// <summary>One question of an article's FAQ with its answer.</summary>
/// <param name="Question">The question, one line.</param>
/// <param name="Answer">The answer; paragraphs are joined by a blank line. Never empty.</param>
public sealed record QuestionAnswer(string Question, string Answer);
