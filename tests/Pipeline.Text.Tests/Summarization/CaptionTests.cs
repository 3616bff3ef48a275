using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Text.Tests.Summarization;

public sealed class CaptionTests
{
    [Theory]
    [InlineData("The old bridge of Northfield on Monday. (AP)")]
    [InlineData("The old bridge of Northfield on Monday. Sam Poe/Reuters")]
    [InlineData("The old bridge of Northfield on Monday (Reuters).")]
    [InlineData("The old bridge of Northfield on Monday. (ap) )]")]
    [InlineData("The old bridge of Northfield on Monday. Sam Poe via AP.")]
    [InlineData("Sam Poe/Getty Images")]
    [InlineData("The old bridge of Northfield on Monday. Photo by Sam Poe")]
    [InlineData("(AP Photo/Sam Poe)")]
    [InlineData("FILE - The old bridge of Northfield in May.")]
    [InlineData("Video provided by the city.")]
    public void IsMatch_Caption_IsTrue(string line) => Assert.True(Caption.IsMatch(line));

    [Theory]
    [InlineData("(AP) The council of Northfield closed the old harbor bridge on Monday.")]
    [InlineData("NORTHFIELD (AP) The council closed the old harbor bridge on Monday.")]
    [InlineData("The council closed the bridge (AP) and the harbor.")]
    [InlineData("The council closed the bridge (AP")]
    [InlineData("Image processing helped the engineers to find the cracks.")]
    [InlineData("Image Comics was sold on Monday.")]
    [InlineData("Getty Images and Shutterstock said that they would merge.")]
    [InlineData("The company was sued by Getty Images.")]
    [InlineData("An Ipsos/Reuters poll found that most people are for the bridge.")]
    [InlineData("Video provided by the city shows how the bridge fell into the river.")]
    [InlineData("Pictured by its makers as a miracle, the bridge fell after nine years.")]
    public void IsMatch_News_IsFalse(string sentence) => Assert.False(Caption.IsMatch(sentence));
}
