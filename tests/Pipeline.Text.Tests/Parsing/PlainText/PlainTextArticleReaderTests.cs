using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.PlainText;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.PlainText;

public sealed class PlainTextArticleReaderTests : ArticleReaderSuite
{
    private const string Article =
        """
        Café owners back the new street plan
        By Jane Doe
        Nov. 17, 2023

        LYON (AFP) — Café owners in the old town said on Friday that they would back the city’s plan to close two streets to cars.

        The council votes next week. A naïve reading of the budget puts the cost at €3 million, the mayor’s office said.
        """;

    protected override string FileName => "article.txt";

    protected override byte[] ValidFile => Encoding.UTF8.GetBytes(Article);

    protected override byte[] MisdeclaredFile => [0xFF, 0xFE, .. ValidFile];

    protected override IArticleReader CreateReader() => new PlainTextArticleReader(new ArticleAssembler(new LanguageIdentifier()));

    [Fact]
    public void Read_Article_ReadsEachPart()
    {
        var article = Read(ValidFile)[0].Article!;

        Assert.Equal("Café owners back the new street plan", article.Title);
        Assert.False(article.TitleDerived);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("AFP", article.Source);
        Assert.Equal(new PublicationDate(new DateOnly(2023, 11, 17)), article.Published);
        Assert.Equal("en", article.Language);
        Assert.StartsWith("Café owners in the old town said on Friday", article.Text, StringComparison.Ordinal);
        Assert.Equal(2, article.Blocks.Count);
    }

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11\n12 13 14 15 16")]
    [InlineData("Only a title")]
    [InlineData("-----\n=====\n***")]
    [InlineData("a;b;c;d\n1;2;3;4")]
    public void Read_NoProse_RejectsAsNoParagraphs(string text)
    {
        var items = Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(RejectionReason.NoParagraphs, items[0].Rejection?.Reason);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body><p>The council met on Friday and voted for the plan.</p></body></html>", "HTML")]
    [InlineData("\n<html lang=\"en\"><p>The council met on Friday.</p></html>", "HTML")]
    [InlineData("<?xml version=\"1.0\"?><rss><item>The council met on Friday.</item></rss>", "XML")]
    [InlineData("{\"title\": \"The council met on Friday and voted for the plan.\"}", "JSON")]
    public void Read_Markup_RejectsAsNotText(string text, string named)
    {
        var rejection = Read(Encoding.UTF8.GetBytes(text))[0].Rejection;

        Assert.Equal(RejectionReason.NotText, rejection?.Reason);
        Assert.Contains(named, rejection!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreLinesThanAnArticleHas_RejectsAsTooLarge()
    {
        var items = Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The council met.\n", 100_001))));

        Assert.Equal(RejectionReason.TooLarge, items[0].Rejection?.Reason);
    }

    [Theory]
    [InlineData("The talks resumed.\n\nPublished: March 1, 2020 | Updated: March 3, 2020\n\nDelegates met in the morning and in the afternoon.", "2020-03-01")]
    [InlineData("The talks resumed\nUpdated March 3, 2020\n\nDelegates met in the morning and in the afternoon.", "2020-03-03")]
    [InlineData("The talks resumed\nMarch 1, 2020\n\nGENEVA, Feb. 28, 2020 (AP) — Delegates met in the morning and in the afternoon.", "2020-03-01")]
    [InlineData("The talks resumed\n\nGENEVA, Feb. 28, 2020 (AP) — Delegates met in the morning and in the afternoon.", "2020-02-28")]
    [InlineData("The talks resumed\n\nGENEVA, Feb. 28 (AP) — Delegates met in the morning and in the afternoon.", null)]
    public void Read_SeveralDates_PublicationGoesFirst(string text, string? expected)
    {
        var article = Read(Encoding.UTF8.GetBytes(text))[0].Article!;

        Assert.Equal(expected, article.Published?.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Read_CreditOfWireService_NamesAuthorsWhereNoBylineDoes()
    {
        const string text = "The central bank kept its rate on Friday, as most had expected.\n\n(Reporting by Jane Doe in Oslo; editing by John Roe)";

        var article = Read(Encoding.UTF8.GetBytes(text))[0].Article!;

        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.DoesNotContain("Reporting by", article.Text, StringComparison.Ordinal);
    }
}
