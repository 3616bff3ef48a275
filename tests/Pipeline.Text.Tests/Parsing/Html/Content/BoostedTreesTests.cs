using Pipeline.Text.Parsing.Html.Content;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Content;

public sealed class BoostedTreesTests
{
    [Theory]
    [InlineData(0f, 0f, -3)]
    [InlineData(0f, 2f, 1)]
    [InlineData(2f, 0f, 4)]
    [InlineData(0.5f, 1f, -3)]
    public void Predict_Row_FollowsBranches(float first, float second, double score)
    {
        // The first tree: feature 0, then feature 1; the second has no branch.
        var trees = BoostedTrees.Parse(["0<0.5 1<1 -5 -1 2", "2"]);

        var probability = trees.Predict([first, second]);

        Assert.Equal(1 / (1 + Math.Exp(-score)), probability, 5);
    }

    [Theory]
    [InlineData("0<0.5 1")]
    [InlineData("0<0.5 1 2 x")]
    [InlineData("a<b")]
    public void Parse_Broken_Throws(string line) => Assert.Throws<FormatException>(() => BoostedTrees.Parse([line]));

    [Fact]
    public void Load_ShippedModel_FitsFeatures()
    {
        var model = ContentModel.Load();

        Assert.InRange(model.Trees.Count, 50, 1000);
        Assert.True(model.Names.Of("entry-content") > model.Names.Of("site-footer"));
    }

    [Fact]
    public void Read_ModelOfOtherFeatures_Throws() =>
        Assert.Throws<FormatException>(() => ContentModel.Read(new StringReader("[names]\na 1\n[trees of 3 features]\n0.5")));
}
