using Pipeline.Text.Summarization;
using Xunit;
using static Pipeline.Text.Tests.Summarization.Northfield;

namespace Pipeline.Text.Tests.Summarization;

/// <summary>What stands among an article's sentences and is no part of what it tells: bylines, captions, labels, questions, headings.</summary>
public sealed class FurnitureTests
{
    private static readonly ExtractiveSummarizer Summarizer = new(new SummaryOptions());

    [Fact]
    public void Summarize_Story_StartsWithItsLeadAndLeavesOutFurniture()
    {
        var summary = Summarize(Create(Story));

        Assert.StartsWith("The city council", summary.Candidates[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(summary.Candidates, sentence => sentence.Text.StartsWith("Click", StringComparison.Ordinal) || sentence.Text.EndsWith('?'));
    }

    [Fact]
    public void Summarize_Headings_AreNeverQuoted()
    {
        const string Text = "What the council decided on Monday about the bridge.\n\n" + Story;
        var article = Create(Text) with
        {
            Blocks = [new Block(BlockKind.Heading, new TextSpan(0, 52)), new Block(BlockKind.Paragraph, new TextSpan(54, Story.Length))],
        };

        Assert.DoesNotContain(Summarize(article).Candidates, sentence => sentence.Start < 54);
    }

    [Theory]
    [InlineData("By Ida Lund, Staff Writer")]
    [InlineData("Posted on Monday, May 6, 2024, at 5:30 p.m. Central Time by Ida Lund in Local News")]
    [InlineData("The old bridge of Northfield on Monday. Photo by Sam Poe")]
    [InlineData("Why was the bridge closed?")]
    [InlineData("Was it safe? No.")]
    [InlineData("Q. What did the council decide on Monday about it?")]
    [InlineData("Click here to read more about it.")]
    public void Summarize_VeryShortArticle_LeavesOutWhatIsNeverQuoted(string unfit)
    {
        const string Prose = "The council closed the bridge. It had cracks.";
        var text = $"{unfit}\n\n{Prose}";
        var article = Create(text) with { Blocks = [Paragraph(text, unfit), Paragraph(text, Prose)] };

        var summary = Summarize(article);

        Assert.Equal(["The council closed the bridge.", "It had cracks."], summary.Candidates.Select(sentence => sentence.Text));
        Assert.Equal(SummaryKind.Whole, summary.Kind);
    }

    [Fact]
    public void Summarize_SentenceThatStartsLikeAByline_IsQuoted() =>
        Assert.Contains(Summarize(Create("The fire began at dawn. By noon the fire was out.")).Candidates, sentence => sentence.Text == "By noon the fire was out.");

    [Fact]
    public void Summarize_AnswersBehindQuestions_LoseTheirLabels()
    {
        string[] paragraphs = ["Q. Why was the bridge closed?", "A. Council members feared for the bridge, which had cracks.", "Q: How long will it last?", "A: Two years, the council said on Monday."];
        var text = string.Join("\n\n", paragraphs);

        var texts = Summarize(Create(text) with { Blocks = [.. paragraphs.Select(paragraph => Paragraph(text, paragraph))] }).Candidates.Select(sentence => sentence.Text);

        Assert.Equal(["Council members feared for the bridge, which had cracks.", "Two years, the council said on Monday."], texts);
    }

    [Fact]
    public void Summarize_InitialAtTheStart_IsNoLabel() =>
        Assert.Contains(Summarize(Create("A. Lund closed the bridge on Monday.")).Candidates, sentence => sentence.Text.StartsWith("A. Lund", StringComparison.Ordinal));

    [Theory]
    [InlineData("Aland Herald/AP Photo shows the bridge on Monday.")]
    [InlineData("The mayor crosses the old harbor bridge in Northfield, Ohio, March 3, 2024.")]
    [InlineData("CLOSE The bridge was shut. Video provided by the city.")]
    [InlineData("(You may recall the old bridge of Northfield from the flood.)")]
    [InlineData("Ida Lund is a columnist for the Northfield Herald.")]
    [InlineData("This story has been updated to include what the council said of the bridge.")]
    [InlineData("Council closes the old harbor bridge of Northfield for two years")]
    public void Summarize_FurnitureAmongProse_IsNeverQuoted(string furniture)
    {
        var text = $"{furniture}\n\n{Story}";
        var article = Create(text) with
        {
            Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, furniture.Length)), new Block(BlockKind.Paragraph, new TextSpan(furniture.Length + 2, Story.Length))],
        };

        var summary = Summarize(article);

        Assert.NotEmpty(summary.Candidates);
        Assert.All(summary.Candidates, sentence => Assert.True(sentence.Start > furniture.Length, sentence.Text));
    }

    [Theory]
    [InlineData("NORTHFIELD, Ohio (AP) — ")]
    [InlineData("Key points ")]
    [InlineData("(Bloomberg) - ")]
    [InlineData("(Bloomberg) -- ")]
    [InlineData("(Bloomberg) – ")]
    [InlineData("(Bloomberg)-")]
    [InlineData("(Bloomberg Opinion) -- ")]
    public void Summarize_DatelineOrLabel_IsNoPartOfTheSentence(string opening) =>
        Assert.StartsWith("The city council", Summarize(Create(opening + Story)).Take(1)[0].Text, StringComparison.Ordinal);

    private static Summary Summarize(Article article) => Summarizer.Summarize(article, [], []);

    private static Block Paragraph(string text, string paragraph) => new(BlockKind.Paragraph, new TextSpan(text.IndexOf(paragraph, StringComparison.Ordinal), paragraph.Length));

    private static Article Create(string text) => new() { Format = "text", Text = text, Language = "en" };
}
