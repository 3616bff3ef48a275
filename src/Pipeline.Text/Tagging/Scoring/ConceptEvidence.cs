namespace Pipeline.Text.Tagging.Scoring;

/// <summary>The mentions of one issue in one article.</summary>
/// <param name="Concept">The index of the issue.</param>
/// <param name="Mentions">The mentions, by place.</param>
/// <param name="Terms">How many different terms they are of.</param>
/// <param name="Sum">What they weigh together; see <see cref="EvidenceReader"/>.</param>
/// <param name="Density">The sum against what an article of this length needs, from 0 to 1.</param>
internal sealed record ConceptEvidence(int Concept, Mention[] Mentions, int Terms, double Sum, double Density)
{
    /// <summary>Gets what stands for an issue without a mention.</summary>
    public static ConceptEvidence None(int concept) => new(concept, [], 0, 0, 0);
}
