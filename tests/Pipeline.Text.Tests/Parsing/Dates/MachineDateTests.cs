using System.Globalization;
using FsCheck.Xunit;
using Pipeline.Text.Parsing.Dates;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Dates;

public sealed class MachineDateTests
{
    [Theory]
    [InlineData("20231117", "2023-11-17")]
    [InlineData("20231117T103205Z", "2023-11-17 10:32:05 +00:00")]
    [InlineData("20231117T1032+0100", "2023-11-17 10:32:00 +01:00")]
    [InlineData("2023-11-17t10:32:05z", "2023-11-17 10:32:05 +00:00")]
    [InlineData("2023-11-17T10:32:05.123456-05:00", "2023-11-17 10:32:05 -05:00")]
    [InlineData("2023-11-17T10:32:05+0000", "2023-11-17 10:32:05 +00:00")]
    [InlineData("2023-11-17T10:32:05-05", "2023-11-17 10:32:05 -05:00")]
    [InlineData("2023-11-17T10:32:05+01:00[Europe/Berlin]", "2023-11-17 10:32:05 +01:00")]
    [InlineData("2023-11-17 10:32:05 +0000 UTC", "2023-11-17 10:32:05 +00:00")]
    [InlineData("Fri, 17 Nov 2023 10:32:05 +0100", "2023-11-17 10:32:05 +01:00")]
    [InlineData("Fri Nov 17 2023 10:32:05 GMT+0100 (Central European Standard Time)", "2023-11-17 10:32:05 +01:00")]
    [InlineData("Fri Nov 17 10:32:05 UTC 2023", "2023-11-17")]
    [InlineData("2023-W46-5", "2023-11-17")]
    [InlineData("1700217125", "2023-11-17 10:32:05 +00:00")]
    [InlineData("1700217125000", "2023-11-17 10:32:05 +00:00")]
    [InlineData("1700217125.25", "2023-11-17 10:32:05 +00:00")]
    [InlineData("20231117103205", "2023-11-17 10:32:05")]
    [InlineData("202311171032Z", "2023-11-17 10:32:00 +00:00")]
    [InlineData("20231117T103205.123Z", "2023-11-17 10:32:05 +00:00")]
    [InlineData("Fri, 17 Nov 23 10:32:05 GMT", "2023-11-17 10:32:05 +00:00")]
    [InlineData("17 Nov 99 10:32 GMT", "1999-11-17 10:32:00 +00:00")]
    [InlineData("\"2023-11-17\"", "2023-11-17")]
    public void TryParse_FormsOfPrograms_ReturnsDateInItsOwnZone(string text, string expected)
    {
        var parsed = MachineDate.TryParse(text, DayOrder.Unknown, out var date);

        Assert.True(parsed);
        Assert.Equal(expected, Format(date));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023")]
    [InlineData("2023-11")]
    [InlineData("20231317")]
    [InlineData("2023-W54-1")]
    [InlineData("2023-W46")]
    [InlineData("0000000042")]
    [InlineData("9999999999999")]
    [InlineData("P2DT3H")]
    public void TryParse_NoDayInIt_ReturnsFalse(string text) =>
        Assert.False(MachineDate.TryParse(text, DayOrder.Unknown, out _));

    [Theory]
    [InlineData("03/04/2023", nameof(DayOrder.DayFirst), "2023-04-03")]
    [InlineData("03/04/2023", nameof(DayOrder.MonthFirst), "2023-03-04")]
    [InlineData("17/04/2023", nameof(DayOrder.MonthFirst), "2023-04-17")]
    [InlineData("04/17/2023", nameof(DayOrder.DayFirst), "2023-04-17")]
    public void TryParse_KnownOrder_DecidesWhereBothAreMonths(string text, string order, string expected)
    {
        var parsed = MachineDate.TryParse(text, Enum.Parse<DayOrder>(order), out var date);

        Assert.True(parsed);
        Assert.Equal(expected, Format(date));
    }

    [Property]
    public bool TryParse_AnyMomentInIso8601_KeepsDayTimeAndOffset(DateTime moment, sbyte quarters)
    {
        var offset = TimeSpan.FromMinutes(15 * (quarters % 48));
        var day = new DateOnly(1900 + (moment.Year % 300), moment.Month, Math.Min(moment.Day, 28));
        var time = new TimeOnly(moment.Hour, moment.Minute, moment.Second);
        var text = new DateTimeOffset(day.ToDateTime(time), offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

        return MachineDate.TryParse(text, DayOrder.Unknown, out var date) && date == new Pipeline.Text.PublicationDate(day, time, offset);
    }

    [Property]
    public bool TryParse_AnyText_ReturnsADayOfTheCenturiesOrNone(string? text) =>
        !MachineDate.TryParse(text, DayOrder.DayFirst, out var date) || date.Day.Year is >= 1900 and <= 2199;

    [Theory]
    [InlineData("Published on Nov. 17, 2023 by the desk", 13, 26)]
    [InlineData("公開：2023年11月17日です", 3, 14)]
    public void Find_DateInALine_ReturnsItsPlace(string line, int start, int end)
    {
        var found = DateInText.Find(line, 0, DayOrder.Unknown);

        Assert.Equal((start, end), (found!.Value.Start, found.Value.End));
        Assert.Equal(new DateOnly(2023, 11, 17), found.Value.Date.Day);
    }

    private static string Format(PublicationDate date) => string.Join(' ', new[]
    {
        date.Day.ToString("O", CultureInfo.InvariantCulture), date.Time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        date.Offset is { } offset ? (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture) : null,
    }.Where(part => part is not null));
}
