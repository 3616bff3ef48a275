using Pipeline.Text.Parsing.PlainText;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.PlainText;

public sealed class ParagraphJoinerTests
{
    private static readonly string[] Paragraphs =
    [
        "The two sides met on Friday for the first time in a year, and agreed to meet again before the end of the month, when the treaty that binds both of them is due to run out.",
        "A spokesperson said that the mood in the room had been good. Neither side wanted to say what had been agreed on the border, the matter on which the last round of talks had broken down.",
        "It rained.",
        "Delegates are to return to their capitals for the weekend. The next round will be held in the same hall, on the same terms and with the same chair, according to the timetable both sides have published.",
    ];

    [Theory]
    [InlineData(60, "\n\n", "")]
    [InlineData(72, "\n\n", "")]
    [InlineData(80, "\n\n", "   ")]
    [InlineData(60, "\n", "    ")]
    [InlineData(76, "\n", "  ")]
    public void Join_WrappedText_ReturnsItsParagraphs(int width, string separator, string indent)
    {
        var text = string.Join(separator, Paragraphs.Select(paragraph => Wrap(indent + paragraph, width)));

        Assert.Equal(Paragraphs, Join(text));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("\n\n\n")]
    public void Join_ParagraphPerLine_ReturnsLines(string separator) =>
        Assert.Equal(Paragraphs, Join(string.Join(separator, Paragraphs)));

    [Fact]
    public void Join_WrappedWithoutAnySign_BreaksAfterShortLines()
    {
        var text = string.Join('\n', Paragraphs.Select(paragraph => Wrap(paragraph, 66)));

        Assert.Equal(Paragraphs, Join(text));
    }

    [Fact]
    public void Join_HeadingAboveWrappedText_StaysApart()
    {
        var paragraphs = Join($"{Wrap(Paragraphs[0], 60)}\nThe border\n{Wrap(Paragraphs[1], 60)}");

        Assert.Equal([Paragraphs[0], "The border", Paragraphs[1]], paragraphs);
    }

    [Fact]
    public void Join_WrappedListItems_KeepTheirLines()
    {
        const string text =
            """
            The plan that the two sides agreed on has two parts, which are
            these:

            - the border stays where it was drawn by the treaty of last
              year, until a court has ruled on it
            - the port is open to the ships of both sides from the first
              of the month
            """;

        Assert.Equal(
            ["The plan that the two sides agreed on has two parts, which are these:", "- the border stays where it was drawn by the treaty of last year, until a court has ruled on it", "- the port is open to the ships of both sides from the first of the month"],
            Join(text));
    }

    [Theory]
    [InlineData("inter-\nnational", "The international court", "international")]
    [InlineData("inter-\nnational", "The local court", "inter-national")]
    [InlineData("long-\nterm", "A longterm or a long-term plan", "long-term")]
    [InlineData("two-\nand three-year terms", "", "two- and three-year terms")]
    [InlineData("U.S.-\nChina", "", "U.S.- China")]
    [InlineData("back-\nand-forth", "", "back-and-forth")]
    public void Append_HyphenAtLineEnd_GoesOnlyWhenSure(string lines, string elsewhere, string expected)
    {
        var paragraph = new System.Text.StringBuilder();
        var hyphenation = new LineHyphenation($"{lines}\n{elsewhere}");
        foreach (var line in lines.Split('\n'))
        {
            hyphenation.Append(paragraph, line);
        }

        Assert.Equal(expected, paragraph.ToString());
    }

    [Fact]
    public void Join_WrappedChinese_PutsNoSpaces()
    {
        var sentence = string.Concat(Enumerable.Repeat("总统周五表示会谈将于下周继续进行他没有透露细节", 8)) + "。";
        var text = string.Join('\n', sentence.Chunk(35).Select(chunk => new string(chunk)));

        Assert.Equal([sentence], Join(text));
    }

    private static List<string> Join(string text)
    {
        var lines = TextLine.Split(text);
        return new ParagraphJoiner(WrapLayout.Detect(lines), new LineHyphenation(text)).Join(lines);
    }

    private static string Wrap(string text, int width)
    {
        var lines = new List<string>();
        while (text.Length > width)
        {
            var space = text.LastIndexOf(' ', width);
            lines.Add(text[..space]);
            text = text[(space + 1)..];
        }

        return string.Join('\n', [.. lines, text]);
    }
}
