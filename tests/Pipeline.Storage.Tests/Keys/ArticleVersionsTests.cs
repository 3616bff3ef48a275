using Azure;
using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.Storage.Tests.Keys;

public sealed class ArticleVersionsTests
{
    [Fact]
    public void Normalize_QuotedAndPlain_AreTheSame()
    {
        Assert.Equal(ArticleVersions.Normalize(new ETag("0x8DC")), ArticleVersions.Normalize(new ETag("\"0x8DC\"")));
    }

    [Fact]
    public void ForParsing_OtherETagOrParser_IsAnotherVersion()
    {
        string[] versions =
        [
            ArticleVersions.ForParsing("0x1", "1"),
            ArticleVersions.ForParsing("0x2", "1"),
            ArticleVersions.ForParsing("0x1", "2"),
        ];

        Assert.Equal(versions.Length, versions.Distinct().Count());
        Assert.Equal(versions[0], ArticleVersions.ForParsing("0x1", "1"));
    }
}
