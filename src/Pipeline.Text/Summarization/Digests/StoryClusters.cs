namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Groups articles that tell of the same story, in one pass: an article joins the story whose sum of articles is most like
/// it, or starts one of its own. Stories are looked up by an article's weightiest terms, so that the work grows with the articles.
/// </summary>
internal static class StoryClusters
{
    // The cosine from which an article belongs to a story. Chosen on the openings of three outlets on each of 100 events.
    private const double MinSimilarity = 0.15;

    // Articles on one event come within days or a few weeks, and what is alike after a gap tells of another one (Yang, Pierce and
    // Carbonell, "A Study on Retrospective and On-Line Event Detection", SIGIR 1998). How many days, between any two, is chosen.
    private const int MaxDays = 14;

    // The terms of an article that its story is looked up by.
    private const int KeyTerms = 24;

    // A term of more stories tells none of them from the others; looking at all of them would cost the square of the articles.
    private const int MaxStoriesOfTerm = 100;

    /// <summary>Returns the number of each article's story; stories are numbered from 0 as they come.</summary>
    /// <param name="articles">The articles' terms, weighted, of length 1.</param>
    /// <param name="days">The articles' days, the newest first; null for one that is not known, which may belong to any time.</param>
    public static int[] Group(IReadOnlyList<TermVector> articles, IReadOnlyList<DateOnly?> days)
    {
        var stories = new int[articles.Count];
        var sums = new List<Dictionary<int, double>>();
        var squares = new List<double>();
        var newest = new List<DateOnly?>();
        var storiesOf = new Dictionary<int, List<int>>();
        var likeness = new Dictionary<int, double>();
        for (var i = 0; i < articles.Count; i++)
        {
            likeness.Clear();
            var keys = articles[i].Strongest(KeyTerms);
            foreach (var (term, weight) in keys)
            {
                if (!storiesOf.TryGetValue(term, out var those) || those.Count > MaxStoriesOfTerm)
                {
                    continue;
                }

                foreach (var story in those)
                {
                    if (days[i] is { } day && newest[story]?.DayNumber - day.DayNumber > MaxDays)
                    {
                        continue;
                    }

                    likeness[story] = likeness.GetValueOrDefault(story) + (weight * sums[story][term]);
                }
            }

            var best = -1;
            var bestLikeness = MinSimilarity;
            foreach (var (story, product) in likeness)
            {
                var cosine = product / Math.Sqrt(squares[story]);
                if (cosine > bestLikeness || (cosine == bestLikeness && story < best))
                {
                    (best, bestLikeness) = (story, cosine);
                }
            }

            if (best < 0)
            {
                best = sums.Count;
                sums.Add([]);
                squares.Add(0);
                newest.Add(days[i]);
            }

            stories[i] = best;
            squares[best] += Join(best, keys, sums[best], storiesOf);
        }

        return stories;
    }

    /// <summary>Adds an article to a story, and returns by how much the square of the story's length grows.</summary>
    private static double Join(int story, IReadOnlyList<(int Term, double Weight)> keys, Dictionary<int, double> sum, Dictionary<int, List<int>> storiesOf)
    {
        var growth = 0d;
        foreach (var (term, weight) in keys)
        {
            if (!sum.TryGetValue(term, out var before))
            {
                if (!storiesOf.TryGetValue(term, out var stories))
                {
                    storiesOf[term] = stories = [];
                }

                stories.Add(story);
            }

            sum[term] = before + weight;
            growth += ((before + weight) * (before + weight)) - (before * before);
        }

        return growth;
    }
}
