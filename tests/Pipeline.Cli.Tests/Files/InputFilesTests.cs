using Pipeline.Cli.Files;
using Xunit;

namespace Pipeline.Cli.Tests.Files;

public sealed class InputFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Expand_File_KeepsItsNameAlone()
    {
        var path = _folder.Add("a/b c.txt", "text");

        var file = Assert.Single(InputFiles.Expand([path]));

        Assert.Equal("b c.txt", file.Name);
        Assert.Equal(4, file.Length);
        Assert.True(File.Exists(file.Path));
    }

    [Fact]
    public void Expand_Folder_ListsAllBelowInOrdinalOrderWithoutHiddenFiles()
    {
        foreach (var name in new[] { "b.txt", "B.txt", "a/z.txt", "a-b.txt", "a/1/deep.html", ".hidden" })
        {
            _folder.Add(name);
        }

        var files = InputFiles.Expand([_folder.Path]);

        string[] expected = OperatingSystem.IsWindows()
            ? [".hidden", "a-b.txt", "a/1/deep.html", "a/z.txt", "b.txt"]
            : ["B.txt", "a-b.txt", "a/1/deep.html", "a/z.txt", "b.txt"];
        Assert.Equal(expected, files.Select(file => file.Name));
        Assert.All(files, file => Assert.EndsWith("/" + file.Name, file.Display, StringComparison.Ordinal));
    }

    [Fact]
    public void Expand_LinkToAFolderAbove_IsNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right that users do not have.");
        _folder.Add("a/b.txt");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "a", "up"), _folder.Path);

        var files = InputFiles.Expand([_folder.Path]);

        Assert.Equal(["a/b.txt"], files.Select(file => file.Name));
    }

    [Theory]
    [InlineData("*.txt", "b.txt")]
    [InlineData("**/*.txt", "a/1/d.txt a/c.txt b.txt")]
    [InlineData("a/*.txt", "c.txt")]
    [InlineData("*/c.*", "a/c.html a/c.txt")]
    public void Expand_Pattern_ListsMatchesByTheirPathBelowTheFixedPart(string pattern, string expected)
    {
        foreach (var name in new[] { "b.txt", "a/c.txt", "a/c.html", "a/1/d.txt" })
        {
            _folder.Add(name);
        }

        var files = InputFiles.Expand([Path.Combine(_folder.Path, pattern)]);

        Assert.Equal(expected.Split(' '), files.Select(file => file.Name));
    }

    [Fact]
    public void Expand_FileWithAStarInItsName_IsThatFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names cannot have a star.");
        _folder.Add("ab.txt");
        var path = _folder.Add("a*.txt");

        Assert.Equal("a*.txt", Assert.Single(InputFiles.Expand([path])).Name);
    }

    [Theory]
    [InlineData("missing.txt", "There is no file or folder")]
    [InlineData("*.none", "No file matches")]
    [InlineData("none/**/*.txt", "No file matches")]
    [InlineData("", "There are no files in the folder")]
    public void Expand_Nothing_SaysSo(string name, string expected)
    {
        var exception = Assert.Throws<CommandException>(() => InputFiles.Expand([Path.Combine(_folder.Path, name)]));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
