using Pipeline.Text.Parsing.Html.Content;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Content;

public sealed class NameTokensTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("article-body", "article|body")]
    [InlineData("articleBody Article__text--v2", "article|Body|Article|text|v")]
    [InlineData("  css-1x2y ", "css|x|y")]
    public void Current_Name_IsWordByWord(string name, string expected)
    {
        var words = new List<string>();
        foreach (var word in new NameTokens(name))
        {
            words.Add(word.ToString());
        }

        Assert.Equal(expected, string.Join('|', words));
    }

    [Theory]
    [InlineData("related-articles", ElementTopic.Related)]
    [InlineData("js-site-footer", ElementTopic.Footer)]
    [InlineData("ad", ElementTopic.Advertisement)]
    [InlineData("entry-content", ElementTopic.StrongBody)]
    [InlineData("c-NewsletterSignup", ElementTopic.Newsletter)]
    public void Of_Name_HasTopic(string name, object topic) =>
        Assert.NotEqual(0UL, TopicVocabulary.Of(name) & TopicVocabulary.Bit((ElementTopic)topic));

    [Fact]
    public void Of_ShortWordInsideAnother_HasNoTopic() =>
        Assert.Equal(0UL, TopicVocabulary.Of("shadow") & TopicVocabulary.Bit(ElementTopic.Advertisement));
}
