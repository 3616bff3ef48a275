using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Unpacking;

public sealed class UnreadArchiveReaderTests
{
    [Theory]
    [InlineData("425A68393141592653590000", "bzip2")]
    [InlineData("FD377A585A000004", "xz")]
    [InlineData("377ABCAF271C0004", "7-Zip")]
    [InlineData("526172211A070100", "RAR")]
    [InlineData("28B52FFD04004100", "Zstandard")]
    [InlineData("04224D1864404000", "LZ4")]
    [InlineData("4D53434600000000", "cabinet")]
    [InlineData("1F9D90544F400000", "compress")]
    public void Parse_ArchiveThatIsNotUnpacked_IsRejectedWithItsName(string bytes, string name) => AssertUnsupported(Convert.FromHexString(bytes), name);

    [Fact]
    public void Parse_Tar_IsRejectedWithItsName()
    {
        var tar = new byte[1024];
        "news/trade.txt"u8.CopyTo(tar);
        "ustar"u8.CopyTo(tar.AsSpan(257));

        AssertUnsupported(tar, "tar");
    }

    private static void AssertUnsupported(byte[] content, string name)
    {
        var rejection = Assert.Single(Unpack.Parse(content)).Rejection;

        Assert.Equal(RejectionReason.Unsupported, rejection?.Reason);
        Assert.Contains(name, rejection!.Detail, StringComparison.Ordinal);
    }
}
