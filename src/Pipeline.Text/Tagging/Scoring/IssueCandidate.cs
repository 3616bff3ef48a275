using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>An issue that an article may be about, with what speaks for it.</summary>
/// <param name="Concept">The index of the issue.</param>
/// <param name="Features">The features.</param>
/// <param name="Own">The mentions of its own terms.</param>
/// <param name="Narrower">The mentions of the narrower issue that has most; null where none has any.</param>
/// <param name="Words">The words that speak for it, the strongest first, with what each adds to the margin.</param>
internal sealed record IssueCandidate(
    int Concept,
    IssueFeatures Features,
    ConceptEvidence Own,
    ConceptEvidence? Narrower,
    IEnumerable<(TokenRange Tokens, double Contribution)> Words);
