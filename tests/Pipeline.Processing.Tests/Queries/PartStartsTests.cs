using Pipeline.Processing.Queries.Digests;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class PartStartsTests
{
    private static readonly DateTime Newest = new(2024, 5, 31);

    [Fact]
    public void Cut_NoCounts_CutsTheTimeEvenly() =>
        Assert.Equal([new DateTime(2024, 5, 21), new DateTime(2024, 5, 11)], PartStarts.Cut([], new DateTime(2024, 5, 1), Newest, 3));

    [Fact]
    public void Cut_NoCountsAndNoStart_CutsNothing() => Assert.Empty(PartStarts.Cut([], null, Newest, 3));

    [Fact]
    public void Cut_Counts_GivesEachPartItsShare()
    {
        CountedSpan[] spans = [Day(30, 10), Day(20, 70), Day(10, 10), Day(9, 10)];

        var starts = PartStarts.Cut(spans, null, Newest, 2);

        Assert.Equal(new DateTime(2024, 5, 20), Assert.Single(starts).Date);
    }

    [Fact]
    public void Cut_ArticlesOutsideTheRange_DoNotCount()
    {
        CountedSpan[] spans = [new(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30), 1_000_000), Day(30, 10), Day(20, 10), new(new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 30), 1_000_000)];

        var starts = PartStarts.Cut(spans, new DateTime(2024, 5, 1), Newest, 4);

        Assert.Equal(3, starts.Count);
        Assert.Equal(starts.OrderDescending(), starts);
        Assert.All(starts, start => Assert.InRange(start, new DateTime(2024, 5, 20), Newest));
    }

    [Fact]
    public void Cut_LastMonthOfTheCalendar_IsRead() =>
        Assert.NotEmpty(PartStarts.Cut([new(new DateOnly(9999, 12, 1), DateOnly.MaxValue, 10)], null, DateTime.MaxValue, 3));

    private static CountedSpan Day(int day, long articles) => new(new DateOnly(2024, 5, day), new DateOnly(2024, 5, day), articles);
}
