using Pipeline.Text.Parsing.Elements.Titles;

namespace Pipeline.Text.Parsing.Elements.Faq;

/// <summary>Takes questions and answers that a file marks as such out of the body that shows them again.</summary>
internal static class MarkedPairs
{
    /// <summary>Returns the passages without the questions that are known and the answers right behind them.</summary>
    /// <param name="passages">The passages of the article, in order.</param>
    /// <param name="pairs">The pairs that the file marks.</param>
    /// <returns>What is left: everything where no prose would be.</returns>
    public static IReadOnlyList<Passage> Remove(IReadOnlyList<Passage> passages, IReadOnlyList<QuestionAnswer> pairs)
    {
        if (pairs.Count == 0)
        {
            return passages;
        }

        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            answers.TryAdd(SiteNames.Key(pair.Question), SiteNames.Key(pair.Answer));
        }

        var body = new List<Passage>(passages.Count);
        for (var i = 0; i < passages.Count; i++)
        {
            var end = answers.TryGetValue(SiteNames.Key(passages[i].Text), out var answer) ? AnswerEnd(passages, i + 1, answer) : i + 1;
            if (end == i + 1)
            {
                body.Add(passages[i]);
            }

            i = end - 1;
        }

        DropEmptyHeadings(body);
        return body.Exists(passage => passage.Kind != BlockKind.Heading && SentenceShape.IsProse(passage.Text)) ? body : passages;
    }

    /// <summary>Joins pairs from two places; the second's questions that the first has as well are left out.</summary>
    public static IReadOnlyList<QuestionAnswer> Join(IReadOnlyList<QuestionAnswer> first, IReadOnlyList<QuestionAnswer> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return first.Count == 0 ? second : first;
        }

        var known = first.Select(pair => SiteNames.Key(pair.Question)).ToHashSet(StringComparer.Ordinal);
        return [.. first, .. second.Where(pair => known.Add(SiteNames.Key(pair.Question)))];
    }

    /// <summary>Returns the index behind the passages that stand in an answer.</summary>
    private static int AnswerEnd(IReadOnlyList<Passage> passages, int from, string answer)
    {
        var end = from;
        for (var at = 0; end < passages.Count && SiteNames.Key(passages[end].Text) is { Length: > 0 } key && answer.AsSpan(at).StartsWith(key); end++)
        {
            at += key.Length;
        }

        return end;
    }

    /// <summary>Drops the heading of an FAQ that nothing is left of.</summary>
    private static void DropEmptyHeadings(List<Passage> body)
    {
        for (var i = body.Count - 1; i >= 0; i--)
        {
            if (FaqHeading.IsMatch(body[i].Text) && (i + 1 == body.Count || body[i + 1].Kind == BlockKind.Heading))
            {
                body.RemoveAt(i);
            }
        }
    }
}
