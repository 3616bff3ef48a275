using Pipeline.Text;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Testing;

/// <summary>What must hold for whatever a reader returns.</summary>
public static class ArticleAssert
{
    /// <summary>Asserts that items keep the contract of <see cref="IArticleReader"/>.</summary>
    public static void IsValid(IReadOnlyList<ParsedItem> items)
    {
        Assert.NotEmpty(items);
        Assert.All(items.Skip(1), item => Assert.False(string.IsNullOrWhiteSpace(item.ItemId), "Of several items the first alone may be the file itself, without an id."));
        foreach (var item in items)
        {
            Assert.NotEqual(item.Article is null, item.Rejection is null);
            Assert.True(item.ItemId is null || item.ItemId.Trim().Length > 0, "An id is null or says something.");
            if (item.Article is { } article)
            {
                IsValid(article);
            }
            else
            {
                Assert.Contains(item.Rejection!.Reason, RejectionReason.All);
                Assert.NotEmpty(item.Rejection.Detail);
            }
        }
    }

    /// <summary>Asserts that each item has an id of its own, as <see cref="ArticleParser"/> sees to.</summary>
    public static void HasDistinctIds(IReadOnlyList<ParsedItem> items) =>
        Assert.Equal(items.Count, items.Select(item => item.ItemId).Distinct(StringComparer.Ordinal).Count());

    /// <summary>Asserts that an article is whole: its blocks in order, inside its text and all of it but the blank lines.</summary>
    public static void IsValid(Article article)
    {
        Assert.NotEmpty(article.Format);
        Assert.NotEmpty(article.Blocks);
        Assert.Contains(article.Blocks, block => block.Kind != BlockKind.Heading);
        Assert.True(article.Title is null || article.Title.Trim().Length > 0, "A title is null or says something.");
        Assert.Equal(article.Language is null, article.LanguageConfidence is null);
        Assert.InRange(article.LanguageConfidence ?? 0, 0, 1);
        Assert.All(article.Authors, author => Assert.NotEmpty(author.Trim()));
        Assert.All(article.Faq, pair =>
        {
            Assert.NotEmpty(pair.Question.Trim());
            Assert.DoesNotContain('\n', pair.Question);
            Assert.NotEmpty(pair.Answer.Trim());
        });

        var end = 0;
        foreach (var block in article.Blocks)
        {
            Assert.True(block.Span.Length > 0 && block.Span.Start >= end && block.Span.End <= article.Text.Length, $"{block} lies outside the text, or before its predecessor's end.");
            Assert.Equal(string.Empty, article.Text[end..block.Span.Start].Trim('\n'));
            Assert.DoesNotContain('\n', article.Text[block.Span.Start..block.Span.End]);
            end = block.Span.End;
        }

        Assert.All(article.Quotations, quotation =>
        {
            Assert.True(quotation.Span.Length > 0 && quotation.Span.End <= article.Text.Length, $"{quotation} lies outside the text.");
            Assert.True(quotation.Speaker is not { } speaker || (speaker.Length > 0 && speaker.End <= article.Text.Length), $"The speaker of {quotation} lies outside the text.");
        });
        Assert.Equal(article.Text.Length, end);
        Assert.True(article.Text.IsNormalized(), "The text is in NFC.");
    }
}
