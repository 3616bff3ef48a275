using System.Text;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

public sealed class ArticleParserTests
{
    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();

    [Fact]
    public void Parse_EmptyFile_RejectsAsEmpty() =>
        Assert.Equal(RejectionReason.Empty, Parse(Parser, []).Rejection?.Reason);

    [Fact]
    public void Parse_LongerThanLimit_RejectsAsTooLarge()
    {
        var parser = ArticleParser.CreateDefault(new ParsingOptions { MaxFileBytes = 10 });

        Assert.Equal(RejectionReason.TooLarge, Parse(parser, new byte[11]).Rejection?.Reason);
        Assert.NotEqual(RejectionReason.TooLarge, Parse(parser, new byte[10]).Rejection?.Reason);
    }

    [Fact]
    public void Parse_NoReader_RejectsAsNotText() =>
        Assert.Equal(RejectionReason.NotText, Parse(new ArticleParser([], new ParsingOptions()), "They left."u8.ToArray()).Rejection?.Reason);

    [Fact]
    public void Parse_CancelledToken_Throws() =>
        Assert.Throws<OperationCanceledException>(() => Parser.Parse(new SourceFile("a.txt", "They left."u8.ToArray()), new CancellationToken(true)));

    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("Title? ")]
    [InlineData("They left (AP) - ")]
    [InlineData("\u0301\u0316")]
    [InlineData("Q: a? A: b ")]
    [InlineData("- a\n")]
    [InlineData("##### FAQ ")]
    [InlineData("12, ")]
    [InlineData("....")]
    [InlineData("a-\n")]
    public void Parse_LongestFileOfOnePiece_Returns(string piece)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 4 * 1024 * 1024 / Encoding.UTF8.GetByteCount(piece))));

        var item = Parse(Parser, text);

        Assert.NotEqual(item.Article is null, item.Rejection is null);
    }

    private static ParsedItem Parse(ArticleParser parser, byte[] content) =>
        Assert.Single(parser.Parse(new SourceFile("a.txt", content), TestContext.Current.CancellationToken));
}
