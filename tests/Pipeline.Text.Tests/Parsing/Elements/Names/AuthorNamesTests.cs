using Pipeline.Text.Parsing.Elements.Names;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Names;

public sealed class AuthorNamesTests
{
    [Theory]
    [InlineData("Jane Doe, MD, and John Roe", "Jane Doe, MD|John Roe")]
    [InlineData("Jane Doe, CNN", "Jane Doe|CNN")]
    [InlineData("Reuters, Jane Doe", "Reuters|Jane Doe")]
    [InlineData("Doe, Jane", "Jane Doe")]
    [InlineData("Geschrieben von Jane Doe und John Roe", "Jane Doe|John Roe")]
    [InlineData("JANE DOE Staff Writer", "Jane Doe")]
    [InlineData("Jane Doe in Paris | Professor of law", "Jane Doe")]
    [InlineData("Jane Doe, 17 November 2023", "Jane Doe")]
    [InlineData("The Herald Team", "The Herald Team")]
    [InlineData("wordpress", "")]
    public void Read_Value_ReturnsNames(string value, string expected) =>
        Assert.Equal(expected, string.Join('|', AuthorNames.Read(value)));
}
