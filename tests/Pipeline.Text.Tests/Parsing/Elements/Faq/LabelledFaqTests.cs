using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Faq;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Faq;

public sealed class LabelledFaqTests
{
    private const string Body = "The city council voted on Friday to close two streets to cars from next spring, after talks that went on for a year and a half.";

    [Fact]
    public void Extract_TwoLabelledPairs_ReturnsThem()
    {
        var (body, faq) = Extract(Body, "Q: When does it start?", "A: In July.", "Q: Who pays?", "A: The owners.");

        Assert.Equal([Body], body);
        Assert.Equal([new("When does it start?", "In July."), new QuestionAnswer("Who pays?", "The owners.")], faq);
    }

    [Fact]
    public void Extract_FurtherParagraph_BelongsToTheAnswerBetweenQuestions()
    {
        var (body, faq) = Extract(Body, "Q: When does it start?", "A: In July.", "Or in August.", "Q: Who pays?", "A: The owners.");

        Assert.Equal([Body], body);
        Assert.Equal(["In July.\n\nOr in August.", "The owners."], faq.Select(pair => pair.Answer));
    }

    [Theory]
    [InlineData("Q: When does it start?|A: In July.")]
    [InlineData("Q: When does it start?|In July.|Q: Who pays?|The owners.")]
    [InlineData("Q magazine said so.|A day later it said no.|Q magazine was wrong.|A pity.")]
    public void Extract_OnePairOrNoLabels_LeavesTheBody(string passages) =>
        Assert.Empty(Extract([Body, .. passages.Split('|')]).Faq);

    [Fact]
    public void Extract_InterviewThatIsTheArticle_LeavesTheBody()
    {
        var (body, faq) = Extract("A talk with the mayor.", "Q: When does it start?", "A: " + Body, "Q: Who pays?", "A: " + Body);

        Assert.Empty(faq);
        Assert.Equal(5, body.Count);
    }

    [Fact]
    public void Extract_TestimonyWithinTheArticle_LeavesTheBody() =>
        Assert.Empty(Extract(Body, Body, "Q: Did you see the car?", "A: I did.", "Q: Whose was it?", "A: His.", Body, Body).Faq);

    private static (IReadOnlyList<string> Body, IReadOnlyList<QuestionAnswer> Faq) Extract(params string[] passages)
    {
        var (body, faq) = LabelledFaq.Extract([.. passages.Select(text => new Passage(BlockKind.Paragraph, text))], TestContext.Current.CancellationToken);
        return ([.. body.Select(passage => passage.Text)], faq);
    }
}
