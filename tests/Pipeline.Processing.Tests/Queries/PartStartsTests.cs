using Pipeline.Processing.Queries.Digests;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class PartStartsTests
{
    private static readonly DateTime Newest = new(2024, 5, 31);

    [Fact]
    public void Cut_NoCounts_CutsTheTimeEvenly() =>
        Assert.Equal([new DateTime(2024, 5, 21), new DateTime(2024, 5, 11)], PartStarts.Cut([], new DateTime(2024, 5, 1), Newest, 3, page: 10));

    [Fact]
    public void Cut_NoCountsAndNoStart_CutsNothing() => Assert.Empty(PartStarts.Cut([], null, Newest, 3, page: 10));

    [Fact]
    public void Cut_Counts_GivesPartsAboutAsManyArticlesAndTheOldestPageOneOfItsOwn()
    {
        CountedSpan[] spans = [Day(30, 10), Day(29, 20), Day(28, 30), Day(20, 20), Day(10, 5), Day(9, 5), Day(1, 5)];

        var starts = PartStarts.Cut(spans, null, Newest, parts: 3, page: 10);

        Assert.Equal([new DateTime(2024, 5, 28), new DateTime(2024, 5, 10)], starts);
    }

    [Fact]
    public void Cut_DayOfManyParts_IsCutWithinAndAtItsStart()
    {
        var starts = PartStarts.Cut([Day(30, 5), Day(20, 1_000), Day(10, 5)], null, Newest, parts: 5, page: 10);

        Assert.Contains(new DateTime(2024, 5, 20), starts);
        Assert.Equal(starts.Distinct().OrderDescending(), starts);
        Assert.InRange(starts.Count, 2, 4);
    }

    [Fact]
    public void Cut_ArticlesOutsideTheRange_DoNotCount()
    {
        CountedSpan[] spans = [new(new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30), 1_000_000), Day(30, 10), Day(20, 10), Day(19, 10), new(new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 30), 1_000_000)];

        Assert.Equal([new DateTime(2024, 5, 30), new DateTime(2024, 5, 20)], PartStarts.Cut(spans, new DateTime(2024, 5, 1), Newest, parts: 3, page: 10));
    }

    [Fact]
    public void Cut_LastMonthOfTheCalendar_IsRead() =>
        Assert.NotEmpty(PartStarts.Cut([new(new DateOnly(9999, 12, 1), DateOnly.MaxValue, 10), new(new DateOnly(9999, 11, 1), new DateOnly(9999, 11, 30), 10)], null, DateTime.MaxValue, parts: 3, page: 10));

    private static CountedSpan Day(int day, long articles) => new(new DateOnly(2024, 5, day), new DateOnly(2024, 5, day), articles);
}
