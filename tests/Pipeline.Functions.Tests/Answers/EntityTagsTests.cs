using Pipeline.Functions.Http.Answers;
using Xunit;

namespace Pipeline.Functions.Tests.Answers;

public sealed class EntityTagsTests
{
    [Fact]
    public void Of_OtherBytesMediaTypeOrCoding_IsAnotherTag()
    {
        var json = EntityTags.Hash(MediaTypes.Json, "{}"u8);
        string[] tags =
        [
            EntityTags.Of(json, null),
            EntityTags.Of(json, "br"),
            EntityTags.Of(json, "gzip"),
            EntityTags.Of(EntityTags.Hash(MediaTypes.Text, "{}"u8), null),
            EntityTags.Of(EntityTags.Hash(MediaTypes.Json, "[]"u8), null),
        ];

        Assert.Equal(tags.Length, tags.Distinct().Count());
        Assert.Equal(json, EntityTags.Hash(MediaTypes.Json, "{}"u8));
        Assert.All(tags, tag => Assert.Matches("^\"[A-Za-z0-9_-]+\"$", tag));
    }

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("W/\"a\"", true)]
    [InlineData("\"b\", \"a\"", true)]
    [InlineData("*", true)]
    [InlineData("\"b\"", false)]
    [InlineData("\"A\"", false)]
    [InlineData("a", false)]
    [InlineData("\"a", false)]
    [InlineData("", false)]
    public void Matches_IfNoneMatch_ComparesWeakly(string header, bool expected)
    {
        Assert.Equal(expected, EntityTags.Matches(header, "\"a\""));
    }
}
