using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Faq;

/// <summary>Knows the headings of sections of questions and answers.</summary>
internal static class FaqHeading
{
    private const int MaxLength = 80;

    private static readonly FrozenSet<string> Whole =
        ("faq|faqs|f.a.q|f.a.q.s|frequently asked questions|frequently asked questions (faq)|frequently asked questions (faqs)|frequently-asked questions|commonly asked questions|common questions|"
        + "questions and answers|questions & answers|question and answer|q&a|q & a|q and a|q&as|your questions answered|key questions answered|"
        + "häufig gestellte fragen|häufige fragen|fragen und antworten|foire aux questions|questions fréquentes|questions fréquemment posées|preguntas frecuentes|preguntas y respuestas|"
        + "domande frequenti|perguntas frequentes|perguntas e respostas|veelgestelde vragen|часто задаваемые вопросы|вопросы и ответы|常见问题|常見問題|よくある質問|자주 묻는 질문").Split('|')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Openings =
        ["faq:", "faqs:", "faq -", "faqs -", "faq –", "faqs –", "faq —", "faqs —", "faq about ", "faqs about ", "faq on ", "faqs on ", "frequently asked questions about ", "frequently asked questions on ", "frequently asked questions:", "q&a:"];

    /// <summary>Tells whether a line is such a heading; case, closing punctuation and markup do not matter.</summary>
    public static bool IsMatch(string line)
    {
        if (line.Length > MaxLength)
        {
            return false;
        }

        var text = line.Trim(' ', '#', '*', '_', '=', ':', '.', '!', '-', '–', '—');
        return Whole.Contains(text)
            || (!SentenceShape.EndsSentence(text) && Array.Exists(Openings, opening => line.TrimStart(' ', '#', '*', '_').StartsWith(opening, StringComparison.OrdinalIgnoreCase)));
    }
}
