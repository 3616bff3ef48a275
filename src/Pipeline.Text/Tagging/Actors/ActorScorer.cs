namespace Pipeline.Text.Tagging.Actors;

/// <summary>Scores and ranks the actors of an article.</summary>
/// <remarks>
/// The score is a weighted sum of four parts, each from 0 to 1: how often the actor is named (saturating), how early for
/// the first time, how often it acts rather than is acted upon, and whether the title names it. A mention in the FAQ
/// counts like one at the text's end.
/// </remarks>
internal static class ActorScorer
{
    // Weights and saturation chosen on news articles, so that the leading figures of the first paragraph come first.
    private const double FrequencyWeight = 0.4;
    private const double PositionWeight = 0.3;
    private const double SubjectWeight = 0.15;
    private const double TitleWeight = 0.15;
    private const double HalfSaturation = 3;

    /// <summary>Ranks actors.</summary>
    /// <param name="drafts">The actors in the order of their first mention.</param>
    /// <param name="textLength">The length of the article's text, in UTF-16 code units.</param>
    /// <returns>The best <see cref="ActorTagger.MaxActors"/>, best first.</returns>
    public static IReadOnlyList<ActorTag> Rank(IEnumerable<ActorDraft> drafts, int textLength) =>
        [.. drafts
            .Where(draft => draft.Count > 0 && draft.IsEvident)
            .Select(draft => CreateTag(draft, textLength))
            .OrderByDescending(tag => tag.Score)
            .ThenBy(tag => tag.Evidence.Count > 0 ? tag.Evidence[0].Start : int.MaxValue)
            .ThenBy(tag => tag.Name, StringComparer.Ordinal)
            .Take(ActorTagger.MaxActors)];

    private static ActorTag CreateTag(ActorDraft draft, int textLength) => new()
    {
        Name = draft.Name,
        Type = draft.Type,
        Role = draft.Role,
        Score = Score(draft, textLength),
        Wikidata = draft.Known?.Wikidata,
        Evidence = draft.Evidence,
        FaqEvidence = draft.FaqEvidence.Count > 0 ? draft.FaqEvidence : null,
    };

    private static double Score(ActorDraft draft, int textLength)
    {
        var frequency = draft.Count / (draft.Count + HalfSaturation);
        var position = draft.Evidence.Count > 0 ? 1 - ((double)draft.Evidence[0].Start / textLength) : 0;
        var subject = (double)draft.Subjects / draft.Count;
        var score = (FrequencyWeight * frequency) + (PositionWeight * position) + (SubjectWeight * subject) + (draft.InTitle ? TitleWeight : 0);
        return Math.Round(score, 4);
    }
}
