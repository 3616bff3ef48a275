namespace Pipeline.Text.Parsing.Elements.Faq;

/// <summary>Collects the questions and answers of one FAQ in order.</summary>
internal sealed class FaqSection
{
    private readonly List<(string Question, List<string> Answer)> _pairs = [];

    /// <summary>Gets a value indicating whether the last question has no answer yet.</summary>
    public bool AwaitsAnswer => _pairs.Count > 0 && _pairs[^1].Answer.Count == 0;

    /// <summary>Adds a question. One without an answer is taken together with the next.</summary>
    public void Ask(FaqQuestion question)
    {
        if (AwaitsAnswer)
        {
            _pairs[^1] = ($"{_pairs[^1].Question} {question.Question}".Trim(), _pairs[^1].Answer);
        }
        else
        {
            _pairs.Add((question.Question, []));
        }

        if (question.Answer.Length > 0)
        {
            Answer(question.Answer);
        }
    }

    /// <summary>Adds a paragraph to the answer of the last question.</summary>
    public void Answer(string paragraph)
    {
        _ = FaqLabel.CutAnswer(ref paragraph);
        if (_pairs.Count > 0 && paragraph.Length > 0)
        {
            _pairs[^1].Answer.Add(paragraph);
        }
    }

    /// <summary>Returns the questions that have words and an answer.</summary>
    public IReadOnlyList<QuestionAnswer> Pairs() =>
        [.. _pairs.Where(pair => pair.Question.Length > 0 && pair.Answer.Count > 0).Select(pair => new QuestionAnswer(pair.Question, string.Join("\n\n", pair.Answer)))];
}
