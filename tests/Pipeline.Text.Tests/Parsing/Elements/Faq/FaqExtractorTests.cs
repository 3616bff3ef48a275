using Pipeline.Text.Parsing.Elements.Faq;
using Pipeline.Text.Parsing.PlainText;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Faq;

public sealed class FaqExtractorTests
{
    private const string Body = "The city council voted on Friday to close two streets to cars from next spring.";
    private const string Answer = "The plan closes two streets of the old town to cars, from ten in the morning until eight in the evening.";
    private const string Other = "Shops along both streets had asked for later hours, and the council agreed to look at them again in a year.";

    [Theory]
    [InlineData("FAQ")]
    [InlineData("FAQs")]
    [InlineData("faqs:")]
    [InlineData("## FAQ")]
    [InlineData("**FAQs**")]
    [InlineData("F.A.Q.")]
    [InlineData("Frequently Asked Questions")]
    [InlineData("Frequently asked questions (FAQs)")]
    [InlineData("FAQs about the plan")]
    [InlineData("Questions and answers")]
    [InlineData("Q&A")]
    [InlineData("Preguntas frecuentes")]
    public void Extract_KnownHeading_ReturnsPairs(string heading)
    {
        var (body, faq) = Extract(Body, heading, "What does the plan do?", Answer, "Who asked for it?", Other);

        Assert.Equal([Body], body);
        Assert.Equal([new("What does the plan do?", Answer), new QuestionAnswer("Who asked for it?", Other)], faq);
    }

    [Theory]
    [InlineData("Q: What does the plan do?", "A: ")]
    [InlineData("Q. What does the plan do?", "A. ")]
    [InlineData("Q1: What does the plan do?", "A1: ")]
    [InlineData("Question: What does the plan do?", "Answer: ")]
    [InlineData("1. What does the plan do?", "")]
    [InlineData("1) What does the plan do?", "")]
    [InlineData("### What does the plan do?", "")]
    [InlineData("**What does the plan do?**", "")]
    public void Extract_MarkedQuestions_TakesMarksOff(string question, string answerMark)
    {
        var (_, faq) = Extract(Body, "FAQ", question, answerMark + Answer, question, answerMark + Other);

        Assert.Equal([new("What does the plan do?", Answer), new QuestionAnswer("What does the plan do?", Other)], faq);
    }

    [Theory]
    [InlineData("1. What does the plan do? ", "2. Who asked? ")]
    [InlineData("What does the plan do? ", "Who asked? ")]
    [InlineData("Q: What does the plan do? A: ", "Q: Who asked? A: ")]
    public void Extract_AnswerOnTheSameLine_IsSplitOff(string first, string second)
    {
        var (_, faq) = Extract(Body, "FAQ", first + Answer, second + Other);

        Assert.Equal([new("What does the plan do?", Answer), new QuestionAnswer("Who asked?", Other)], faq);
    }

    [Fact]
    public void Extract_SeveralParagraphs_AreOneAnswer()
    {
        var (_, faq) = Extract(Body, "FAQ", "What does the plan do?", Answer, Other, "Who asked for it?", "Shops.");

        Assert.Equal(2, faq.Count);
        Assert.Equal($"{Answer}\n\n{Other}", faq[0].Answer);
    }

    [Theory]
    [InlineData("But is that enough?")]
    [InlineData("The council met twice. Is that enough?")]
    public void Extract_RhetoricalQuestionInAnswer_StaysThere(string rhetorical)
    {
        var (_, faq) = Extract(Body, "FAQ", "What does the plan do?", Answer, rhetorical, Other, "Who asked for it?", Other);

        Assert.Equal(2, faq.Count);
        Assert.Contains(rhetorical, faq[0].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_QuestionRightAfterMarkedQuestion_IsAnswer()
    {
        var (_, faq) = Extract(Body, "FAQ", "Q: What does the plan do?", "A: Who can say?", "Q: Who asked for it?", "A: " + Other);

        Assert.Equal([new("What does the plan do?", "Who can say?"), new QuestionAnswer("Who asked for it?", Other)], faq);
    }

    [Fact]
    public void Extract_HeadingAfterFaq_ReturnsToBody()
    {
        var (body, faq) = Extract(Body, "FAQ", "What does the plan do?", Answer, "Next steps", Other);

        Assert.Single(faq);
        Assert.Equal([Body, "Next steps", Other], body);
    }

    [Fact]
    public void Extract_ShortAnswerWithoutStop_IsNoHeading()
    {
        var (body, faq) = Extract(Body, "FAQ", "Who can apply?", "Anyone over 18", "What does the plan do?", Answer);

        Assert.Equal([Body], body);
        Assert.Equal(new QuestionAnswer("Who can apply?", "Anyone over 18"), faq[0]);
    }

    [Fact]
    public void Extract_NothingParseableBehindHeading_StaysBody()
    {
        string[] paragraphs = [Body, "FAQ", Answer, Other];

        var (body, faq) = Extract(paragraphs);

        Assert.Equal(paragraphs, body);
        Assert.Empty(faq);
    }

    [Fact]
    public void Extract_LabelWithoutQuestion_IsNoPair()
    {
        var (_, faq) = Extract(Body, "FAQ", "Q:", Other, "Q: What does the plan do?", "A: " + Answer);

        Assert.Equal([new QuestionAnswer("What does the plan do?", Answer)], faq);
    }

    [Fact]
    public void Extract_InterviewWithoutHeading_StaysBody()
    {
        string[] paragraphs = [Body, "Q: What does the plan do?", "A: " + Answer, "Q: Who asked for it?", "A: " + Other];

        var (body, faq) = Extract(paragraphs);

        Assert.Equal(paragraphs, body);
        Assert.Empty(faq);
    }

    [Fact]
    public void Extract_NothingElseInFile_StaysBody()
    {
        var (body, faq) = Extract("Questions and answers", "What does the plan do?", Answer);

        Assert.Equal(3, body.Count);
        Assert.Empty(faq);
    }

    private static (IReadOnlyList<string> Body, IReadOnlyList<QuestionAnswer> Faq) Extract(params string[] paragraphs)
    {
        var (body, faq) = FaqExtractor.Extract(PassageClassifier.Classify(paragraphs), TestContext.Current.CancellationToken);
        return ([.. body.Select(passage => passage.Text)], faq);
    }
}
