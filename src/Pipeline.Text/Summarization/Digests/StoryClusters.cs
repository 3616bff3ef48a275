using System.Runtime.InteropServices;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Groups articles that tell of the same story, in one pass: an article joins the story whose sum of articles is most like
/// it, or starts one of its own. Reports of events of one kind use the same words of other people and places, so that an
/// article must also share names and figures with the story, where both have any (as in Kumaran and Allan, "Text Classification
/// and Named Entities for New Event Detection", SIGIR 2004). Stories are looked up by an article's weightiest terms, so that the work grows with the articles.
/// </summary>
/// <param name="articlesOfTerm">How many of the articles have each term.</param>
internal sealed class StoryClusters(int[] articlesOfTerm)
{
    // The cosines from which an article belongs to a story: of its terms, and of its particulars. Chosen on the openings of three
    // outlets on each of 100 and of 800 events, all in one digest (docs/quality.md).
    private const double MinSimilarity = 0.2;
    private const double MinSharedParticulars = 0.15;

    // Articles on one event come within days or a few weeks, and what is alike after a gap tells of another one (Yang, Pierce and
    // Carbonell, "A Study on Retrospective and On-Line Event Detection", SIGIR 1998). How many days, between any two, is chosen.
    private const int MaxDays = 14;

    // The terms of an article that its story is looked up by.
    private const int KeyTerms = 24;

    // A term of more stories tells none of them from the others; looking at all of them would cost the square of the articles.
    private const int MaxStoriesOfTerm = 100;

    private readonly List<Story> _stories = [];
    private readonly Dictionary<int, List<Posting>> _storiesOf = [];

    // What an article has in common with each story, and the stories with which it has anything: of one article at a time.
    private readonly List<double> _products = [];
    private readonly List<int> _met = [];

    /// <summary>Returns the number of each article's story; stories are numbered from 0 as they come.</summary>
    /// <param name="articles">The articles, the newest first; each is asked for when its turn comes.</param>
    /// <param name="articlesOfTerm">How many of the articles have each term.</param>
    public static int[] Group(IEnumerable<StoryArticle> articles, int[] articlesOfTerm)
    {
        var clusters = new StoryClusters(articlesOfTerm);
        return [.. articles.Select(article => clusters.Add(article.Terms.Strongest(KeyTerms), article.Particulars.Strongest(int.MaxValue), article.Day))];
    }

    private int Add(IReadOnlyList<(int Term, double Weight)> terms, IReadOnlyList<(int Term, double Weight)> particulars, DateOnly? day)
    {
        var number = Find(terms, particulars, day);
        if (number >= 0)
        {
            Join(number, terms, particulars);
            return number;
        }

        number = _stories.Count;
        _stories.Add(new Story(new TermSum(terms), new TermSum(particulars), day));
        _products.Add(0);
        foreach (var (term, weight) in terms)
        {
            Post(term, new Posting(number, weight));
        }

        return number;
    }

    private void Join(int number, IReadOnlyList<(int Term, double Weight)> terms, IReadOnlyList<(int Term, double Weight)> particulars)
    {
        var story = _stories[number];
        foreach (var (term, weight) in terms)
        {
            var (sum, isNew) = story.Terms.Add(term, weight);
            if (isNew)
            {
                Post(term, new Posting(number, sum));
            }
            else if (_storiesOf[term] is var those && those.FindIndex(posting => posting.Story == number) is >= 0 and var at)
            {
                those[at] = new Posting(number, sum);
            }
        }

        foreach (var (term, weight) in particulars)
        {
            story.Particulars.Add(term, weight);
        }
    }

    /// <summary>Notes that a story has a term, unless no other article will look for it.</summary>
    private void Post(int term, Posting posting)
    {
        if (articlesOfTerm[term] < 2)
        {
            return;
        }

        ref var those = ref CollectionsMarshal.GetValueRefOrAddDefault(_storiesOf, term, out _);
        those ??= [];

        // One more than are looked at tells that there are too many.
        if (those.Count <= MaxStoriesOfTerm)
        {
            those.Add(posting);
        }
    }

    /// <summary>Returns the story that an article belongs to; -1 where it is none of these.</summary>
    private int Find(IReadOnlyList<(int Term, double Weight)> terms, IReadOnlyList<(int Term, double Weight)> particulars, DateOnly? day)
    {
        foreach (var (term, weight) in terms)
        {
            if (!_storiesOf.TryGetValue(term, out var those) || those.Count > MaxStoriesOfTerm)
            {
                continue;
            }

            foreach (var posting in those)
            {
                if (day is null || !(_stories[posting.Story].Newest?.DayNumber - day.Value.DayNumber > MaxDays))
                {
                    if (_products[posting.Story] == 0)
                    {
                        _met.Add(posting.Story);
                    }

                    _products[posting.Story] += weight * posting.Weight;
                }
            }
        }

        var best = -1;
        var bestLikeness = MinSimilarity;
        foreach (var story in _met)
        {
            var likeness = _products[story] / _stories[story].Terms.Length;
            _products[story] = 0;
            if ((likeness > bestLikeness || (likeness == bestLikeness && story < best))
                && _stories[story].Particulars.Similarity(particulars) is null or >= MinSharedParticulars)
            {
                (best, bestLikeness) = (story, likeness);
            }
        }

        _met.Clear();
        return best;
    }

    /// <summary>A story that has a term.</summary>
    /// <param name="Story">Its number.</param>
    /// <param name="Weight">What the term weighs in it.</param>
    private readonly record struct Posting(int Story, double Weight);

    private sealed record Story(TermSum Terms, TermSum Particulars, DateOnly? Newest);
}

/// <summary>What is known of an article when its story is looked for.</summary>
/// <param name="Terms">Its terms, weighted, of length 1.</param>
/// <param name="Particulars">Its names and figures, weighted, of length 1; empty where it has none.</param>
/// <param name="Day">Its day; null where it is not known: it may belong to any time.</param>
internal readonly record struct StoryArticle(TermVector Terms, TermVector Particulars, DateOnly? Day);
