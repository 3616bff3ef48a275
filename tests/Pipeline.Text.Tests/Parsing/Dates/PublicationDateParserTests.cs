using System.Globalization;
using Pipeline.Text.Parsing.Dates;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Dates;

public sealed class PublicationDateParserTests
{
    [Theory]
    [InlineData("2023-11-17", "2023-11-17")]
    [InlineData("2023/11/17", "2023-11-17")]
    [InlineData("2023-11-17T10:32:00Z", "2023-11-17 10:32:00 00:00:00")]
    [InlineData("2023-11-17T10:32:00.123+01:00", "2023-11-17 10:32:00 01:00:00")]
    [InlineData("2023-11-17 10:32 +0100", "2023-11-17 10:32:00 01:00:00")]
    [InlineData("2023-11-17 10:32", "2023-11-17 10:32:00")]
    [InlineData("Nov. 17, 2023", "2023-11-17")]
    [InlineData("Nov 17 2023", "2023-11-17")]
    [InlineData("NOVEMBER 17, 2023", "2023-11-17")]
    [InlineData("November 17th, 2023", "2023-11-17")]
    [InlineData("17 November 2023", "2023-11-17")]
    [InlineData("17th of November, 2023", "2023-11-17")]
    [InlineData("17-Nov-2023", "2023-11-17")]
    [InlineData("Friday, Nov. 17, 2023 10:32 a.m. EST", "2023-11-17 10:32:00 -05:00:00")]
    [InlineData("Fri 17 Nov 2023 10.32 GMT", "2023-11-17 10:32:00 00:00:00")]
    [InlineData("Fri, 17 Nov 2023 10:32:05 GMT", "2023-11-17 10:32:05 00:00:00")]
    [InlineData("November 17, 2023 at 10:32 PM", "2023-11-17 22:32:00")]
    [InlineData("November 17, 2023, 12:05 a.m. ET", "2023-11-17 00:05:00")]
    [InlineData("10:32 EST, 17 November 2023", "2023-11-17 10:32:00 -05:00:00")]
    [InlineData("17 November 2023 10:32 UTC+2", "2023-11-17 10:32:00 02:00:00")]
    [InlineData("17/11/2023", "2023-11-17")]
    [InlineData("11/17/2023", "2023-11-17")]
    [InlineData("05/05/2023", "2023-05-05")]
    [InlineData("17.11.2023", "2023-11-17")]
    [InlineData("04.03.2023", "2023-03-04")]
    [InlineData("17. November 2023", "2023-11-17")]
    [InlineData("vendredi 17 novembre 2023", "2023-11-17")]
    [InlineData("Le 1er août 2023", "2023-08-01")]
    [InlineData("17 de noviembre de 2023", "2023-11-17")]
    [InlineData("17 ноября 2023", "2023-11-17")]
    [InlineData("2023年11月17日", "2023-11-17")]
    [InlineData("2023년 11월 17일", "2023-11-17")]
    [InlineData("February 29, 2024", "2024-02-29")]
    [InlineData("17 de noviembre de 2023, 14:30 h", "2023-11-17 14:30:00")]
    [InlineData("17. November 2023, 14:30 Uhr", "2023-11-17 14:30:00")]
    [InlineData("2023年11月17日 14時30分", "2023-11-17 14:30:00")]
    [InlineData("2023년 11월 17일 14시 30분", "2023-11-17 14:30:00")]
    public void TryParse_UsualForms_ReturnsDate(string text, string expected)
    {
        var parsed = PublicationDateParser.TryParse(text, out var date);

        Assert.True(parsed);
        Assert.Equal(expected, Format(date));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Friday")]
    [InlineData("Nov. 17")]
    [InlineData("November 2023")]
    [InlineData("2023")]
    [InlineData("yesterday")]
    [InlineData("2 hours ago")]
    [InlineData("Feb. 30, 2023")]
    [InlineData("February 29, 2023")]
    [InlineData("2023-13-01")]
    [InlineData("2023-00-10")]
    [InlineData("03/04/2023")]
    [InlineData("3-4-2023")]
    [InlineData("July 4, 1776")]
    [InlineData("July 4, 2776")]
    [InlineData("Nov. 17, 23")]
    [InlineData("Nov. 17, 20234")]
    [InlineData("2023-11-17-18")]
    [InlineData("10:32")]
    [InlineData("November 17, 2023 was a day")]
    [InlineData("99999999999999999999")]
    public void TryParse_NoDateOrAnUnsureOne_ReturnsFalse(string text) =>
        Assert.False(PublicationDateParser.TryParse(text, out _));

    [Theory]
    [InlineData("2023-11-17 25:61", 10)]
    [InlineData("Nov. 17, 2023 The talks resumed", 13)]
    [InlineData("2023-11-17 10 people were hurt", 10)]
    public void TryParsePrefix_TextBehindTheDate_StopsBeforeIt(string text, int expected)
    {
        var parsed = PublicationDateParser.TryParsePrefix(text, out var date, out var length);

        Assert.True(parsed);
        Assert.Equal(expected, length);
        Assert.Null(date.Time);
    }

    private static string Format(PublicationDate date) => string.Join(' ', new[]
    {
        date.Day.ToString("O", CultureInfo.InvariantCulture), date.Time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture), date.Offset?.ToString("c"),
    }.Where(part => part is not null));
}
