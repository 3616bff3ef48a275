using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.Storage.Tests.Index;

public sealed class IndexKeyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void Parse_WhatToStringWrote_IsTheSame(int generation)
    {
        var key = new IndexKey(generation, "issue-trade_0_797594", "2455000000000000000_abc");

        Assert.Equal(key, IndexKey.Parse(key.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1/2/3/4")]
    [InlineData("x/a/b")]
    public void Parse_AnythingElse_IsAFormatError(string text) => Assert.Throws<FormatException>(() => IndexKey.Parse(text));

    [Theory]
    [InlineData(IndexKind.All, "")]
    [InlineData(IndexKind.Issue, "climate-change")]
    [InlineData(IndexKind.Actor, "q6279")]
    [InlineData(IndexKind.Source, "the-associated-press")]
    [InlineData(IndexKind.Actor, "習近平 _/#?")]
    public void ListingParse_WhatToStringWrote_IsTheSame(IndexKind kind, string id)
    {
        var listing = new IndexListing(kind, id);

        Assert.Equal(listing, IndexListing.Parse(listing.ToString()));
        Assert.Matches("^[a-z0-9.-]+$", listing.ToString());
    }

    [Theory]
    [InlineData("nonsense-x")]
    [InlineData("issue")]
    [InlineData("")]
    public void ListingParse_AnythingElse_IsNone(string text) => Assert.Null(IndexListing.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("2455000000000000000")]
    [InlineData("2455000000000000000_")]
    [InlineData("2455000000000000000_short")]
    [InlineData("x455000000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("9999999999999999999_aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void PositionTryParse_AnythingElse_IsFalse(string text) => Assert.False(IndexPosition.TryParse(text, out _));

    [Fact]
    public void KeyOf_StateListing_LiesInNoGeneration()
    {
        var layout = new IndexLayout(new ShardPlan([]));

        Assert.Equal(0, layout.KeyOf(5, IndexListing.State(ArticleState.Failed), new IndexPosition(new DateTime(2024, 1, 1), TestIds.Article())).Generation);
    }

    [Fact]
    public void CountIn_Rules_HoldFromTheirMonthOnForTheirListing()
    {
        var plan = new ShardPlan(
        [
            new ShardRule { Kind = IndexKind.All, From = new DateOnly(2024, 2, 1), Count = 4 },
            new ShardRule { Kind = IndexKind.All, From = new DateOnly(2024, 6, 1), Count = 16 },
            new ShardRule { Kind = IndexKind.Issue, Id = "trade", From = new DateOnly(2024, 2, 1), Count = 2 },
        ]);

        Assert.Equal(1, plan.CountIn(IndexListing.All, new DateTime(2024, 1, 31, 23, 59, 59)));
        Assert.Equal(4, plan.CountIn(IndexListing.All, new DateTime(2024, 2, 1)));
        Assert.Equal(16, plan.CountIn(IndexListing.All, new DateTime(2030, 1, 1)));
        Assert.Equal(2, plan.CountIn(IndexListing.Issue("trade"), new DateTime(2024, 2, 1)));
        Assert.Equal(1, plan.CountIn(IndexListing.Issue("sanctions"), new DateTime(2024, 2, 1)));
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(64, 1, true)]
    [InlineData(65, 1, false)]
    [InlineData(4, 2, false)]
    public void Validate_Options_TakeWholeMonthsAndSomeShards(int count, int day, bool expected)
    {
        var options = new IndexOptions { Shards = { new ShardRule { Count = count, From = new DateOnly(2024, 2, day) } } };

        Assert.Equal(expected, !options.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options)).Any());
    }

    [Theory]
    [InlineData("Reuters", "reuters")]
    [InlineData(" The  Associated Press. ", "the-associated-press")]
    [InlineData("Agência Lusa", "agencia-lusa")]
    [InlineData("新华社", "新华社")]
    [InlineData("a\uFFFEb", "a-b")]
    public void Source_Name_IsTheSameHoweverItIsWritten(string name, string expected) => Assert.Equal(expected, NameKeys.Source(name));

    [Fact]
    public void Source_LongOrEmptyNames_AreShortKeysOfTheirOwn()
    {
        var long1 = NameKeys.Source(new string('a', 300));
        var long2 = NameKeys.Source(new string('a', 301));

        Assert.Equal(new string('a', 60), NameKeys.Source(new string('a', 60)));
        Assert.True(NameKeys.Source(new string('a', 61)).Length < 60);
        Assert.True(long1.Length <= 60);
        Assert.NotEqual(long1, long2);
        Assert.NotEqual(NameKeys.Source("..."), NameKeys.Source("???"));
        Assert.Equal("q148", NameKeys.Actor("China", "Q148"));
        Assert.Equal(NameKeys.Actor("Q148", null), NameKeys.Actor("China", "Q148"));
    }
}
