using Pipeline.LocalHost.Triggers.Blobs;
using Xunit;

namespace Pipeline.LocalHost.Tests.Triggers;

public sealed class BlobPathPatternTests
{
    [Theory]
    [InlineData("articles", "any/name", "")]
    [InlineData("articles/{name}", "a.txt", "name=a.txt")]
    [InlineData("articles/{name}", "a/b c/ü#?%.txt", "name=a/b c/ü#?%.txt")]
    [InlineData("articles/{name}", "line\nbreak", "name=line\nbreak")]
    [InlineData("articles/in/{name}.txt", "in/a/b.txt", "name=a/b")]
    [InlineData("articles/in/{name}.txt", "in/a/b.TXT", null)]
    [InlineData("articles/in/{name}.txt", "out/in/b.txt", null)]
    [InlineData("articles/in/{name}.txt", "in/.txt", null)]
    [InlineData("articles/{name}.{extension}", "a.b.txt", "name=a.b,extension=txt")]
    [InlineData("articles/{day}/{name}", "2023/11/a", "day=2023/11,name=a")]
    [InlineData("articles/a+(b).txt", "a+(b).txt", "")]
    [InlineData("articles/a+(b).txt", "aa(b).txt", null)]
    public void Match_Name_GivesThePlaceholdersValues(string path, string name, string? expected)
    {
        var pattern = BlobPathPattern.Parse(path);

        var values = pattern.Match(name);

        Assert.Equal(expected, values is null ? null : string.Join(',', values.Select(v => $"{v.Key}={v.Value}")));
        Assert.Equal(expected is not null, pattern.IsMatch(name));
        Assert.True(values is null || name.StartsWith(pattern.Prefix, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("articles/{name}", "articles", "")]
    [InlineData("articles/in/{name}.txt", "articles", "in/")]
    [InlineData("articles/one.txt", "articles", "one.txt")]
    public void Parse_Path_GivesContainerAndPrefix(string path, string container, string prefix)
    {
        var pattern = BlobPathPattern.Parse(path);

        Assert.Equal((container, prefix), (pattern.Container, pattern.Prefix));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab/{name}")]
    [InlineData("{container}/{name}")]
    [InlineData("Articles/{name}")]
    [InlineData("articles/{name")]
    [InlineData("articles/name}")]
    [InlineData("articles/{a b}")]
    [InlineData("articles/{name}/{NAME}")]
    public void Parse_MalformedPath_IsRefused(string path) =>
        Assert.Throws<FunctionHostException>(() => BlobPathPattern.Parse(path));
}
