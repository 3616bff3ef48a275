using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Markdown;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Markdown;

public sealed class MarkdownArticleReaderTests : ArticleReaderSuite
{
    private const string Prose = "The café owners said on Friday that they would back the plan to close two streets.";

    protected override string FileName => "a.md";

    protected override byte[] ValidFile => Utf8($"---\ntitle: Café owners back the plan\ndate: 2023-11-17\n---\n{Prose}\n");

    protected override byte[] MisdeclaredFile => [0xFF, 0xFE, .. ValidFile];

    protected override IArticleReader CreateReader() => new MarkdownArticleReader(new ArticleAssembler(new LanguageIdentifier()));

    [Theory]
    [InlineData("a.md", "Anything at all.", true)]
    [InlineData("a.txt", "---\ntitle: A\n---\nText.", true)]
    [InlineData("a.txt", "+++\ntitle = \"A\"\n+++\nText.", true)]
    [InlineData("a.txt", "# A\n\nSee [this](https://a.example).", true)]
    [InlineData("a.txt", "# A\n\nText.", false)]
    [InlineData("a.txt", "See [this](https://a.example).", false)]
    [InlineData("a.txt", "---\nA rule above and below.\n---\nText.", false)]
    [InlineData("a.txt", "---\nSpeaker: he said.\n---\nText.", false)]
    [InlineData("a.txt", "A plain text with a #tag and a (bracket).", false)]
    public void CanRead_NameOrContent_Decides(string name, string text, bool expected) =>
        Assert.Equal(expected, CreateReader().CanRead(new SourceFile(name, Utf8(text))));

    [Fact]
    public void Read_NoFrontMatter_TakesFirstHeadingBylineAndDate()
    {
        var article = Read(Utf8($"# Café owners *back* the plan\n\nBy Jane Doe\n\nNovember 17, 2023\n\n{Prose}"))[0].Article!;

        Assert.Equal("Café owners back the plan", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
        Assert.Equal(Prose, article.Text);
    }

    [Fact]
    public void Read_FaqByHeadings_ComesApart()
    {
        var article = Read(Utf8($"# T\n\n{Prose}\n\n## Frequently asked questions\n\n### Who pays?\n\nThe town pays.\n\n### When is it?\n\nIn spring.\n\n## Background\n\n{Prose} Again."))[0].Article!;

        Assert.Equal([new QuestionAnswer("Who pays?", "The town pays."), new QuestionAnswer("When is it?", "In spring.")], article.Faq);
        Assert.DoesNotContain("town pays", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("Again.", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: !!System.IO.FileInfo /etc/passwd", "/etc/passwd")]
    [InlineData("title: &a Plan\nauthor: *a", "Plan")]
    [InlineData("title: \"unclosed", null)]
    [InlineData("- a\n- b", null)]
    [InlineData("? [complex]\n: key", null)]
    [InlineData("a: &a [x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\ntitle: Plan", "Plan")]
    public void Read_HostileYaml_IsDataOrNothing(string yaml, string? title)
    {
        var article = Read(Utf8($"---\n{yaml}\n---\n{Prose}\n"))[0].Article!;

        Assert.Equal(title, article.TitleDerived ? null : article.Title);
        Assert.Empty(article.Authors);
        Assert.Equal(Prose, article.Text);
    }

    [Fact]
    public void Read_BillionLaughsInYaml_ExpandsNothing()
    {
        var yaml = "a0: &a0 [lol]\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(Utf8($"---\n{yaml}---\n\n{Prose}\n"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * 1024 * 1024);
    }

    [Fact]
    public void Read_NestedQuotes_SaysTooDeep() =>
        Assert.Equal(RejectionReason.TooDeep, Read(Utf8(new string('>', 10_000) + " " + Prose))[0].Rejection?.Reason);

    [Theory]
    [InlineData(">", 129, "", true)]
    [InlineData("> ", 129, "a", true)]
    [InlineData(" >", 129, "a", true)]
    [InlineData("+ ", 129, "a", true)]
    [InlineData("- > 1) ", 43, "a", true)]
    [InlineData("1. ", 129, "a", true)]
    [InlineData("> ", 128, "a", false)]
    [InlineData("- ", 200, "", false)]
    [InlineData("* * ", 200, "", false)]
    [InlineData("->", 129, "a", false)]
    [InlineData("1.", 129, "a", false)]
    public void AreTooDeep_LineOfMarkers_TellsWhetherTheyNest(string unit, int count, string tail, bool expected) =>
        Assert.Equal(expected, MarkdownBlocks.AreTooDeep(Prose + "\n\n" + string.Concat(Enumerable.Repeat(unit, count)) + tail + "\n\n" + Prose));

    [Fact]
    public void Read_AfterAFileThatIsTooDeepInAList_ReadsAsBefore()
    {
        var article = Utf8($"# T\n\n{Prose}\n\n{Prose}");
        var before = Read(article)[0].Article!;

        var emphasis = $"- {string.Concat(Enumerable.Repeat("*a _b ", 500))}{string.Concat(Enumerable.Repeat(" b_ a*", 500))}";
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(RejectionReason.TooDeep, Read(Utf8(emphasis))[0].Rejection?.Reason);
            Assert.Equal(before.Text, Read(article)[0].Article!.Text);
        }
    }

    [Fact]
    public void Read_LongerThanABook_RejectsAsTooLarge() =>
        Assert.Equal(RejectionReason.TooLarge, Read(Utf8(string.Concat(Enumerable.Repeat(Prose + "\n\n", 30_000))))[0].Rejection?.Reason);

    [Fact]
    public void Read_ParagraphWithoutEnd_IsPartedButWhole()
    {
        var article = Read(Utf8(string.Join(' ', Enumerable.Repeat(Prose, 200))))[0].Article!;

        Assert.Equal(200, article.Text.Split("close two streets.").Length - 1);
        Assert.All(article.Blocks, block => Assert.True(block.Span.Length <= MarkdownBlocks.MaxLength));
    }

    [Fact]
    public void Read_RawHtml_IsReadWithoutScripts()
    {
        var article = Read(Utf8($"# T\n\n<div onclick=\"x()\"><p>{Prose}</p><script>steal()</script></div>"))[0].Article!;

        Assert.Equal(Prose, article.Text);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
