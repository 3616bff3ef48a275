using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Faq;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Faq;

public sealed class MarkedPairsTests
{
    private const string Body = "The city council voted on Friday to close two streets to cars from next spring.";

    private static readonly QuestionAnswer Pair = new("Who pays for it?", "The city pays for all of it.\n\nThe state adds nothing.");

    [Fact]
    public void Remove_KnownPair_TakesQuestionAndAnswerOut() =>
        Assert.Equal([Body, Body], Remove(Body, "Who pays for it?", "The city pays for all of it.", "The state adds nothing.", Body));

    [Fact]
    public void Remove_QuestionWithAnotherAnswer_Stays() =>
        Assert.Equal(3, Remove(Body, "Who pays for it?", "Nobody knows yet.").Count);

    [Fact]
    public void Remove_NothingElse_LeavesTheBody() =>
        Assert.Equal(3, Remove("Who pays for it?", "The city pays for all of it.", "The state adds nothing.").Count);

    [Fact]
    public void Join_SameQuestion_CountsOnce()
    {
        var other = new QuestionAnswer("When does it start?", "In July.");

        Assert.Equal([Pair, other], MarkedPairs.Join([Pair], [Pair with { Question = "Who pays, for it" }, other]));
    }

    private static List<string> Remove(params string[] passages) =>
        [.. MarkedPairs.Remove([.. passages.Select(text => new Passage(BlockKind.Paragraph, text))], [Pair]).Select(passage => passage.Text)];
}
