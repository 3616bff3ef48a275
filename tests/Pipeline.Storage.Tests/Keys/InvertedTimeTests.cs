using FsCheck.Xunit;
using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.Storage.Tests.Keys;

public sealed class InvertedTimeTests
{
    [Property]
    public bool Ticks_OfTwoTimes_SortTheOtherWayRound(DateTime left, DateTime right) =>
        Math.Sign(string.CompareOrdinal(InvertedTime.Ticks(left), InvertedTime.Ticks(right))) == Math.Sign(right.Ticks.CompareTo(left.Ticks));

    [Property]
    public bool Month_OfTwoTimes_SortsTheOtherWayRound(DateTime left, DateTime right) =>
        Math.Sign(string.CompareOrdinal(InvertedTime.Month(left), InvertedTime.Month(right)))
        == Math.Sign(((right.Year * 12) + right.Month).CompareTo((left.Year * 12) + left.Month));

    [Property]
    public bool TryReadTicks_OfTicks_IsTheTime(DateTime time) =>
        InvertedTime.TryReadTicks(InvertedTime.Ticks(time), out var read) && read.Ticks == time.Ticks;

    [Fact]
    public void Keys_AtTheEndsOfTime_HaveAllTheirDigits()
    {
        Assert.Equal("0000000000000000000", InvertedTime.Ticks(DateTime.MaxValue));
        Assert.Equal("3155378975999999999", InvertedTime.Ticks(DateTime.MinValue));
        Assert.Equal("000000", InvertedTime.Month(DateTime.MaxValue));
        Assert.Equal("00000000", InvertedTime.Day(DateOnly.MaxValue));
        Assert.True(InvertedTime.TryReadTicks("3155378975999999999", out var first));
        Assert.Equal(DateTime.MinValue, first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("9999999999999999999")]
    [InlineData("-000000000000000001")]
    [InlineData("abcdefghijklmnopqrs")]
    public void TryReadTicks_NotTicks_IsFalse(string text)
    {
        Assert.False(InvertedTime.TryReadTicks(text, out _));
    }
}
