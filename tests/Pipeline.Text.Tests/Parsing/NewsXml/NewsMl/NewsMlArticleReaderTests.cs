using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.NewsXml.NewsMl;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.NewsXml.NewsMl;

public sealed class NewsMlArticleReaderTests : ArticleReaderSuite
{
    private const string Item =
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="3">
        <itemMeta><versionCreated>2023-11-17T10:32:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
        <contentMeta><headline>Café owners back the plan</headline><subject qcode="medtop:20000003"/></contentMeta>
        <contentSet><inlineData contenttype="text/plain">The café owners said on Friday that they would back the plan to close two streets.</inlineData></contentSet>
        </newsItem>
        """;

    protected override string FileName => "a.xml";

    protected override byte[] ValidFile => Encoding.UTF8.GetBytes(Item);

    protected override byte[] MisdeclaredFile => [.. "<?xml version=\"1.0\" encoding=\"shift_jis\"?>"u8, .. ValidFile];

    protected override IArticleReader CreateReader() => new NewsMlArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());

    [Fact]
    public void Read_SingleItem_IsTheFilesArticle()
    {
        var item = Assert.Single(Read(ValidFile));

        Assert.Null(item.ItemId);
        Assert.Equal([new Subject("medtop", "20000003", null)], item.Article?.Subjects);
    }

    [Fact]
    public void Read_SeveralVersions_KeepsTheNewestUnderTheGuid()
    {
        var older = Item.Replace("version=\"3\"", "version=\"2\"", StringComparison.Ordinal).Replace("back the plan", "fear the plan", StringComparison.Ordinal);

        var item = Assert.Single(Read(Encoding.UTF8.GetBytes($"<newsMessage><itemSet>{Item}{older}</itemSet></newsMessage>")));

        Assert.Equal("urn:a", item.ItemId);
        Assert.Equal("Café owners back the plan", item.Article?.Title);
    }

    [Theory]
    [InlineData("mm/jd/kl")]
    [InlineData("bur-mm/kl")]
    [InlineData("© Agence France-Presse")]
    public void Read_SignOffOfAgency_IsTakenOff(string line)
    {
        var file = Item.Replace("two streets.</inlineData>", $"two streets.\n\n{line}</inlineData>", StringComparison.Ordinal);

        Assert.EndsWith("two streets.", Read(Encoding.UTF8.GetBytes(file))[0].Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Canceled_RejectsAsWithdrawn() =>
        Assert.Equal(RejectionReason.Withdrawn, Read(Encoding.UTF8.GetBytes(Item.Replace("stat:usable", "stat:canceled", StringComparison.Ordinal)))[0].Rejection?.Reason);

    [Theory]
    [InlineData("<packageItem guid='p'><groupSet/></packageItem>")]
    [InlineData("<newsItem guid='p'><contentSet><remoteContent href='a.jpg'/></contentSet></newsItem>")]
    public void Read_NoText_RejectsAsUnsupported(string xml) =>
        Assert.Equal(RejectionReason.Unsupported, Assert.Single(Read(Encoding.UTF8.GetBytes(xml))).Rejection?.Reason);
}
