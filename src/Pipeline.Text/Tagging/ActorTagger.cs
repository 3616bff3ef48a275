using Pipeline.Text.Sentences;
using Pipeline.Text.Tagging.Actors;

namespace Pipeline.Text.Tagging;

/// <summary>
/// Finds who acts in an article: names that a gazetteer knows, and names that the prose itself shows to be those of
/// people, organisations and places, by titles, given names, company suffixes and the like. Short forms ("Sullivan",
/// "APEC") are joined with the full name that the article gives elsewhere.
/// </summary>
/// <remarks>
/// The rules for unknown names are English; in other languages only names of the gazetteer are found. A country's
/// adjective is a mention of the country only before a word for its state ("the Chinese government"), not otherwise
/// ("a Chinese restaurant").
/// </remarks>
public sealed class ActorTagger(Gazetteer gazetteer)
{
    /// <summary>The most actors that an article is given: the best ones.</summary>
    public const int MaxActors = 50;

    /// <summary>The most mentions that are kept of one actor in the text, and again in the FAQ: the first ones.</summary>
    public const int MaxEvidence = 1000;

    /// <summary>Creates a tagger on the gazetteer that ships with the product.</summary>
    public static ActorTagger CreateDefault() => new(Gazetteer.LoadBuiltIn());

    /// <summary>Tags an article.</summary>
    /// <param name="article">The article.</param>
    /// <returns>
    /// The actors, best first, at most <see cref="MaxActors"/>. Mentions of different actors never overlap. A name that
    /// stands in the title only is not returned: there would be no mention to show.
    /// </returns>
    public IReadOnlyList<ActorTag> Tag(Article article)
    {
        var scanner = new MentionScanner(gazetteer, DocumentContext.Create(article));
        if (article is { Title: { } title, TitleDerived: false })
        {
            scanner.Scan(new ArticlePart(ArticlePartKind.Title, 0), title, new TextSpan(0, title.Length), knownOnly: true);
        }

        ScanBody(article, scanner);
        for (var i = 0; i < article.Faq.Count; i++)
        {
            scanner.ScanProse(new ArticlePart(ArticlePartKind.Question, i), article.Faq[i].Question);
            scanner.ScanProse(new ArticlePart(ArticlePartKind.Answer, i), article.Faq[i].Answer);
        }

        return ActorScorer.Rank(MentionResolver.Resolve(scanner.Mentions), article.Text.Length);
    }

    private static void ScanBody(Article article, MentionScanner scanner)
    {
        var part = new ArticlePart(ArticlePartKind.Body, 0);
        if (article.Blocks.Count == 0)
        {
            scanner.ScanProse(part, article.Text);
            return;
        }

        foreach (var block in article.Blocks)
        {
            foreach (var sentence in SentenceSplitter.Split(article.Text.AsSpan(block.Span.Start, block.Span.Length)))
            {
                var span = new TextSpan(block.Span.Start + sentence.Start, sentence.Length);
                scanner.Scan(part, article.Text, span, knownOnly: block.Kind == BlockKind.Heading);
            }
        }
    }
}
