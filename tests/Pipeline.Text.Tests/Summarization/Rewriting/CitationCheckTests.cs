using Pipeline.Text.Summarization.Rewriting;
using Xunit;

namespace Pipeline.Text.Tests.Summarization.Rewriting;

public sealed class CitationCheckTests
{
    private static readonly string[] Sources =
    [
        "The council of Valmora voted on Friday to close two streets to cars, after talks that went on for 18 months.",
        "Mayor Jane Doe said that the plan would cost $3,000,000 and that the city's traders had asked for it.",
    ];

    [Theory]
    [InlineData("The council of Valmora closes 2 streets to cars after talks of 18 months.", 1)]
    [InlineData("Valmora's council voted to close two streets.", 1)]
    [InlineData("The plan would cost $3,000,000, Mayor Jane Doe said.", 2)]
    [InlineData("Jane Doe said traders asked for the plan that Valmora voted for.", 1, 2)]
    public void Check_SaysWhatItCites_IsAccepted(string text, params int[] cites) =>
        Assert.Null(CitationCheck.Check(Sources, [new CitedSentence(text, cites)]));

    [Theory]
    [InlineData(RewriteRefusal.Uncited, "The council voted to close two streets.")]
    [InlineData(RewriteRefusal.UnknownCitation, "The council voted to close two streets.", 3)]
    [InlineData(RewriteRefusal.UnknownCitation, "The council voted to close two streets.", 0)]
    [InlineData(RewriteRefusal.InventedNumber, "The council voted to close 4 streets to cars.", 1)]
    [InlineData(RewriteRefusal.InventedNumber, "The council voted to close four streets to cars.", 1)]
    [InlineData(RewriteRefusal.InventedNumber, "The plan would cost $3,500,000.", 2)]
    [InlineData(RewriteRefusal.InventedNumber, "The council voted after talks of 18 months.", 2)]
    [InlineData(RewriteRefusal.InventedName, "The council of Norwick voted to close two streets.", 1)]
    [InlineData(RewriteRefusal.InventedName, "Smith said that the plan would cost $3,000,000.", 2)]
    [InlineData(RewriteRefusal.InventedName, "Jane Doe voted to close two streets to cars.", 1)]
    [InlineData(RewriteRefusal.Unsupported, "The council was bribed by wealthy foreign investors, many people believe.", 1)]
    [InlineData(RewriteRefusal.Empty, " … ", 1)]
    [InlineData(RewriteRefusal.Uncheckable, "市議会は二つの通りを閉鎖する。", 1)]
    public void Check_SaysMore_IsRefused(string reason, string text, params int[] cites) =>
        Assert.Equal(reason, CitationCheck.Check(Sources, [new CitedSentence(text, cites)])?.Reason);

    [Fact]
    public void Check_OneBadSentenceAmongGood_IsRefused()
    {
        CitedSentence good = new("The council voted to close two streets.", [1]);

        Assert.Equal(RewriteRefusal.InventedName, CitationCheck.Check(Sources, [good, good with { Text = "The council of Norwick voted." }])?.Reason);
    }

    [Fact]
    public void Check_NoSentence_IsRefused() =>
        Assert.Equal(RewriteRefusal.Empty, CitationCheck.Check(Sources, [])?.Reason);

    [Fact]
    public void Check_LongerThanTheSources_IsRefused() =>
        Assert.Equal(RewriteRefusal.TooLong, CitationCheck.Check(Sources, [.. Enumerable.Repeat(new CitedSentence(Sources[0], [1]), 3)])?.Reason);

    [Theory]
    [InlineData("{\"sentences\":[{\"text\":\" One. \",\"cites\":[1,2]}]}", "One.")]
    [InlineData("```json\n{\"sentences\":[{\"text\":\"One.\",\"cites\":[1,2]}]}\n```", "One.")]
    public void ReadAnswer_TheShape_GivesSentences(string answer, string text)
    {
        var sentence = Assert.Single(RewriteAnswer.Read(answer)!);

        Assert.Equal(text, sentence.Text);
        Assert.Equal([1, 2], sentence.Cites);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Here is your summary: One.")]
    [InlineData("[]")]
    [InlineData("{\"sentences\":\"One.\"}")]
    [InlineData("{\"sentences\":[\"One.\"]}")]
    [InlineData("{\"sentences\":[{\"text\":1,\"cites\":[1]}]}")]
    [InlineData("{\"sentences\":[{\"text\":\"One.\",\"cites\":[\"1\"]}]}")]
    [InlineData("{\"sentences\":[{\"text\":\"One.\",\"cites\":[1.5]}]}")]
    [InlineData("{\"sentences\":[{\"text\":\"One.\",\"cites\":[1]}")]
    public void ReadAnswer_AnythingElse_GivesNone(string answer) =>
        Assert.Null(RewriteAnswer.Read(answer));
}
