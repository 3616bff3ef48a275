using System.Text;
using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging;

/// <summary>What is read to tag an article: the title that the file names, the text, and the FAQ, as one text with its words.</summary>
internal sealed class TaggedText
{
    private const string Break = "\n\n";

    /// <summary>Initializes a new instance of the <see cref="TaggedText"/> class.</summary>
    /// <param name="article">The article.</param>
    public TaggedText(Article article)
    {
        // A derived title repeats the text, so it would count twice.
        var head = article is { Title: { Length: > 0 } title, TitleDerived: false } ? title + Break : "";
        BodyStart = head.Length;
        BodyEnd = head.Length + article.Text.Length;
        Words = new TokenizedText(Join(head, article));
        Zones = ArticleZones.Of(this, article.Blocks);
        BodyTokens = Zones.Count(zone => zone is not (Zone.Title or Zone.Faq));
    }

    /// <summary>Gets the text as words.</summary>
    public TokenizedText Words { get; }

    /// <summary>Gets where each word stands.</summary>
    public TextToken[] Tokens => Words.Tokens;

    /// <summary>Gets where the article's own text starts in <see cref="Words"/>.</summary>
    public int BodyStart { get; }

    /// <summary>Gets where the article's own text ends in <see cref="Words"/>.</summary>
    public int BodyEnd { get; }

    /// <summary>Gets the part of the article where each word stands.</summary>
    public Zone[] Zones { get; }

    /// <summary>Gets how many words the article's own text has.</summary>
    public int BodyTokens { get; }

    /// <summary>Gives where neighbouring words stand in the article's own text; null where they stand beside it.</summary>
    /// <param name="range">The words.</param>
    public TextSpan? SpanOf(TokenRange range)
    {
        var start = Tokens[range.First].Start;
        var end = Tokens[range.Last].End;
        return start >= BodyStart && end <= BodyEnd ? TextSpan.FromBounds(start - BodyStart, end - BodyStart) : null;
    }

    private static string Join(string head, Article article)
    {
        if (head.Length == 0 && article.Faq.Count == 0)
        {
            return article.Text;
        }

        var text = new StringBuilder(head).Append(article.Text);
        foreach (var pair in article.Faq)
        {
            text.Append(Break).Append(pair.Question).Append(Break).Append(pair.Answer);
        }

        return text.ToString();
    }
}
