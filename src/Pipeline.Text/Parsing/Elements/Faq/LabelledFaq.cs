namespace Pipeline.Text.Parsing.Elements.Faq;

/// <summary>
/// Reads questions and answers that no heading announces but labels mark, <c>Q:</c> and <c>A:</c> each: two pairs or more in
/// a row at the end of the article, and less than the text above them. An interview that is the article stays its body, and so
/// does what a witness was asked.
/// </summary>
internal static class LabelledFaq
{
    private const int MinPairs = 2;

    // Paragraphs of one answer behind the labelled one. Chosen.
    private const int MaxFurtherParagraphs = 4;

    /// <summary>Splits passages into the body and the labelled pairs.</summary>
    /// <param name="passages">The passages of the article, in order.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static (IReadOnlyList<Passage> Body, IReadOnlyList<QuestionAnswer> Faq) Extract(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var body = new List<Passage>(passages.Count);
        var faq = new List<QuestionAnswer>();
        for (var i = 0; i < passages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (pairs, end) = IsQuestion(passages[i]) ? Read(passages, i) : ([], i);
            if (pairs.Count < MinPairs || end < passages.Count)
            {
                body.Add(passages[i]);
                continue;
            }

            faq.AddRange(pairs);
            i = end - 1;
        }

        return faq.Count > 0 && Length(body) > Length(passages) / 2 ? (body, faq) : (passages, []);
    }

    /// <summary>Reads a run of pairs: an answer goes on to the next question, the last one has its labelled passage only.</summary>
    private static (IReadOnlyList<QuestionAnswer> Pairs, int End) Read(IReadOnlyList<Passage> passages, int start)
    {
        var section = new FaqSection();
        var end = start;
        for (var i = start; i < passages.Count && i - end <= MaxFurtherParagraphs && passages[i].Kind != BlockKind.Heading; i++)
        {
            if (!IsQuestion(passages[i]))
            {
                continue;
            }

            var question = FaqQuestion.Read(passages[i], afterQuestion: false);
            if (question.Answer.Length == 0 && !(i + 1 < passages.Count && IsAnswer(passages[i + 1])))
            {
                break;
            }

            foreach (var further in passages.Skip(end).Take(i - end))
            {
                section.Answer(further.Text);
            }

            section.Ask(question);
            end = i + 1;
            if (question.Answer.Length == 0)
            {
                section.Answer(passages[end].Text);
                i = end++;
            }
        }

        return (section.Pairs(), end);
    }

    private static bool IsQuestion(Passage passage) => Label(passage, FaqLabel.StartsQuestion);

    private static bool IsAnswer(Passage passage) => Label(passage, FaqLabel.StartsAnswer);

    private static bool Label(Passage passage, Func<string, bool> starts) => starts(passage.Text.Trim('*', '_', ' '));

    private static int Length(IReadOnlyList<Passage> passages) => passages.Sum(passage => passage.Text.Length);
}
