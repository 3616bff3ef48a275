using System.Text.Json;
using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>Takes from an article what a digest needs of it.</summary>
public static class DigestCandidates
{
    /// <summary>The most that the sentences of an article take, as JSON in UTF-16 code units.</summary>
    public const int MaxJsonLength = 4096;

    /// <summary>Takes the best sentences of an article's summary that fit <see cref="MaxJsonLength"/>.</summary>
    /// <param name="summary">The article's summary.</param>
    /// <param name="issues">The article's issues.</param>
    public static IReadOnlyList<DigestCandidate> Of(Summary summary, IReadOnlyList<IssueTag> issues)
    {
        var candidates = new List<DigestCandidate>(summary.Candidates.Count);
        var length = 2;
        foreach (var sentence in summary.Candidates)
        {
            string[] shown = [.. issues.Where(issue => issue.Evidence.Any(evidence => evidence.Start >= sentence.Start && evidence.End <= sentence.Start + sentence.Length)).Select(issue => issue.Id)];
            var candidate = new DigestCandidate(sentence.Text, sentence.Start, sentence.Length, sentence.Score) { Issues = shown.Length > 0 ? shown : null };
            length += JsonSerializer.Serialize(candidate, PipelineJson.Options).Length + 1;
            if (length > MaxJsonLength)
            {
                break;
            }

            candidates.Add(candidate);
        }

        return candidates;
    }
}
