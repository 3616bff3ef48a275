using System.Runtime.InteropServices;
using Pipeline.Text.Duplicates;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Finds articles that say nearly the same: <see cref="MinHash"/> over runs of three terms, in bands, to find pairs (Leskovec,
/// Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3), and a comparison of the runs themselves to be sure of them.
/// Reports of one form that differ in their figures (markets, results, weather) say different things, however alike.
/// </summary>
internal static class NearDuplicates
{
    // 12 bands of 3 hashes: a pair of resemblance .6 is found with a chance of .95, one of .9 always.
    private const int Bands = 12;
    private const int HashesInBand = 3;
    private const int RunLength = 3;

    // Chosen: reprints with another headline or a changed paragraph stay above it; reports that are written anew share few runs.
    private const double MinResemblance = 0.6;

    // Of the figures of the article that has fewer, so many are in the other: an update changes some. Chosen.
    private const double MinSharedFigures = 0.5;

    // So many articles of a band are compared with each other at most; the rest of a larger band with the first ones.
    private const int MaxCompared = 8;

    /// <summary>Finds for each article the first one that it repeats: itself where it repeats none.</summary>
    /// <param name="articles">The terms of the articles, in reading order; each article's are asked for when its turn comes.</param>
    /// <param name="figures">The figures of the articles.</param>
    public static int[] Find(IEnumerable<IReadOnlyList<int>> articles, IReadOnlyList<IReadOnlyList<int>> figures)
    {
        var firsts = new int[figures.Count];
        var runs = new ulong[figures.Count][];
        var bands = new Dictionary<(int Band, ulong Hash), Members>();

        // Of each article and band, the next article of the band; 0, which is always a first one, where there is none.
        var next = new int[figures.Count * Bands];
        Span<ulong> signature = stackalloc ulong[Bands * HashesInBand];
        foreach (var (i, terms) in articles.Index())
        {
            runs[i] = RunsOf(terms);
            firsts[i] = i;
            if (runs[i].Length == 0)
            {
                continue;
            }

            MinHash.Sign(runs[i], signature);
            for (var band = 0; band < Bands; band++)
            {
                var key = (band, MinHash.Join(signature.Slice(band * HashesInBand, HashesInBand)));
                ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(bands, key, out var isShared);
                if (!isShared)
                {
                    members = new Members(i, i, 1);
                    continue;
                }

                firsts[i] = Math.Min(firsts[i], FirstLike(i, members.First, next.AsSpan(band), runs, firsts, figures));
                if (members.Count < MaxCompared)
                {
                    next[(members.Last * Bands) + band] = i;
                    members = members with { Last = i, Count = members.Count + 1 };
                }
            }
        }

        return firsts;
    }

    /// <summary>Returns the first article that an article repeats, of those of a band; itself where it repeats none of them.</summary>
    private static int FirstLike(int article, int member, ReadOnlySpan<int> next, ulong[][] runs, int[] firsts, IReadOnlyList<IReadOnlyList<int>> figures)
    {
        do
        {
            var first = firsts[member];
            if (first < firsts[article] && Resemblance(runs[first], runs[article]) >= MinResemblance && HaveLikeFigures(figures[first], figures[article]))
            {
                return first;
            }

            member = next[member * Bands];
        }
        while (member > 0);
        return article;
    }

    private static bool HaveLikeFigures(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        var (those, rest) = (a.ToHashSet(), b.ToHashSet());
        var least = Math.Min(those.Count, rest.Count);
        rest.IntersectWith(those);
        return rest.Count >= MinSharedFigures * least;
    }

    private static ulong[] RunsOf(IReadOnlyList<int> terms)
    {
        var runs = new ulong[Math.Max(0, terms.Count - RunLength + 1)];
        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = MinHash.Mix(((ulong)terms[i] << 42) ^ ((ulong)terms[i + 1] << 21) ^ (ulong)terms[i + 2]);
        }

        Array.Sort(runs);
        var count = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            if (i == 0 || runs[i] != runs[i - 1])
            {
                runs[count++] = runs[i];
            }
        }

        return runs[..count];
    }

    private static double Resemblance(ulong[] a, ulong[] b)
    {
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            common += a[i] == b[j] ? 1 : 0;
            var step = a[i].CompareTo(b[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }

        return (double)common / (a.Length + b.Length - common);
    }

    /// <summary>The articles of a band.</summary>
    /// <param name="First">The first of them.</param>
    /// <param name="Last">The last of them.</param>
    /// <param name="Count">How many they are.</param>
    private readonly record struct Members(int First, int Last, int Count);
}
