using Pipeline.Text.Parsing.Elements;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements;

public sealed class ClosingMatterTests
{
    private const string Body = "The city council voted on Friday to close two streets to cars.";

    [Theory]
    [InlineData("###")]
    [InlineData("-30-")]
    [InlineData("* * *")]
    [InlineData("(Reporting by Jane Doe in Oslo; Editing by John Roe)")]
    [InlineData("Reporting by Jane Doe; editing by John Roe")]
    [InlineData("Copyright © 2023 The Northern Herald")]
    [InlineData("© 2023 The Northern Herald. All rights reserved.")]
    [InlineData("Read more: Council to vote on streets")]
    [InlineData("Subscribe to our newsletter for more stories.")]
    [InlineData("Advertisement")]
    [InlineData("Jane Doe covers the city for The Northern Herald.")]
    [InlineData("Jane Doe is the paper's harbour correspondent. Her book about the port came out last year.")]
    [InlineData("John Roe is a senior political reporter at The Northern Herald.")]
    [InlineData("John Roe contributed to this report.")]
    [InlineData("Email her at jane.doe@herald.test.")]
    [InlineData("Follow Jane Doe on Twitter: @janedoe")]
    [InlineData("The author can be reached at jane@herald.test")]
    [InlineData("This article is for subscribers only. Subscribe to continue reading.")]
    [InlineData("READ MORE: The old pier is to be rebuilt and will have a café by the summer")]
    [InlineData("WATCH | Owners cheer as the council votes for the plan:")]
    [InlineData("Photo: Jane Doe / Herald")]
    [InlineData("FILE PHOTO: The flags of the two cities fly at the harbour of Valmora, April 11, 2017. REUTERS/Jane Doe")]
    [InlineData("FILE - In this Nov. 4, 2019 file photo, the mayor speaks to a crowd on the quay.")]
    [InlineData("( See also: The council's plan for the quay)")]
    [InlineData("To view this video please enable JavaScript, and consider another browser.")]
    [InlineData("Contact staff writer Jane Roe at jroe@herald.test.")]
    [InlineData("LOAD-DATE: October 1, 2024")]
    [InlineData("PUBLICATION-TYPE: Newspaper")]
    [InlineData("End of Document")]
    [InlineData("Lire aussi : les contrôleurs, une profession en colère")]
    [InlineData("Читайте также: что будет с ипотекой")]
    [InlineData("Dieser Artikel ist nur für Abonnenten.")]
    [InlineData("Il vous reste 80 % de cet article à lire.")]
    public void Remove_PlainlyNotTheArticle_IsTakenOut(string text)
    {
        var (passages, _) = ClosingMatter.Remove([Passage(Body), Passage(text)], ["Jane Doe"], TestContext.Current.CancellationToken);

        Assert.Equal([Passage(Body)], passages);
    }

    [Theory]
    [InlineData("Reporting by the agency is under review, the council said.")]
    [InlineData("Copyright law is to be changed, the council said.")]
    [InlineData("Subscribe to the view that cars must go, and much follows.")]
    [InlineData("The end of the street is near the river.")]
    [InlineData("Share prices fell by 3 percent.")]
    [InlineData("John Roe is a baker in the old town and will vote against it.")]
    [InlineData("Jane Doe, a lawyer, said that the plan was sound.")]
    [InlineData("Watch: that is the word the harbour master used on Friday, and nobody knew why.")]
    [InlineData("Photo: the word stood alone on the wall of the gallery.")]
    [InlineData("The clerk was told to read the full charge aloud before the jury came back.")]
    [InlineData("Travellers must create a free account and show a passport, the port said.")]
    [InlineData("The talk was for subscribers only, the firm said, and will not be held again.")]
    [InlineData("“To continue reading the law like that is madness,” she said.")]
    [InlineData("Email the council at plans@valmora.test to comment on the plan before May 1.")]
    [InlineData("Anyone with information is asked to contact Detective Ann Poe at apoe@police.test.")]
    [InlineData("Follow the river on Facebook long enough, as she does, and the old names come up.")]
    [InlineData("Tom Pike is a photographer who lost his house in the storm.")]
    [InlineData("Lena Voss is the new foreign editor and starts on Monday.")]
    [InlineData("The scientists have contributed research on frogs for forty years.")]
    [InlineData("More: the name of the saint stands above the door of the church.")]
    [InlineData("© is a sign that nobody in the town of 2,000 had ever seen on a cake.")]
    [InlineData("Contact with the ship was lost on Sunday.")]
    [InlineData("The post sells stamps to subscribers of the gazette.")]
    public void Remove_Prose_Stays(string text)
    {
        var (passages, _) = ClosingMatter.Remove([Passage(Body), Passage(text)], ["Jane Doe"], TestContext.Current.CancellationToken);

        Assert.Equal(2, passages.Count);
    }

    [Theory]
    [InlineData("(Reporting by Jane Doe and John Roe in London; Editing by Jean Doe)", "Jane Doe|John Roe")]
    [InlineData("(Reporting by JANE DOE; Writing by John Roe)", "Jane Doe")]
    [InlineData("(Editing by Jean Doe)", "")]
    public void Remove_Credit_NamesReporters(string text, string expected)
    {
        var (_, reporters) = ClosingMatter.Remove([Passage(Body), Passage(text)], ["Jane Doe"], TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join('|', reporters));
    }

    [Fact]
    public void Remove_NoteOfSomebodyTheArticleIsAbout_Stays()
    {
        IReadOnlyList<Passage> passages = [Passage("Friends of John Roe met on Friday to remember his work."), Passage("John Roe was the first to write of it. He is a reporter at heart."), Passage("John Roe is a reporter at the Herald.")];

        Assert.Equal(3, ClosingMatter.Remove(passages, [], TestContext.Current.CancellationToken).Passages.Count);
    }

    [Fact]
    public void Remove_RowOfATable_Stays()
    {
        IReadOnlyList<Passage> passages = [Passage(Body), new(BlockKind.TableRow, "Watch | Price | Weight"), Passage(Body)];

        Assert.Equal(3, ClosingMatter.Remove(passages, [], TestContext.Current.CancellationToken).Passages.Count);
    }

    [Fact]
    public void Remove_NoteAboveText_Stays()
    {
        IReadOnlyList<Passage> passages = [Passage("Jane Doe is the first woman at the head of the council."), Passage(Body)];

        Assert.Equal(2, ClosingMatter.Remove(passages, ["Jane Doe"], TestContext.Current.CancellationToken).Passages.Count);
    }

    private static Passage Passage(string text) => new(BlockKind.Paragraph, text);
}
