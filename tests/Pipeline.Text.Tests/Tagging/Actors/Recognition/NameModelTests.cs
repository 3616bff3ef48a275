using System.IO.Compression;
using Pipeline.Text.Tagging.Actors.Recognition;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Actors.Recognition;

public sealed class NameModelTests
{
    [Fact]
    public void Score_Features_AddsTheWeightsOfThoseItKnows()
    {
        var weights = new sbyte[3 * NameModel.Lanes];
        weights[0] = 100;
        weights[NameModel.Lanes] = 100;
        weights[(2 * NameModel.Lanes) - 1] = -128;
        var model = new NameModel([7, 8, 15], weights, new int[NameLabels.Count * NameLabels.Count]);
        var scores = new int[NameLabels.Count];

        model.Score([7, 8, 8, 23, 0], scores);

        Assert.Equal(300, scores[1]);
        Assert.Equal(-256, scores[^1]);
        Assert.Equal(0, scores[NameLabels.Outside]);
    }

    [Fact]
    public void Read_OtherVersion_Throws()
    {
        using var file = new MemoryStream();
        using (var brotli = new BrotliStream(file, CompressionMode.Compress, leaveOpen: true))
        {
            brotli.Write(BitConverter.GetBytes(NameModel.Version + 1));
        }

        file.Position = 0;

        Assert.Throws<InvalidDataException>(() => NameModel.Read(file));
    }
}
