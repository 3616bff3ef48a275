using Pipeline.Text.Tagging.Actors;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Text.Tagging;

/// <summary>
/// Finds who and what an article names: people, organisations, countries, places, events and other things. Names that the
/// gazetteer knows carry their ids; others are found by a linear model over sequences of labels, learned from labelled
/// sentences. Short forms ("Sullivan", "APEC") are joined with the full name that the article gives elsewhere.
/// </summary>
/// <remarks>
/// The model is English; in other languages only names of the gazetteer are found. A country's adjective is a mention of
/// the country, which counts less than its name.
/// </remarks>
public sealed class ActorTagger
{
    /// <summary>The most actors that an article is given: the best ones.</summary>
    public const int MaxActors = 500;

    /// <summary>The most mentions that are kept of one actor in the text, and again in the FAQ: the first ones.</summary>
    public const int MaxEvidence = 1000;

    private readonly Gazetteer _gazetteer;
    private readonly NameLists _lists;
    private readonly WordClusters _clusters;
    private readonly NameModel _model;

    internal ActorTagger(Gazetteer gazetteer, NameLists lists, WordClusters clusters, NameModel model)
    {
        _gazetteer = gazetteer;
        _lists = lists;
        _clusters = clusters;
        _model = model;
    }

    /// <summary>Creates a tagger on the gazetteer and the model that ship with the product.</summary>
    public static ActorTagger CreateDefault() => new(Gazetteer.LoadBuiltIn(), NameLists.LoadBuiltIn(), WordClusters.LoadBuiltIn(), NameModel.LoadBuiltIn());

    /// <summary>Finds the Wikidata item of an actor that is known by name.</summary>
    /// <param name="name">The name, as articles write it.</param>
    /// <returns>The item of the first actor of that name; null where none is known.</returns>
    public string? FindWikidata(string name)
    {
        foreach (var known in _gazetteer.Find(NameKey.Of(name)))
        {
            if (known.Actor.Wikidata is { } wikidata)
            {
                return wikidata;
            }
        }

        return null;
    }

    /// <summary>Tags an article.</summary>
    /// <param name="article">The article.</param>
    /// <returns>
    /// The actors, best first, at most <see cref="MaxActors"/>. Mentions of different actors never overlap. A name that
    /// stands in the title only is not returned: there would be no mention to show.
    /// </returns>
    public IReadOnlyList<ActorTag> Tag(Article article)
    {
        var recognizer = new NameRecognizer(_model, new NameFeatures(_gazetteer.Lexicon, _lists, _clusters));
        var scanner = new MentionScanner(_gazetteer, _lists, recognizer, DocumentContext.Create(article));
        if (article is { Title: { } title, TitleDerived: false })
        {
            AddProse(scanner, ArticlePartKind.Title, 0, title);
        }

        AddBody(article, scanner);
        for (var i = 0; i < article.Faq.Count; i++)
        {
            AddProse(scanner, ArticlePartKind.Question, i, article.Faq[i].Question);
            AddProse(scanner, ArticlePartKind.Answer, i, article.Faq[i].Answer);
        }

        return ActorScorer.Rank(MentionResolver.Resolve(scanner.Scan()), article.Text.Length);
    }

    private static void AddBody(Article article, MentionScanner scanner)
    {
        if (article.Blocks.Count == 0)
        {
            AddProse(scanner, ArticlePartKind.Body, 0, article.Text);
            return;
        }

        foreach (var block in article.Blocks)
        {
            scanner.Add(new ArticlePart(ArticlePartKind.Body, 0), article.Text, block.Span);
        }
    }

    private static void AddProse(MentionScanner scanner, ArticlePartKind kind, int index, string text) =>
        scanner.Add(new ArticlePart(kind, index), text, new TextSpan(0, text.Length));
}
