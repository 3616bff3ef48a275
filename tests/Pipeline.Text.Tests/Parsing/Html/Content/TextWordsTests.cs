using Pipeline.Text.Parsing.Html.Content;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Content;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("The well-known minister's aide, 42, left - quietly.", "The|well-known|minister's|aide|left|quietly")]
    [InlineData("\u201cNein\u201d, sagte Müller\u2019s Sohn", "Nein|sagte|Müller\u2019s|Sohn")]
    [InlineData("trailing-", "trailing")]
    public void Words_Text_AreRunsOfLetters(string text, string expected)
    {
        var words = new List<string>();
        foreach (var word in new TextWords(text))
        {
            words.Add(word.ToString());
        }

        Assert.Equal(expected, string.Join('|', words));
    }
}
