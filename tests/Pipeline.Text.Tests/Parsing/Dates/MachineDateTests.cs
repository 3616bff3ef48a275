using System.Globalization;
using Pipeline.Text.Parsing.Dates;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Dates;

public sealed class MachineDateTests
{
    [Theory]
    [InlineData("1700217125", "2023-11-17 10:32:05 00:00:00")]
    [InlineData("1700217125000", "2023-11-17 10:32:05 00:00:00")]
    [InlineData("1700217125.25", "2023-11-17 10:32:05 00:00:00")]
    [InlineData("20231117", "2023-11-17")]
    [InlineData("20231117T103205Z", "2023-11-17 10:32:05 00:00:00")]
    [InlineData("20231117T103205-0500", "2023-11-17 10:32:05 -05:00:00")]
    [InlineData("20231117T1032Z", "2023-11-17 10:32:00 00:00:00")]
    [InlineData("20231117103205", "2023-11-17 10:32:05")]
    [InlineData("2023-11-17T10:32:05+01:00", "2023-11-17 10:32:05 01:00:00")]
    [InlineData("2023-11-17 10:32:05", "2023-11-17 10:32:05")]
    [InlineData("Fri, 17 Nov 2023 10:32:05 +0100", "2023-11-17 10:32:05 01:00:00")]
    [InlineData("Fri, 17 Nov 23 10:32:05 GMT", "2023-11-17 10:32:05 00:00:00")]
    [InlineData("17 Nov 99 10:32 GMT", "1999-11-17 10:32:00 00:00:00")]
    [InlineData("2 hours ago", null)]
    [InlineData("20231317", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("12", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Parse_Form_ReturnsDayTimeAndZone(string? text, string? expected)
    {
        var date = MachineDate.Parse(text);

        Assert.Equal(expected, date is not { } found ? null : string.Create(CultureInfo.InvariantCulture, $"{found.Day:yyyy-MM-dd}{(found.Time is { } time ? $" {time:HH:mm:ss}" : "")}{(found.Offset is { } offset ? $" {offset:c}" : "")}"));
    }
}
