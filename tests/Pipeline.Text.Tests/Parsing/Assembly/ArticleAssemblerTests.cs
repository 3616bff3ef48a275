using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Faq;
using Pipeline.Text.Parsing.Elements.Quotations;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Assembly;

/// <summary>The limit of a file's time holds for what all formats share, too.</summary>
public sealed class ArticleAssemblerTests
{
    private const string Said = "\"We will go on as we did,\" said Ann Roe on Friday.";

    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void Assemble_CancelledToken_Throws() => Assert.Throws<OperationCanceledException>(() =>
        new ArticleAssembler(new LanguageIdentifier()).Assemble(new ArticleDraft { Format = "text", Passages = [new Passage(BlockKind.Paragraph, Said)] }, Cancelled));

    [Fact]
    public void Extract_CancelledToken_Throws() =>
        Assert.Throws<OperationCanceledException>(() => FaqExtractor.Extract([new Passage(BlockKind.Heading, "FAQ"), new Passage(BlockKind.Paragraph, "Why?")], Cancelled));

    [Fact]
    public void Read_CancelledToken_Throws() =>
        Assert.Throws<OperationCanceledException>(() => QuotationReader.Read(Said, [new Block(BlockKind.Paragraph, new TextSpan(0, Said.Length))], "en", Cancelled));
}
