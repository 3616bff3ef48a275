using FsCheck.Xunit;
using Pipeline.Cli.Files;
using Pipeline.Cli.Upload;
using Xunit;

namespace Pipeline.Cli.Tests.Upload;

public sealed class BlobNamesTests
{
    [Theory]
    [InlineData("a.txt")]
    [InlineData("a b/c d.txt")]
    [InlineData("100%/#1?.txt")]
    [InlineData("Übersicht/日本語/😀.txt")]
    [InlineData("a/...")]
    [InlineData("..a/.b./c..")]
    [InlineData("%2e%2e/a")]
    public void FindProblem_NameThatArrives_IsNone(string name) => Assert.Null(BlobNames.FindProblem(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData("../a")]
    [InlineData("a\\b")]
    [InlineData("a\tb")]
    [InlineData("a\u0000")]
    [InlineData("a\u0085b")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    public void FindProblem_NameThatDoesNot_SaysWhy(string name) => Assert.NotNull(BlobNames.FindProblem(name));

    [Fact]
    public void FindProblem_HalfASurrogatePair_SaysWhy() => Assert.NotNull(BlobNames.FindProblem("a\uD83D"));

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void FindProblem_Length_IsBounded(int length, bool fits) =>
        Assert.Equal(fits, BlobNames.FindProblem(new string('a', length)) is null);

    [Property]
    public bool FindProblem_AnyText_AcceptsOnlyWhatAnAddressKeeps(string? name)
    {
        if (name is null || BlobNames.FindProblem(name) is not null)
        {
            return true;
        }

        var address = new Uri("https://account/container/" + Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal));
        return Uri.UnescapeDataString(address.AbsolutePath["/container/".Length..]) == name;
    }

    [Theory]
    [InlineData(null, "a.txt")]
    [InlineData("", "a.txt")]
    [InlineData("news", "news/a.txt")]
    [InlineData("/news/2024/", "news/2024/a.txt")]
    public void Assign_Prefix_StandsBeforeTheName(string? prefix, string expected) =>
        Assert.Equal(expected, Assert.Single(BlobNames.Assign([File("a.txt")], prefix)).BlobName);

    [Fact]
    public void Assign_TwoFilesOfOneName_AreRefused()
    {
        var exception = Assert.Throws<CommandException>(() => BlobNames.Assign([File("a.txt"), File("b.txt"), File("a.txt")], null));

        Assert.Contains("'a.txt'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assign_DotSegmentInThePrefix_IsRefused() =>
        Assert.Throws<CommandException>(() => BlobNames.Assign([File("a.txt")], "../other"));

    private static InputFile File(string name) => new($"/in/{name}", name, name, 1);
}
