using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Primitives;
using Pipeline.Functions.Http.Answers;
using Xunit;

namespace Pipeline.Functions.Tests.Answers;

public sealed class ContentCodingsTests
{
    private const int Long = ContentCodings.MinCompressedBytes;

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("", null, true)]
    [InlineData("gzip", "gzip", true)]
    [InlineData("gzip, br", "br", true)]
    [InlineData("gzip;q=1, br;q=0.5", "gzip", true)]
    [InlineData("br;q=0, gzip;q=0.1", "gzip", true)]
    [InlineData("*", "br", true)]
    [InlineData("*;q=0, gzip", "gzip", false)]
    [InlineData("deflate", null, true)]
    [InlineData("identity;q=0, BR", "br", false)]
    [InlineData("identity", null, true)]
    [InlineData("gzip;q=none", null, true)]
    public void Read_AcceptEncoding_ReturnsTheBestCoding(string? header, string? best, bool takesIdentity)
    {
        var codings = ContentCodings.Read(new StringValues(header));

        Assert.Equal(best, codings.For(Long));
        Assert.Equal(takesIdentity ? null : best, codings.For(Long - 1));
        Assert.True(codings.TakesAny);
    }

    [Theory]
    [InlineData("*;q=0")]
    [InlineData("identity;q=0")]
    [InlineData("deflate, identity;q=0")]
    public void Read_NothingTaken_TakesNone(string header)
    {
        Assert.False(ContentCodings.Read(header).TakesAny);
    }

    [Fact]
    public void Encode_EachCoding_IsDecodedToTheSameBytes()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("the same again and again, ", 100)));

        using var brotli = new BrotliStream(new MemoryStream(ContentCodings.Encode(body, "br")), CompressionMode.Decompress);
        using var gzip = new GZipStream(new MemoryStream(ContentCodings.Encode(body, "gzip")), CompressionMode.Decompress);

        Assert.Equal(body, Read(brotli));
        Assert.Equal(body, Read(gzip));
        Assert.Same(body, ContentCodings.Encode(body, null));
    }

    private static byte[] Read(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
