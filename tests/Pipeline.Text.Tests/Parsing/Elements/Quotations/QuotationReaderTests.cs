using Pipeline.Text.Parsing.Elements.Quotations;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Quotations;

/// <summary>Expected are the words of each quotation and, behind an arrow, its speaker; paragraphs are split by a blank line.</summary>
public sealed class QuotationReaderTests
{
    [Theory]
    [InlineData("“We will not move,” said Jane Doe.", "We will not move, <- Jane Doe")]
    [InlineData("“We will not move,” Doe said on Friday.", "We will not move, <- Doe")]
    [InlineData("\"We will not move,\" Jane Doe, the minister, said.", "We will not move, <- Jane Doe")]
    [InlineData("\"We will not move,\" Doe, 42, told reporters.", "We will not move, <- Doe")]
    [InlineData("Jane Doe told the council: “We will not move.”", "We will not move. <- Jane Doe")]
    [InlineData("Jane Doe said the plan was “a very bad idea” for ports.", "a very bad idea <- Jane Doe")]
    [InlineData("The plan is “a very bad idea,” according to Jane Doe.", "a very bad idea, <- Jane Doe")]
    [InlineData("According to Jane Doe, “the plan has no future.”", "the plan has no future. <- Jane Doe")]
    [InlineData("Roe said: “It is all over.” According to Jane Doe, “the plan has no future.”", "It is all over. <- Roe|the plan has no future. <- Jane Doe")]
    [InlineData("“We will not move,” said Mr. J. P. van der Berg of the harbour board.", "We will not move, <- Mr. J. P. van der Berg")]
    [InlineData("“We will not move,” said the minister in Geneva.", "We will not move, <- the minister")]
    [InlineData("“We will not move,” said spokeswoman Jane Doe.", "We will not move, <- Jane Doe")]
    [InlineData("“We will not move,” a spokesman for the White House said.", "We will not move, <- a spokesman for the White House")]
    [InlineData("“We will not move,” Doe's lawyer said.", "We will not move, <- Doe's lawyer")]
    [InlineData("“We will not move,” officials said Tuesday.", "We will not move, <- officials")]
    [InlineData("Jane Doe rejected the plan and said, “We will not move.”", "We will not move. <- Jane Doe")]
    [InlineData("Jane Doe rejected the plan, calling it “a very bad idea”.", "a very bad idea <- Jane Doe")]
    [InlineData("“Where will you go now?” Doe asked.", "Where will you go now? <- Doe")]
    [InlineData("“We will not move,” Rep. Jane Doe (R-Ky.) told reporters.", "We will not move, <- Rep. Jane Doe")]
    [InlineData("“We will not move,” said Doe's lawyer, John Roe.", "We will not move, <- Doe's lawyer")]
    [InlineData("Doe called it “a very bad idea” and “a waste of time”.", "a very bad idea <- Doe|a waste of time <- Doe")]
    public void Read_AttributionInTheSentence_NamesTheSpeaker(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("“We stay,” said Doe. “Nobody will move us.”", "We stay, <- Doe|Nobody will move us. <- Doe")]
    [InlineData("“We stay,” Doe said, “and nobody will move us.”", "We stay, <- Doe|and nobody will move us. <- Doe")]
    [InlineData("“We stay put,” said, after a while, nobody. The film “The Long Way Home” ran.", "We stay put,")]
    [InlineData("“We stay here,” said Doe. Talks went on all night. The plan was “not a good one”.", "We stay here, <- Doe|not a good one")]
    [InlineData("“We stay here.” The council met again. John Roe said little.", "We stay here.")]
    public void Read_SecondHalfOfAQuotation_HasTheSameSpeakerOnlyWhereItGoesOn(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Jane Doe leads the party. “We will not move,” she said.", "We will not move, <- Jane Doe")]
    [InlineData("Jane Doe leads the party.\n\n“We will not move,” she said.", "We will not move, <- Jane Doe")]
    [InlineData("Jane Doe met John Roe. “We will not move,” she said.", "We will not move,")]
    [InlineData("Jane Doe leads the party.\n\nTalks go on.\n\n“We will not move,” she said.", "We will not move,")]
    [InlineData("“We stay here,” said Doe.\n\n“Nobody will move us,” she added.", "We stay here, <- Doe|Nobody will move us, <- Doe")]
    [InlineData("“We stay here,” said Doe. “I will not go,” he said. “Nor will I now,” she said.", "We stay here, <- Doe|I will not go, <- Doe|Nor will I now,")]
    [InlineData("“We will not move,” they said.", "We will not move,")]
    public void Read_Pronoun_IsResolvedWhereOnlyOneCanBeMeant(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The so-called “safe zone” is the “new normal” now.", "")]
    [InlineData("She starred in “The Long Way Home” for years.", "")]
    [InlineData("“No,” said Doe.", "No, <- Doe")]
    [InlineData("He called it “a” thing.", "")]
    public void Read_ScareQuotesAndTitles_AreNoQuotations(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("‘We’re the workers’ voice,’ said Doe.", "We’re the workers’ voice, <- Doe")]
    [InlineData("'We're not going away,' said Doe.", "We're not going away, <- Doe")]
    [InlineData("It's the workers' fault, 'tis said; the '90s and rock 'n' roll of the players' past.", "")]
    [InlineData("‘He said “go away now” to me,’ Doe said.", "He said “go away now” to me, <- Doe")]
    [InlineData("“He said ‘go away now’ to me,” Doe said.", "He said ‘go away now’ to me, <- Doe")]
    [InlineData("„Wir bleiben alle hier“ und ‚so‘.", "Wir bleiben alle hier")]
    [InlineData("»Wir bleiben alle hier«, hieß es.", "Wir bleiben alle hier")]
    [InlineData("”Vi stannar kvar här”, löd svaret.", "Vi stannar kvar här")]
    [InlineData("Il parle : « Nous ne « bougerons » pas d’ici ». Voilà.", "Nous ne « bougerons » pas d’ici")]
    [InlineData("他说：「我们不会离开这里。」《人民日报》报道。", "我们不会离开这里。")]
    [InlineData("A 12\" pipe and a 6\" one are “not the same thing”.", "not the same thing")]
    [InlineData("An “open mark with no end. And \"a whole one here\" after it.", "")]
    public void Read_MarksOfAllKinds_GivesTheOuterWords(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Doe said: “First we wait.\n\n“Then we go home.”", "First we wait. <- Doe|Then we go home. <- Doe")]
    [InlineData("“First we wait.\n\n“Then we go home,” said Doe.", "First we wait. <- Doe|Then we go home, <- Doe")]
    [InlineData("“First we wait.\n\nThen we go home,” said Doe.", "")]
    public void Read_LongQuotation_IsOneAParagraph(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("de", "„Wir bleiben hier“, sagte der Minister am Freitag.", "Wir bleiben hier <- der Minister")]
    [InlineData("de", "„Wir bleiben hier“, erklärte Jana Beispiel in Bern.", "Wir bleiben hier <- Jana Beispiel")]
    [InlineData("de", "„Wir bleiben hier“, so Jana Beispiel.", "Wir bleiben hier <- Jana Beispiel")]
    [InlineData("fr", "« Nous restons ici », a déclaré Jeanne Dupont.", "Nous restons ici <- Jeanne Dupont")]
    [InlineData("fr", "Selon Jeanne Dupont, « rien ne bougera ici ».", "rien ne bougera ici <- Jeanne Dupont")]
    [InlineData("es", "«Nos quedamos aquí», dijo la ministra Juana Pérez en Madrid.", "Nos quedamos aquí <- Juana Pérez")]
    [InlineData("pt", "“Ficamos aqui hoje”, disse Joana Silva.", "Ficamos aqui hoje <- Joana Silva")]
    [InlineData("it", "«Noi restiamo qui», ha detto Gianna Rossi.", "Noi restiamo qui <- Gianna Rossi")]
    [InlineData("nl", "“Wij blijven hier”, aldus Jan de Vries.", "Wij blijven hier <- Jan de Vries")]
    [InlineData("ru", "«Мы остаёмся здесь», — сказал Иван Петров.", "Мы остаёмся здесь <- Иван Петров")]
    [InlineData("fi", "”Me jäämme kaikki tänne”, sanoi Maija Virtanen.", "Me jäämme kaikki tänne")]
    public void Read_OtherLanguages_GoByTheirOwnWords(string language, string text, string expected) => Check(text, expected, language);

    [Fact]
    public void Read_ParagraphSetApart_IsAQuotationWithItsSignature()
    {
        var (text, blocks) = QuotationText.Join("“We stay here. Nobody moves.” — Jane Doe, minister");
        blocks[0] = blocks[0] with { Kind = BlockKind.Quote };

        Assert.Equal("We stay here. Nobody moves. <- Jane Doe", QuotationText.Describe(text, QuotationReader.Read(text, blocks, "en", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Read_HeadingsAndTables_HoldNoQuotations()
    {
        var (text, blocks) = QuotationText.Join("“We will not move,” says Doe\n\n“We will not move,” says Roe");
        blocks[0] = blocks[0] with { Kind = BlockKind.Heading };
        blocks[1] = blocks[1] with { Kind = BlockKind.TableRow };

        Assert.Empty(QuotationReader.Read(text, blocks, "en", TestContext.Current.CancellationToken));
    }

    private static void Check(string source, string expected, string language = "en")
    {
        var (text, blocks) = QuotationText.Join(source);

        Assert.Equal(expected, QuotationText.Describe(text, QuotationReader.Read(text, blocks, language, TestContext.Current.CancellationToken)));
    }
}
