using System.Runtime.InteropServices;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>The articles of a digest, read: which repeat others, which tell the same story, and what their sentences say.</summary>
internal sealed class DigestTable
{
    private readonly IReadOnlyList<DigestArticle> _articles;
    private readonly List<int> _buffer = [];
    private readonly int[][][] _terms;
    private readonly int[][] _titles;
    private readonly int[] _articlesOfTerm;
    private readonly double[] _importance;
    private readonly int[] _stories;

    /// <summary>Reads articles.</summary>
    /// <param name="articles">The articles, the newest first; of one day the one to prefer of equals first.</param>
    public DigestTable(IReadOnlyList<DigestArticle> articles)
    {
        _articles = articles;
        var reader = new TermReader();
        _terms = [.. articles.Select(article => article.Candidates.Select(candidate => reader.Read(candidate.Text, out _)).ToArray())];
        _titles = [.. articles.Select(article => article.Title is { } title ? reader.Read(title, out _) : [])];
        var particulars = ParticularReader.Read(articles, out var particularCount);
        First = NearDuplicates.Find(articles.Select((article, i) => ReadingOrder(article, _terms[i])), [.. particulars.Select(those => those.Figures)]);
        Unique = [.. Enumerable.Range(0, articles.Count).Where(i => First[i] == i)];
        _articlesOfTerm = CountArticles(reader.Count, TermsOf);
        _importance = Importance(_articlesOfTerm);
        var rarity = Importance(CountArticles(particularCount, ParticularsOf));
        _stories = new int[articles.Count];
        var stories = StoryClusters.Group(
            Unique.Select(i => new StoryArticle(TermVector.Create(TermsOf(i), _importance), TermVector.Create(ParticularsOf(i), rarity), articles[i].Date)),
            _articlesOfTerm);
        for (var i = 0; i < Unique.Count; i++)
        {
            _stories[Unique[i]] = stories[i];
        }

        Stories = stories.DefaultIfEmpty(-1).Max() + 1;

        ReadOnlySpan<int> ParticularsOf(int article)
        {
            _buffer.Clear();
            _buffer.AddRange(particulars[article].Names.Select(name => name.Id));
            _buffer.AddRange(particulars[article].Figures);
            return CollectionsMarshal.AsSpan(_buffer);
        }
    }

    private delegate ReadOnlySpan<int> TermReading(int article);

    /// <summary>Gets for each article the first one that it repeats; itself where it repeats none.</summary>
    public IReadOnlyList<int> First { get; }

    /// <summary>Gets the numbers of the articles that repeat none.</summary>
    public IReadOnlyList<int> Unique { get; }

    /// <summary>Gets how many stories they tell.</summary>
    public int Stories { get; }

    /// <summary>Returns the sentences to choose from.</summary>
    /// <param name="issue">The issue that is asked for; null for none.</param>
    /// <param name="conceptWeights">What each concept of the sentences weighs.</param>
    public IReadOnlyList<DigestRow> CreateRows(string? issue, out double[] conceptWeights)
    {
        var concepts = new SharedConcepts(_articlesOfTerm);
        var sources = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new DigestRow[Unique.Sum(i => _terms[i].Length)];
        var firsts = FirstRows();

        // Story by story: what its sentences are compared with is not kept.
        foreach (var story in Unique.GroupBy(i => _stories[i]))
        {
            var titles = VectorOf(story, i => [_titles[i]]);
            var whole = VectorOf(story, i => _terms[i]);
            foreach (var i in story)
            {
                var source = SourceOf(_articles[i], sources);
                for (var j = 0; j < _terms[i].Length; j++)
                {
                    var candidate = _articles[i].Candidates[j];
                    var vector = TermVector.Create(_terms[i][j], _importance);
                    rows[firsts[i] + j] = new DigestRow(i, j, story.Key, source)
                    {
                        Words = SummaryLength.CountWords(candidate.Text),
                        Salience = candidate.Score,
                        Centrality = vector.Similarity(whole),
                        TitleOverlap = vector.Similarity(titles),
                        ShowsIssue = issue is not null && candidate.Issues?.Contains(issue) == true,
                        Vector = vector,
                        Concepts = concepts.Read(i, _terms[i][j]),
                        Needs = SentenceSupport.Of(_articles[i].Candidates, j) is { } needs ? [.. needs.Select(candidate => firsts[i] + candidate)] : null,
                    };
                }
            }
        }

        conceptWeights = concepts.Weigh();
        return rows;
    }

    /// <summary>Returns for each article the number of its first row.</summary>
    private int[] FirstRows()
    {
        var firsts = new int[_articles.Count];
        var rows = 0;
        foreach (var i in Unique)
        {
            firsts[i] = rows;
            rows += _terms[i].Length;
        }

        return firsts;
    }

    private static int SourceOf(DigestArticle article, Dictionary<string, int> sources)
    {
        var name = article.Source ?? article.Id;
        if (!sources.TryGetValue(name, out var source))
        {
            sources[name] = source = sources.Count;
        }

        return source;
    }

    private static List<int> ReadingOrder(DigestArticle article, int[][] terms)
    {
        var all = new List<int>(terms.Sum(sentence => sentence.Length));
        foreach (var j in Enumerable.Range(0, terms.Length).OrderBy(j => article.Candidates[j].Start))
        {
            all.AddRange(terms[j]);
        }

        return all;
    }

    /// <summary>Returns the terms of an article's title and sentences, until they are asked for again.</summary>
    private ReadOnlySpan<int> TermsOf(int article)
    {
        _buffer.Clear();
        _buffer.AddRange(_titles[article]);
        foreach (var sentence in _terms[article])
        {
            _buffer.AddRange(sentence);
        }

        return CollectionsMarshal.AsSpan(_buffer);
    }

    private TermVector VectorOf(IEnumerable<int> articles, Func<int, int[][]> termsOf)
    {
        _buffer.Clear();
        foreach (var i in articles)
        {
            foreach (var terms in termsOf(i))
            {
                _buffer.AddRange(terms);
            }
        }

        return TermVector.Create(CollectionsMarshal.AsSpan(_buffer), _importance);
    }

    /// <summary>Counts the articles that have each term.</summary>
    private int[] CountArticles(int termCount, TermReading termsOf)
    {
        var articles = new int[termCount];
        var last = new int[termCount];
        foreach (var i in Unique)
        {
            foreach (var term in termsOf(i))
            {
                articles[term] += last[term] == i + 1 ? 0 : 1;
                last[term] = i + 1;
            }
        }

        return articles;
    }

    // The inverse document frequency among the articles.
    private double[] Importance(int[] articlesOfTerm) => [.. articlesOfTerm.Select(count => Math.Log(1 + ((double)Unique.Count / Math.Max(1, count))))];
}
