namespace Pipeline.Text.Parsing.Elements.Faq;

/// <summary>
/// Takes the FAQ out of an article. It starts at a heading that <see cref="FaqHeading"/> knows and ends before the next
/// heading that is no question, or with the text. Where the heading has no question with an answer behind it, or nothing
/// would be left of the body, everything stays where it is: an interview that is the body stays the body.
/// </summary>
internal static class FaqExtractor
{
    /// <summary>Splits passages into the body and the FAQ.</summary>
    /// <param name="passages">The passages of the article, in order.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static (IReadOnlyList<Passage> Body, IReadOnlyList<QuestionAnswer> Faq) Extract(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var body = new List<Passage>(passages.Count);
        var faq = new List<QuestionAnswer>();
        for (var i = 0; i < passages.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!FaqHeading.IsMatch(passages[i].Text) || Read(passages, i, faq, body, cancellationToken) is not { } end)
            {
                body.Add(passages[i]);
                continue;
            }

            i = end - 1;
        }

        return faq.Count > 0 && body.Exists(passage => passage.Kind != BlockKind.Heading && SentenceShape.IsProse(passage.Text))
            ? (body, faq)
            : (passages, []);
    }

    /// <summary>Reads one section, and returns the index of the passage after it; null where there is no pair.</summary>
    private static int? Read(IReadOnlyList<Passage> passages, int heading, List<QuestionAnswer> faq, List<Passage> body, CancellationToken cancellationToken)
    {
        // A sentence of introduction may stand before the first question; it is body.
        var first = heading + 1;
        if (first + 1 < passages.Count && Question(passages[first], false, FaqMark.Plain).Mark == FaqMark.None && passages[first].Kind != BlockKind.Heading)
        {
            first++;
        }

        if (first >= passages.Count)
        {
            return null;
        }

        var style = Question(passages[first], false, FaqMark.Plain).Mark;
        var section = new FaqSection();
        var next = first;
        for (; next < passages.Count && style != FaqMark.None; next++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var question = Question(passages[next], section.AwaitsAnswer, style);
            if (question.Mark >= style && !IsOtherSection(passages[next], passages[heading].Level))
            {
                section.Ask(question);
            }
            else if (Ends(passages[next], passages[heading].Level, section))
            {
                break;
            }
            else
            {
                section.Answer(passages[next].Text);
            }
        }

        var pairs = section.Pairs();
        if (pairs.Count == 0)
        {
            return null;
        }

        body.AddRange(passages.Skip(heading + 1).Take(first - heading - 1));
        faq.AddRange(pairs);
        return next;
    }

    private static FaqQuestion Question(Passage passage, bool afterQuestion, FaqMark style)
    {
        var question = FaqQuestion.Read(passage, afterQuestion);
        return question.Mark == FaqMark.None && style == FaqMark.Plain && !afterQuestion && passage.Kind != BlockKind.Heading && FaqQuestion.Split(passage.Text) is { } inline
            && StartsLikeQuestion(passage.Text)
            ? inline with { Mark = FaqMark.Plain }
            : question;
    }

    /// <summary>Guards questions with their answer on the same line: an answer may open with a question of its own, but seldom with these words.</summary>
    private static bool StartsLikeQuestion(string text) =>
        text.Split(' ', 2)[0] is "What" or "Who" or "When" or "Where" or "Which" or "How" or "Can" or "Will" or "Does" or "Do" or "Is" or "Are" or "Should";

    /// <summary>Tells whether a marked heading stands as high as the FAQ's own and asks nothing: below it a new section starts, not an answer.</summary>
    private static bool IsOtherSection(Passage passage, int faqLevel) =>
        passage.IsMarkedHeading && passage.Level <= faqLevel && !SentenceShape.EndsInQuestion(passage.Text);

    /// <summary>Tells whether a passage is the heading of another section. Right after a question it is an answer, however short.</summary>
    private static bool Ends(Passage passage, int faqLevel, FaqSection section) =>
        passage.Kind == BlockKind.Heading && !section.AwaitsAnswer && !SentenceShape.EndsInQuestion(passage.Text) && (!passage.IsMarkedHeading || faqLevel == 0 || passage.Level <= faqLevel);
}
