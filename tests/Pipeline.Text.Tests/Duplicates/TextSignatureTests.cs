using Pipeline.Text.Duplicates;
using Xunit;

namespace Pipeline.Text.Tests.Duplicates;

public sealed class TextSignatureTests
{
    private static readonly string Text = string.Join(
        ' ', Enumerable.Range(0, 40).Select(i => $"The council of town {i} voted on budget item {i * 7} after a debate of {i + 3} hours."));

    [Fact]
    public void Of_SameWordsInOtherDress_IsTheSame() =>
        Assert.Equal(TextSignature.Of(Text), TextSignature.Of(Text.ToUpperInvariant().Replace(" ", "\n\n", StringComparison.Ordinal)));

    [Theory]
    [InlineData(0.02, true)]
    [InlineData(0.8, false)]
    public void Resemblance_ChangedShareOfWords_TellsHowMuchIsLeft(double share, bool same)
    {
        var random = new Random(7);
        var changed = string.Join(' ', Text.Split(' ').Select((word, i) => random.NextDouble() < share ? $"other{i}" : word));

        var resemblance = TextSignature.Resemblance(TextSignature.Of(Text), TextSignature.Of(changed));

        Assert.Equal(same, resemblance >= TextSignature.MinResemblance);
    }

    [Fact]
    public void BandsOf_NearlyTheSame_ShareOne()
    {
        var bands = TextSignature.BandsOf(TextSignature.Of(Text));
        var others = TextSignature.BandsOf(TextSignature.Of(Text + " Corrected later."));

        Assert.Equal(4, bands.Distinct().Count());
        Assert.NotEmpty(bands.Intersect(others));
        Assert.All(bands, band => Assert.Matches("^[0-3]-[0-9a-f]{16}$", band));
    }

    [Theory]
    [InlineData("Markets closed. More soon.", "MARKETS CLOSED – more soon", true)]
    [InlineData("Markets closed. More soon.", "Markets closed. More later.", false)]
    [InlineData("新华社北京电", "新华社北京电", true)]
    public void Resemblance_FewWords_AreTheSameOrNot(string one, string other, bool same) =>
        Assert.Equal(same ? 1 : 0, TextSignature.Resemblance(TextSignature.Of(one), TextSignature.Of(other)));

    [Theory]
    [InlineData("")]
    [InlineData(" … ")]
    public void Of_NoWords_IsEmptyAndLikeNothing(string text)
    {
        var signature = TextSignature.Of(text);

        Assert.Empty(signature);
        Assert.Empty(TextSignature.BandsOf(signature));
        Assert.Equal(0, TextSignature.Resemblance(signature, signature));
    }

}
