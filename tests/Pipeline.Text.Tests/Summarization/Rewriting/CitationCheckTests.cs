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

    [Theory]
    [InlineData("The US and the WHO signed the pact on Friday.", "The US signed the pact on Friday.")]
    [InlineData("Will May of Valmora signed the pact on Friday.", "Will May signed the pact.")]
    [InlineData("The Bank of Valmora raised rates by 3 million euros.", "The Bank of Valmora raised rates.")]
    [InlineData("The plan would cost three million euros, the mayor said.", "The plan would cost 3,000,000 euros.")]
    [InlineData("The plan would cost two hundred fifty euros, the mayor said.", "The plan would cost 250 euros.")]
    [InlineData("She came in on the twenty-first day of the talks.", "She came in on the 21st day.")]
    [InlineData("Rates rose 5 percent in the year to May.", "Rates rose 5% in the year.")]
    [InlineData("The council did not vote on the plan on Friday.", "The council did not vote on the plan.")]
    [InlineData("The council closed the streets but not the bridge.", "The council closed the streets.")]
    [InlineData("The minister denied that the plan had failed, he said.", "The minister denied that the plan had failed.")]
    public void Check_ShortensItsSource_IsAccepted(string source, string text) =>
        Assert.Null(CitationCheck.Check([source], [new CitedSentence(text, [1])]));

    [Theory]
    [InlineData(RewriteRefusal.InventedName, "The two countries signed the pact with us on Friday.", "The two countries and the US signed the pact.")]
    [InlineData(RewriteRefusal.InventedName, "The doctor who signed the pact left on Friday.", "The WHO doctor signed the pact.")]
    [InlineData(RewriteRefusal.InventedName, "The mayor will sign the pact in May on Friday.", "Will May signs the pact.")]
    [InlineData(RewriteRefusal.InventedName, "The mayor will resign on Friday, the council said.", "Will resigned on Friday.")]
    [InlineData(RewriteRefusal.InventedName, "The Bank of Valmora sued the Ministry of Norwick.", "The Bank of Norwick sued.")]
    [InlineData(RewriteRefusal.InventedName, "Gen. Lee of the army met Mr. John Poe on Friday.", "Gen. Poe met the army.")]
    [InlineData(RewriteRefusal.Unsupported, "The council closed the streets of the town on Friday.", "The council closed norwick streets.")]
    [InlineData(RewriteRefusal.Unsupported, "The mayor of the town met Sam Poe on Friday.", "The mayor met poe.")]
    [InlineData(RewriteRefusal.Unsupported, "The council may close the streets of the town.", "The council must close the streets.")]
    [InlineData(RewriteRefusal.Unsupported, "The council closed the streets after the long talks.", "The council closed the streets before the talks.")]
    [InlineData(RewriteRefusal.InventedNumber, "The plan would cost 3 million euros, the mayor said.", "The plan would cost 3 euros.")]
    [InlineData(RewriteRefusal.InventedNumber, "The plan would cost half a billion euros, the mayor said.", "The plan would cost a billion euros.")]
    [InlineData(RewriteRefusal.InventedNumber, "The plan hit hundreds of thousands of people.", "The plan hit thousands of people.")]
    [InlineData(RewriteRefusal.InventedNumber, "The plan would cost 3 million euros, the mayor said.", "The plan would cost 3 million euros, one mayor said.")]
    [InlineData(RewriteRefusal.InventedNumber, "The plan is the town's, and has 3 parts.", "The plan is the town's 3rd.")]
    [InlineData(RewriteRefusal.InventedNumber, "The plan is the town's, and has 3 parts.", "The plan is the town's third.")]
    [InlineData(RewriteRefusal.InventedNumber, "The plan is the town's, and has 3 parts.", "The plan has zero parts.")]
    [InlineData(RewriteRefusal.InventedNumber, "Rates rose to 5 percent in the year.", "Rates rose to 5 in the year.")]
    [InlineData(RewriteRefusal.InventedNumber, "The plan would cost $30, the mayor said.", "The plan would cost €30.")]
    [InlineData(RewriteRefusal.Unsupported, "The plan would cost the town a half of its whole budget.", "The plan would cost the town a quarter of its budget.")]
    [InlineData(RewriteRefusal.TurnedNegation, "The council did not vote for the plan on Friday.", "The council voted for the plan on Friday.")]
    [InlineData(RewriteRefusal.TurnedNegation, "The council hasn’t closed the streets of the town.", "The council closed the streets of the town.")]
    [InlineData(RewriteRefusal.TurnedNegation, "The minister denied that the plan had failed.", "The plan failed, said the minister.")]
    [InlineData(RewriteRefusal.TurnedNegation, "The council closed the streets but not the bridge.", "The council has not closed the streets.")]
    [InlineData(RewriteRefusal.Uncheckable, "Der Rat der Stadt hat dem Plan nicht zugestimmt.", "Der Rat der Stadt hat dem Plan zugestimmt.")]
    public void Check_ChangesWhatItsSourceSays_IsRefused(string reason, string source, string text) =>
        Assert.Equal(reason, CitationCheck.Check([source], [new CitedSentence(text, [1])])?.Reason);

    [Fact]
    public void Check_NameMadeOfTwoCitedOnes_IsRefused() =>
        Assert.Equal(
            RewriteRefusal.InventedName,
            CitationCheck.Check(["The mayor, Jane Doe, spoke to the council.", "Her deputy was John Poe of the council."], [new CitedSentence("The council heard Jane Poe, the mayor.", [1, 2])])?.Reason);

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

    [Fact]
    public void ReadAnswer_SameCitationTwice_KeepsItOnce() =>
        Assert.Equal([2, 1], Assert.Single(RewriteAnswer.Read("{\"sentences\":[{\"text\":\"One.\",\"cites\":[2,1,2]}]}")!).Cites);

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
