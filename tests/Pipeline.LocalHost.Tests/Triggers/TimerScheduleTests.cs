using System.Globalization;
using Pipeline.LocalHost.Triggers.Timers;
using Xunit;

namespace Pipeline.LocalHost.Tests.Triggers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-01-01T00:00:00Z", "2026-01-01T00:05:00Z")]
    [InlineData("*/10 * * * * *", "2026-01-01T00:00:55Z", "2026-01-01T00:01:00Z")]
    [InlineData("0 30 9 * * 1-5", "2026-01-02T10:00:00Z", "2026-01-05T09:30:00Z")]
    [InlineData("0 30 9 * JAN Mon", "2026-01-02T10:00:00Z", "2026-01-05T09:30:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("*/5 * * * *", "2026-01-01T00:01:00Z", "2026-01-01T00:05:00Z")]
    [InlineData("00:00:30", "2026-01-01T00:00:10Z", "2026-01-01T00:00:40Z")]
    [InlineData("1.00:00:00", "2026-01-01T00:00:10Z", "2026-01-02T00:00:10Z")]
    [InlineData("0 0 0 30 2 *", "2026-01-01T00:00:00Z", null)]
    public void NextAfter_Schedule_GivesTheNextTimeInUtc(string schedule, string after, string? expected)
    {
        var next = TimerSchedule.Parse(schedule).NextAfter(Time(after));

        Assert.Equal(expected is null ? null : Time(expected), next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("* * * *")]
    [InlineData("0 0 0 L * *")]
    [InlineData("0 0 0 15W * *")]
    [InlineData("0 0 0 ? * 1#2")]
    [InlineData("@daily")]
    [InlineData("0 60 * * * *")]
    [InlineData("00:00:00")]
    [InlineData("-00:00:01")]
    public void Parse_WhatThePlatformRefuses_IsRefused(string schedule) =>
        Assert.Throws<FunctionHostException>(() => TimerSchedule.Parse(schedule));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
