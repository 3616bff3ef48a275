using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.Storage.Tests.Keys;

public sealed class ArticleIdsTests
{
    // printf 'articles/a.txt' | sha256sum | xxd -r -p | base32 | tr A-Z a-z | cut -c1-26
    [Fact]
    public void ForFile_Name_IsTheStartOfTheBase32OfTheHash()
    {
        Assert.Equal("vrbldmsi7ey7sy4nm3zc2icuh5", ArticleIds.ForFile("a.txt"));
    }

    [Fact]
    public void ForItem_NoItem_IsTheFileId()
    {
        Assert.Equal(ArticleIds.ForFile("a.txt"), ArticleIds.ForItem(ArticleIds.ForFile("a.txt"), null));
    }

    [Fact]
    public void ForItem_Items_DifferByItemAndByFile()
    {
        var one = ArticleIds.ForFile("one.jsonl");
        var two = ArticleIds.ForFile("two.jsonl");

        string[] ids = [ArticleIds.ForItem(one, "a"), ArticleIds.ForItem(one, "b"), ArticleIds.ForItem(two, "a"), one, two];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(ArticleIds.IsId(id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaa1")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaa'")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void IsId_NotAnId_IsFalse(string text)
    {
        Assert.False(ArticleIds.IsId(text));
    }
}
