using Pipeline.Text.Parsing.PlainText;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.PlainText;

public sealed class HeaderReaderTests
{
    private const string Body = "The two sides met on Friday for the first time in a year, and agreed to meet again before the end of the month.";

    [Theory]
    [InlineData("Talks resume in Geneva\n\n")]
    [InlineData("Talks resume in Geneva\n")]
    [InlineData("# Talks resume in Geneva\n\n")]
    [InlineData("Title: Talks resume in Geneva\n\n")]
    [InlineData("Headline: Talks resume in Geneva\nSource: Reuters\n\n")]
    [InlineData("Talks resume in Geneva\nBy Jane Doe\n\n")]
    [InlineData("By Jane Doe\nNov. 17, 2023\n\nTalks resume in Geneva\n\n")]
    [InlineData("2023-11-17\nTalks resume in Geneva\n\n")]
    [InlineData("2023/11/17 Talks resume in Geneva\n\nFriday, November 17, 2023\n\n")]
    [InlineData("Talks resume in Geneva | Reuters\n\n")]
    [InlineData("Talks resume in Geneva\n\nTalks resume in Geneva\n\n")]
    [InlineData("ADVERTISEMENT\n\nTalks resume in Geneva\n\n")]
    public void Read_TitleLine_IsTheTitle(string head)
    {
        var header = Read(head + Body);

        Assert.Equal("Talks resume in Geneva", header.Fields.Title);
        Assert.Equal(Body, Text(header));
    }

    [Theory]
    [InlineData("Will the talks resume?")]
    [InlineData("And then there were two …")]
    [InlineData("Peace at last!")]
    [InlineData("A Quiet Year for the U.N.")]
    [InlineData("“We have time”: talks resume")]
    public void Read_TitleWithMark_IsTheTitle(string title) =>
        Assert.Equal(title, Read($"{title}\n\n{Body}").Fields.Title);

    [Theory]
    [InlineData("The talks resumed.")]
    [InlineData("“We have time.”")]
    [InlineData("“Do we have time?”")]
    [InlineData("This is what we know so far:")]
    [InlineData("- Talks resume")]
    [InlineData("the talks resumed")]
    [InlineData("Delegates leave the hall. (AP Photo)")]
    public void Read_ShortFirstParagraph_IsNoTitle(string first)
    {
        var header = Read($"{first}\n\n{Body}");

        Assert.Null(header.Fields.Title);
        Assert.Equal($"{first}|{Body}", Text(header));
    }

    [Theory]
    [InlineData(" date 2023-11-17 ")]
    [InlineData("date: 2023-11-17 ")]
    [InlineData("Published 2023-11-17 10:32 ")]
    [InlineData("2023-11-17 ")]
    [InlineData("Nov. 17, 2023 — ")]
    [InlineData("Friday, November 17, 2023 ")]
    public void Read_DateInFrontOfParagraph_IsTakenOff(string date)
    {
        var header = Read(date + Body);

        Assert.Equal(new DateOnly(2023, 11, 17), header.Fields.Published?.Day);
        Assert.Equal(Body, Text(header));
    }

    [Theory]
    [InlineData("November 17, 2023 was the day on which the two sides met for the first time in a year.")]
    [InlineData("Date palms grow well in the south, where the two sides met on Friday.")]
    [InlineData("Published in 2023, the plan was the first in a year that both sides agreed on.")]
    [InlineData("By Friday, both sides had agreed to meet again before the end of the month.")]
    [InlineData("Source of the trouble is a treaty that the two sides signed in a hurry last year.")]
    public void Read_ProseThatStartsLikeHeader_StaysBody(string paragraph)
    {
        var header = Read($"{paragraph}\n\n{Body}");

        Assert.Null(header.Fields.Published);
        Assert.Empty(header.Fields.Authors);
        Assert.Equal($"{paragraph}|{Body}", Text(header));
    }

