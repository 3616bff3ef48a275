using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Text.Tests.Summarization;

public sealed class OpeningPronounTests
{
    private const string Rest =
        " Roads stayed shut in the valley for the whole of the weekend. Doctors treated forty people in a school hall near the river. Nothing else is known of the dead so far.";

    [Theory]
    [InlineData("Ann Lee reached the village on Friday after the flood. She promised money for new houses in the village.", "[Ann Lee] promised money for new houses in the village.")]
    [InlineData("Ann Lee reached the village on Friday after the flood. Her ministry promised money for new houses in the village.", "[Ann Lee’s] ministry promised money for new houses in the village.")]
    public void Summarize_OnePersonNamedBefore_PutsTheNameInBrackets(string text, string expected)
    {
        var sentence = Assert.Single(Summarize(text + Rest, "Ann Lee"), sentence => sentence.Text.StartsWith('['));

        Assert.Equal(expected, sentence.Text);
        Assert.Equal(text.IndexOf(". ", StringComparison.Ordinal) + 2, sentence.Start);
        Assert.Equal(text.Length - sentence.Start, sentence.Length);
    }

    [Theory]
    [InlineData("Ann Lee met Bob Roe in the village on Friday after the flood. She promised money for new houses in the village.")]
    [InlineData("Bob Roe called from the city. Ann Lee reached the village on Friday after the flood. She promised money for new houses in the village.")]
    [InlineData("Ann Lee reached the village on Friday after the flood. She promised Bob Roe money for new houses in the village.")]
    [InlineData("Ann Lee sued the village over the arrest of her son. He was held in the village jail for thirty days without a word.")]
    [InlineData("A police officer stopped Ann Lee in the village on Friday. She was suspended from duty without pay for thirty days.")]
    [InlineData("Her husband brought Ann Lee to the village on Friday. He was charged with leaving the scene of the accident there.")]
    [InlineData("Ann Lee reached the village on Friday. Rain fell on the village for days. She promised money for new houses in the village.")]
    public void Summarize_PersonNotCertain_LeavesThePronoun(string text) =>
        Assert.DoesNotContain(Summarize(text + Rest, "Ann Lee", "Bob Roe"), sentence => sentence.Text.Contains('[', StringComparison.Ordinal));

    private static IReadOnlyList<SummarySentence> Summarize(string text, params string[] people)
    {
        var actors = people.Where(text.Contains)
            .Select(name => new ActorTag { Name = name, Type = ActorType.Person, Score = 1, Evidence = [new TextSpan(text.IndexOf(name, StringComparison.Ordinal), name.Length)] });
        return new ExtractiveSummarizer(new SummaryOptions()).Summarize(new Article { Format = "text", Text = text, Language = "en" }, [], [.. actors]).Candidates;
    }
}
