using Pipeline.Testing.Archives;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Unpacking;

public sealed class GzipUnpackerTests
{
    [Fact]
    public void Parse_Gzip_IsTheFileItself() =>
        Assert.Equal([": Talks on trade resume"], Unpack.Outcome(Gzip.Compress(Unpack.Text("trade"))));

    [Fact]
    public void Parse_SeveralMembers_AreOneFile()
    {
        var text = Unpack.Text("trade");

        Assert.Equal([": Talks on trade resume"], Unpack.Outcome([.. Gzip.Compress(text[..80]), .. Gzip.Compress(text[80..])]));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void Parse_CutShort_RejectsAsMalformed(double share)
    {
        var gzip = Gzip.Compress(Unpack.Text("trade"));

        Assert.Equal([": malformed"], Unpack.Outcome(gzip[..(int)(gzip.Length * share)]));
    }

    [Fact]
    public void Parse_PaddedWithZeros_IsRead() =>
        Assert.Equal([": Talks on trade resume"], Unpack.Outcome([.. Gzip.Compress(Unpack.Text("trade")), .. new byte[500]]));

    [Fact]
    public void Parse_WrongChecksum_RejectsAsMalformed()
    {
        var gzip = Gzip.Compress(Unpack.Text("trade"));
        gzip[^6] ^= 1;

        Assert.Equal([": malformed"], Unpack.Outcome(gzip));
    }

    [Fact]
    public void Parse_Empty_RejectsAsEmpty() =>
        Assert.Equal([": empty"], Unpack.Outcome([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]));

    [Fact]
    public void Parse_LongerThanTheLimitWhenExpanded_RejectsAsTooLarge()
    {
        var options = new ParsingOptions { MaxFileBytes = 10_000 };

        Assert.Equal([": too-large"], Unpack.Outcome(Gzip.Compress(new byte[10_001]), options));
        Assert.Equal([": not-text"], Unpack.Outcome(Gzip.Compress(new byte[10_000]), options));
    }

    [Fact]
    public void Parse_Bomb_RejectsByItsRatio() =>
        Assert.Equal([": expands-too-far"], Unpack.Outcome(Gzip.Compress(new byte[15_000_000])));

    [Theory]
    [InlineData(4, ": Talks on trade resume")]
    [InlineData(5, ": too-deep")]
    public void Parse_GzipInGzip_IsReadDownToTheLimit(int times, string expected)
    {
        var content = Unpack.Text("trade");
        for (var i = 0; i < times; i++)
        {
            content = Gzip.Compress(content);
        }

        Assert.Equal([expected], Unpack.Outcome(content));
    }
}