    [Theory]
    [InlineData("Jane Doe | Reuters | Nov. 17, 2023", "Jane Doe", "Reuters")]
    [InlineData("By Jane Doe • Nov. 17, 2023 • 5 min read", "Jane Doe", null)]
    [InlineData("BY JANE DOE\nUpdated Nov. 19, 2023 | Published Nov. 17, 2023", "Jane Doe", null)]
    [InlineData("Author: Jane Doe\nDate: 17 November 2023\nSource: The Northern Herald\nTags: talks, peace", "Jane Doe", "The Northern Herald")]
    [InlineData("Jane Doe\nNov. 17, 2023", "Jane Doe", null)]
    [InlineData("Jane Doe, Staff Writer\nFriday 17 November 2023 10.32 GMT", "Jane Doe", null)]
    [InlineData("Reuters, Nov. 17, 2023\nBy Jane Doe", "Jane Doe", "Reuters")]
    [InlineData("By Jane Doe\nNov. 17, 2023 / 10:32 AM EST / CBS News", "Jane Doe", "CBS News")]
    public void Read_LinesBelowTitle_AreRead(string lines, string author, string? source)
    {
        var header = Read($"Talks resume in Geneva\n{lines}\n\n{Body}");

        Assert.Equal("Talks resume in Geneva", header.Fields.Title);
        Assert.Equal([author], header.Fields.Authors);
        Assert.Equal(source, header.Fields.Source);
        Assert.Equal(new DateOnly(2023, 11, 17), header.Fields.Published?.Day);
        Assert.Equal(Body, Text(header));
    }

    [Fact]
    public void Read_NameAndOutletAboveBody_AreByline()
    {
        var header = Read($"Jane Doe\n\nNorthern Herald\n\n{Body}");

        Assert.Equal(["Jane Doe"], header.Fields.Authors);
        Assert.Equal("Northern Herald", header.Fields.Source);
        Assert.Null(header.Fields.Title);
    }

    [Fact]
    public void Read_Standfirst_StaysInBody()
    {
        var header = Read($"Talks resume in Geneva\n\nBoth sides say that they have time.\n\nBy Jane Doe\n\n{Body}");

        Assert.Equal("Talks resume in Geneva", header.Fields.Title);
        Assert.Equal($"Both sides say that they have time.|{Body}", Text(header));
    }

    [Theory]
    [InlineData("Date: Feb. 30, 2023")]
    [InlineData("Date: 03/04/2023")]
    [InlineData("2 hours ago")]
    public void Read_DateThatCannotBeTrusted_GivesNone(string line)
    {
        var header = Read($"Talks resume in Geneva\n{line}\n\n{Body}");

        Assert.Null(header.Fields.Published);
        Assert.Equal(Body, Text(header));
    }

    [Fact]
    public void Read_CaptionWithDate_IsNoHeader()
    {
        const string caption = "At the hall in Geneva, November 17, 2023. (AP Photo/Jane Doe)";

        var header = Read($"{caption}\n\n{Body}");

        Assert.Null(header.Fields.Published);
        Assert.Empty(header.Fields.Authors);
    }

    [Fact]
    public void Read_Url_IsRead()
    {
        var header = Read($"https://example.org/talks\n\nTalks resume in Geneva\n\n{Body}");

        Assert.Equal("https://example.org/talks", header.Fields.Url);
        Assert.Equal("Talks resume in Geneva", header.Fields.Title);
    }

    [Fact]
    public void Read_WrappedTitle_IsJoined()
    {
        const string text =
            """
            Talks between the two governments over the border resume in
            Geneva after a year

            The two sides met on Friday for the first time in a year,
            and agreed to meet again before the end of the month, when
            the treaty that binds both of them is due to run out.
            """;

        Assert.Equal("Talks between the two governments over the border resume in Geneva after a year", Read(text).Fields.Title);
    }

    private static Header Read(string text)
    {
        var lines = TextLine.Split(text);
        return HeaderReader.Read(lines, WrapLayout.Detect(lines));
    }

    private static string Text(Header header) => string.Join('|', header.Body.Where(line => !line.IsBlank).Select(line => line.Text));
}
