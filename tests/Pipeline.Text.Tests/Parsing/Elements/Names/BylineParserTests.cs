using Pipeline.Text.Parsing.Elements.Names;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Names;

public sealed class BylineParserTests
{
    [Theory]
    [InlineData("By Jane Doe", "Jane Doe", null)]
    [InlineData("By Jane Doe and John Roe, Staff Writer", "Jane Doe|John Roe", null)]
    [InlineData("BY JANE DOE", "Jane Doe", null)]
    [InlineData("BY JANE O'NEIL-McDOE", "Jane O'Neil-McDoe", null)]
    [InlineData("By Jane Doe, John Roe and Jean de la Doe", "Jane Doe|John Roe|Jean de la Doe", null)]
    [InlineData("By Jane Doe | Reuters", "Jane Doe", "Reuters")]
    [InlineData("By Jane Doe, Associated Press", "Jane Doe", "Associated Press")]
    [InlineData("By Jane Doe for The Northern Herald", "Jane Doe", "The Northern Herald")]
    [InlineData("By Jane Doe in Washington and John Roe in Paris", "Jane Doe|John Roe", null)]
    [InlineData("By Jane Doe, Washington", "Jane Doe", null)]
    [InlineData("By J. K. Doe Jr.", "J. K. Doe Jr.", null)]
    [InlineData("By The Associated Press", "", "The Associated Press")]
    [InlineData("By Reuters Staff", "", "Reuters")]
    [InlineData("Written by Jane Doe", "Jane Doe", null)]
    [InlineData("By Zoë Müller-Doe", "Zoë Müller-Doe", null)]
    public void Parse_Byline_ReturnsAuthorsAndSource(string line, string authors, string? source)
    {
        var byline = BylineParser.Parse(line);

        Assert.NotNull(byline);
        Assert.Equal(authors, string.Join('|', byline.Authors));
        Assert.Equal(source, byline.Source);
    }

    [Theory]
    [InlineData("By Friday, the storm had passed.")]
    [InlineData("By the numbers: a year of trade")]
    [InlineData("By The Numbers")]
    [InlineData("By Land and Sea")]
    [InlineData("By most accounts, Jane Doe won the debate.")]
    [InlineData("By 2030 the plan is to close both plants")]
    [InlineData("Bypass to open in June")]
    [InlineData("Jane Doe")]
    [InlineData("By ")]
    public void Parse_OtherLine_ReturnsNull(string line) =>
        Assert.Null(BylineParser.Parse(line));

    [Fact]
    public void Parse_DateAtTheEnd_ReturnsItApart()
    {
        var byline = BylineParser.Parse("By Jane Doe, Nov. 17, 2023");

        Assert.Equal(["Jane Doe"], byline!.Authors);
        Assert.Equal(new DateOnly(2023, 11, 17), byline.Published?.Day);
    }
}
