using System.Text.Json;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Text.Tests.Summarization.Digests;

public sealed class DigestCandidatesTests
{
    [Fact]
    public void Of_ManyLongSentences_KeepsTheBestThatFit()
    {
        var summary = new Summary([.. Enumerable.Range(0, 20).Select(i => new SummarySentence(new string('"', 400), i * 400, 400) { Score = 1 })]);

        var candidates = DigestCandidates.Of(summary, []);

        Assert.InRange(candidates.Count, 1, 19);
        Assert.Equal(Enumerable.Range(0, candidates.Count).Select(i => i * 400), candidates.Select(candidate => candidate.Start));
        Assert.InRange(JsonSerializer.Serialize(candidates, PipelineJson.Options).Length, 1, DigestCandidates.MaxJsonLength);
    }

    [Fact]
    public void Of_EvidenceWithinASentence_NamesTheIssueThere()
    {
        var summary = new Summary([new SummarySentence("One.", 0, 4), new SummarySentence("Two.", 5, 4)]);
        var issue = new IssueTag { Id = "x", Label = "X", Score = 1, Evidence = [new IssueEvidence(5, 3, EvidenceKind.Term, 1)] };

        var candidates = DigestCandidates.Of(summary, [issue]);

        Assert.Null(candidates[0].Issues);
        Assert.Equal(["x"], candidates[1].Issues);
    }
}
