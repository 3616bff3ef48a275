using Pipeline.Text.Parsing.Elements.Names;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Names;

public sealed class AuthorListTests
{
    [Theory]
    [InlineData("Jane Doe", "Jane Doe", null)]
    [InlineData("By Jane Doe and John Roe", "Jane Doe|John Roe", null)]
    [InlineData("Doe, Jane", "Jane Doe", null)]
    [InlineData("Jane Doe, PhD", "Jane Doe", null)]
    [InlineData("Jane Doe (Reuters)", "Jane Doe", "Reuters")]
    [InlineData("Jane Doe, AP", "Jane Doe", "AP")]
    [InlineData("Jane Doe; The Harbour Herald", "Jane Doe", "The Harbour Herald")]
    [InlineData("Jane Doe and the night desk crew", "Jane Doe", null)]
    [InlineData("desk@example.org (Jane Doe)", "Jane Doe", null)]
    [InlineData("Jane Doe <jane@example.org>", "Jane Doe", null)]
    [InlineData("Autor: Jane Doe", "Jane Doe", null)]
    [InlineData("Ministry of Health and Welfare", "Ministry of Health and Welfare", null)]
    [InlineData("admin", "", null)]
    [InlineData("4711", "", null)]
    [InlineData("https://example.org/jane", "", null)]
    [InlineData("jane@example.org", "", null)]
    [InlineData("The council closed the pier on Monday.", "", null)]
    public void Add_Value_KeepsNamesAndSource(string value, string names, string? source)
    {
        var authors = new AuthorList();

        authors.Add(value);

        Assert.Equal(names, string.Join('|', authors.Names));
        Assert.Equal(source, authors.Source);
    }

    [Fact]
    public void Add_SameNameTwice_KeepsItOnce()
    {
        var authors = new AuthorList();

        authors.Add("Jane Doe");
        authors.Add("JANE DOE, Staff Writer");

        Assert.Equal(["Jane Doe"], authors.Names);
    }
}
