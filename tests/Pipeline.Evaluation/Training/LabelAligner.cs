namespace Pipeline.Evaluation.Training;

/// <summary>
/// Finds which blocks of a page stand in the gold text: each block's runs of words are looked up there, and of all places that
/// they could have, those are taken that keep the order of the page and cover most.
/// </summary>
internal sealed class LabelAligner
{
    private const int RunLength = 4;
    private const int MaxPlaces = 3;

    private readonly string[] _gold;
    private readonly bool[] _covered;
    private readonly Dictionary<string, List<int>> _runs = new(StringComparer.Ordinal);

    private LabelAligner(string[] gold)
    {
        _gold = gold;
        _covered = new bool[gold.Length];
        for (var i = 0; i + RunLength <= gold.Length; i++)
        {
            var key = Key(gold, i);
            if (!_runs.TryGetValue(key, out var places))
            {
                _runs.Add(key, places = []);
            }

            places.Add(i);
        }
    }

    /// <summary>Returns, for each block, which part of it stands in the gold text.</summary>
    /// <param name="blocks">The words of each block, folded.</param>
    /// <param name="gold">The words of the gold text, folded.</param>
    public static double[] Align(IReadOnlyList<string[]> blocks, string[] gold) => new LabelAligner(gold).Align(blocks);

    private double[] Align(IReadOnlyList<string[]> blocks)
    {
        var shares = new double[blocks.Count];
        var ends = new int[blocks.Count];
        Array.Fill(ends, -1);
        var starts = new int[blocks.Count];
        var candidates = new List<Place>();
        for (var i = 0; i < blocks.Count; i++)
        {
            candidates.AddRange(Places(blocks[i], i));
        }

        foreach (var place in BestChain(candidates))
        {
            shares[place.Block] = (double)place.Matched / (blocks[place.Block].Length - RunLength + 1);
            (starts[place.Block], ends[place.Block]) = (place.Start, place.Start + blocks[place.Block].Length);
            Cover(place, blocks[place.Block].Length);
        }

        // What stands elsewhere in the gold text, and only there.
        foreach (var place in candidates)
        {
            var length = blocks[place.Block].Length;
            if (shares[place.Block] == 0 && place.Matched >= 0.8 * (length - RunLength + 1) && CoveredShare(place, length) < 0.3)
            {
                shares[place.Block] = (double)place.Matched / (length - RunLength + 1);
                Cover(place, length);
            }
        }

        AlignShort(blocks, shares, starts, ends);
        return shares;
    }

    /// <summary>Finds lines of fewer words than a run between what was found around them.</summary>
    private void AlignShort(IReadOnlyList<string[]> blocks, double[] shares, int[] starts, int[] ends)
    {
        var from = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (ends[i] >= 0)
            {
                from = ends[i];
                continue;
            }

            if (blocks[i].Length is 0 or >= RunLength)
            {
                continue;
            }

            var next = i + 1;
            while (next < blocks.Count && ends[next] < 0)
            {
                next++;
            }

            var to = next < blocks.Count ? starts[next] : Math.Min(_gold.Length, from + 60);
            for (var at = Math.Max(0, from); at + blocks[i].Length <= Math.Min(to, _gold.Length); at++)
            {
                if (!_covered[at] && _gold.AsSpan(at, blocks[i].Length).SequenceEqual(blocks[i]))
                {
                    shares[i] = 1;
                    from = at + blocks[i].Length;
                    break;
                }
            }
        }
    }

    private List<Place> Places(string[] words, int block)
    {
        var votes = new Dictionary<int, int>();
        for (var i = 0; i + RunLength <= words.Length; i++)
        {
            if (_runs.TryGetValue(Key(words, i), out var places))
            {
                foreach (var place in places.Take(20))
                {
                    votes[place - i] = votes.GetValueOrDefault(place - i) + 1;
                }
            }
        }

        // A word more or less shifts the rest: votes close by count together.
        return [.. votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key).Take(MaxPlaces)
            .Select(vote => new Place(block, Math.Max(0, vote.Key), Math.Min(words.Length - RunLength + 1, votes.Where(other => Math.Abs(other.Key - vote.Key) <= 5).Sum(other => other.Value))))];
    }

    private static List<Place> BestChain(List<Place> places)
    {
        var best = new int[places.Count];
        var previous = new int[places.Count];
        var end = -1;
        for (var i = 0; i < places.Count; i++)
        {
            (best[i], previous[i]) = (places[i].Matched, -1);
            for (var j = 0; j < i; j++)
            {
                if (places[j].Block < places[i].Block && places[j].Start < places[i].Start && best[j] + places[i].Matched > best[i])
                {
                    (best[i], previous[i]) = (best[j] + places[i].Matched, j);
                }
            }

            end = end < 0 || best[i] > best[end] ? i : end;
        }

        var chain = new List<Place>();
        for (var i = end; i >= 0; i = previous[i])
        {
            chain.Add(places[i]);
        }

        chain.Reverse();
        return chain;
    }

    private void Cover(Place place, int length)
    {
        for (var i = place.Start; i < Math.Min(_covered.Length, place.Start + length); i++)
        {
            _covered[i] = true;
        }
    }

    private double CoveredShare(Place place, int length)
    {
        var covered = 0;
        for (var i = place.Start; i < Math.Min(_covered.Length, place.Start + length); i++)
        {
            covered += _covered[i] ? 1 : 0;
        }

        return (double)covered / length;
    }

    private static string Key(string[] words, int at) => $"{words[at]} {words[at + 1]} {words[at + 2]} {words[at + 3]}";

    private readonly record struct Place(int Block, int Start, int Matched);
}
