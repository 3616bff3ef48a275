using System.Runtime.InteropServices;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Finds articles that say nearly the same: MinHash over runs of three terms, in bands, to find pairs (Broder, "On the
/// Resemblance and Containment of Documents", 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets",
/// chapter 3), and a comparison of the runs themselves to be sure of them.
/// </summary>
internal static class NearDuplicates
{
    // 12 bands of 3 hashes: a pair of resemblance .6 is found with a chance of .95, one of .9 always.
    private const int Bands = 12;
    private const int HashesInBand = 3;
    private const int RunLength = 3;

    // Chosen: reprints with another headline or a changed paragraph stay above it; reports that are written anew share few runs.
    private const double MinResemblance = 0.6;

    // So many articles of a band are compared with each other at most; the rest of a larger band with the first ones.
    private const int MaxCompared = 8;

    /// <summary>Finds for each article the first one that it repeats: itself where it repeats none.</summary>
    /// <param name="articles">The terms of the articles, in reading order.</param>
    public static int[] Find(IReadOnlyList<IReadOnlyList<int>> articles)
    {
        var firsts = new int[articles.Count];
        var runs = new ulong[articles.Count][];
        var bands = new Dictionary<(int Band, ulong Hash), List<int>>();
        Span<ulong> signature = stackalloc ulong[Bands * HashesInBand];
        for (var i = 0; i < articles.Count; i++)
        {
            runs[i] = RunsOf(articles[i]);
            firsts[i] = i;
            if (runs[i].Length == 0)
            {
                continue;
            }

            Sign(runs[i], signature);
            for (var band = 0; band < Bands; band++)
            {
                var key = (band, Join(signature.Slice(band * HashesInBand, HashesInBand)));
                ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(bands, key, out _);
                members ??= [];
                firsts[i] = Math.Min(firsts[i], FirstLike(i, members, runs, firsts));
                if (members.Count < MaxCompared)
                {
                    members.Add(i);
                }
            }
        }

        return firsts;
    }

    private static int FirstLike(int article, List<int> others, ulong[][] runs, int[] firsts)
    {
        foreach (var other in others)
        {
            if (firsts[other] < firsts[article] && Resemblance(runs[firsts[other]], runs[article]) >= MinResemblance)
            {
                return firsts[other];
            }
        }

        return article;
    }

    private static ulong[] RunsOf(IReadOnlyList<int> terms)
    {
        var runs = new ulong[Math.Max(0, terms.Count - RunLength + 1)];
        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = Mix(((ulong)terms[i] << 42) ^ ((ulong)terms[i + 1] << 21) ^ (ulong)terms[i + 2]);
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

    private static void Sign(ulong[] runs, Span<ulong> signature)
    {
        signature.Fill(ulong.MaxValue);
        foreach (var run in runs)
        {
            for (var i = 0; i < signature.Length; i++)
            {
                signature[i] = Math.Min(signature[i], Mix(run + ((ulong)i * 0x9E3779B97F4A7C15)));
            }
        }
    }

    private static ulong Join(ReadOnlySpan<ulong> hashes)
    {
        var joined = 0UL;
        foreach (var hash in hashes)
        {
            joined = Mix(joined ^ hash);
        }

        return joined;
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
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
}
