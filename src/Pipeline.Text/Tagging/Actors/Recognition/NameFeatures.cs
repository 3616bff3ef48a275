using System.Runtime.InteropServices;

namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>
/// Works out the features of a sentence's words: the words and how they are written, their beginnings and endings, their
/// clusters, what lists and the gazetteer say of them, how the rest of the article writes them, each of the word itself and
/// of up to two words on either side.
/// </summary>
internal sealed class NameFeatures(NameLexicon lexicon, NameLists lists, WordClusters clusters)
{
    private const int Reach = 2;
    private const int LongestAffix = 4;

    private readonly List<WordAttributes> _words = [];
    private readonly List<uint> _known = [];
    private readonly List<uint> _listed = [];

    /// <summary>Works out the features of a sentence.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="known">The gazetteer's names in it.</param>
    /// <param name="statistics">How the article writes words.</param>
    /// <param name="features">Where they go; emptied first. Words with no capital near have none: see <see cref="IsNearCapital"/>.</param>
    public void Extract(SentenceWords words, IReadOnlyList<NameCandidate> known, CapitalStatistics statistics, FeatureList features)
    {
        ReadAttributes(words, known, statistics);
        features.Clear();
        for (var i = 0; i < words.Count; i++)
        {
            if (IsNearCapital(words, i))
            {
                AddWord(words, i, features);
                AddContext(i, (uint)words.Style, features);
            }

            features.EndWord();
        }
    }

    /// <summary>Says whether a word may belong to a name: it, or one of the two words on either side, has a capital. News writes no name without.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="index">The word.</param>
    private static bool IsNearCapital(SentenceWords words, int index)
    {
        for (var i = Math.Max(0, index - Reach); i < words.Count && i <= index + Reach; i++)
        {
            if (words.IsCapital(i))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadAttributes(SentenceWords words, IReadOnlyList<NameCandidate> known, CapitalStatistics statistics)
    {
        ReadKnown(words.Count, known);
        ReadListed(words);
        _words.Clear();
        for (var i = 0; i < Reach; i++)
        {
            _words.Add(WordAttributes.Beyond);
        }

        var isCapitals = words.Style == CaseStyle.Capitals;
        for (var i = 0; i < words.Count; i++)
        {
            var text = words.Text(i);
            var lower = WordShapes.LowerHash(text);
            _words.Add(new WordAttributes(
                lower,
                isCapitals ? 0 : WordShapes.ShapeHash(text),
                isCapitals && char.IsLetter(text[0]) ? CapitalClass.None : WordShapes.ClassOf(text),
                words[i].Gap,
                clusters.Find(lower),
                WordRoleReader.Read(lexicon, text),
                _known[i],
                _listed[i],
                statistics.ClassOf(lower)));
        }

        for (var i = 0; i < Reach; i++)
        {
            _words.Add(WordAttributes.Beyond);
        }
    }

    private void ReadKnown(int count, IReadOnlyList<NameCandidate> known)
    {
        _known.Clear();
        CollectionsMarshal.SetCount(_known, count);
        CollectionsMarshal.AsSpan(_known).Clear();
        foreach (var name in known)
        {
            for (var i = name.Start; i < name.End; i++)
            {
                var type = name.IsAdjective ? 9u : (uint)name.Type.GetValueOrDefault();
                _known[i] = 1 + (type * 4) + (i == name.Start ? 1u : 0) + (i == name.End - 1 ? 2u : 0);
            }
        }
    }

    private void ReadListed(SentenceWords words)
    {
        _listed.Clear();
        CollectionsMarshal.SetCount(_listed, words.Count);
        var listed = CollectionsMarshal.AsSpan(_listed);
        listed.Clear();
        for (var start = 0; start < words.Count;)
        {
            var (kinds, length) = words.IsCapital(start) ? lists.Find(words, start) : default;
            for (var i = 0; i < length; i++)
            {
                listed[start + i] = ((uint)kinds * 4) + (i == 0 ? 1u : 0) + (i == length - 1 ? 2u : 0);
            }

            start += Math.Max(length, 1);
        }
    }

    // Templates: 1-19 the word itself, 20-39 what lists and the article say, 100 + 16 * offset its neighbours.
    private void AddWord(SentenceWords words, int i, FeatureList features)
    {
        var text = words.Text(i);
        var word = _words[i + Reach];
        features.Add(1, 0);
        features.Add(2, word.Lower);
        features.Add(3, word.Shape);
        features.Add(4, (uint)word.Capital, word.Statistics);
        features.Add(5, (uint)word.Capital, (uint)(word.Roles & (WordRoles.Common | WordRoles.GivenName)) + (i == 0 ? 64u : 0));
        features.Add(6, word.Known, (uint)word.Capital);
        features.Add(19, word.Listed, (uint)word.Capital + ((uint)(word.Roles & (WordRoles.Common | WordRoles.GivenName)) << 8));
        features.Add(7, (uint)words.Style, word.Shape);
        features.Add(8, (uint)Math.Min(text.Length, 8), (uint)word.Capital);
        for (var length = 1; length <= LongestAffix && length < text.Length; length++)
        {
            features.Add(8 + (uint)length, WordShapes.LowerHash(text[..length]));
            features.Add(12 + (uint)length, WordShapes.LowerHash(text[^length..]));
        }

        features.Add(17, (uint)word.Capital, WordShapes.LowerHash(text[^Math.Min(3, text.Length)..]));
        if (words[i].IsPossessive)
        {
            features.Add(18, (uint)word.Capital);
        }
    }

    private void AddContext(int i, uint style, FeatureList features)
    {
        var attributes = CollectionsMarshal.AsSpan(_words);
        ref readonly var word = ref attributes[i + Reach];
        ref readonly var before = ref attributes[i + Reach - 1];
        ref readonly var after = ref attributes[i + Reach + 1];
        for (var offset = -Reach; offset <= Reach; offset++)
        {
            AddNeighbour(attributes[i + Reach + offset], 100 + (16 * (uint)(offset + Reach)), offset != 0, features);
        }

        features.Add(200, before.Lower, word.Lower);
        features.Add(201, word.Lower, after.Lower);
        features.Add(202, before.Lower, after.Lower);
        features.Add(203, before.Shape, word.Shape);
        features.Add(204, word.Shape, after.Shape);
        features.Add(205, (before.Shape * 31) + word.Shape, after.Shape);
        features.Add(206, word.Gap, ((uint)before.Capital << 8) + (uint)word.Capital);
        features.Add(207, after.Gap, ((uint)word.Capital << 8) + (uint)after.Capital);
        features.Add(208, ((uint)word.Gap << 16) + after.Gap, (uint)word.Capital);
        features.Add(209, before.Lower, (uint)word.Capital);
        features.Add(210, after.Lower, (uint)word.Capital);
        features.Add(211, before.Cluster, word.Cluster);
        features.Add(212, word.Cluster, after.Cluster);
        features.Add(213, before.Cluster, (uint)word.Capital);
        features.Add(214, after.Cluster, (uint)word.Capital);
        features.Add(215, before.Known, word.Known);
        features.Add(216, word.Known, after.Known);
        features.Add(220, before.Listed + ((uint)(before.Roles & WordRoles.GivenName) << 8), word.Listed + ((uint)(word.Roles & WordRoles.GivenName) << 8));
        features.Add(221, word.Listed, after.Listed);
        features.Add(217, style, (uint)word.Capital + (word.Statistics << 8));
        features.Add(218, ((uint)before.Capital << 8) + (uint)word.Capital, ((uint)after.Capital << 8) + (uint)attributes[i + Reach + 2].Capital);
        features.Add(219, ((uint)attributes[i].Capital << 8) + (uint)before.Capital, (uint)word.Capital + ((uint)(word.Roles & WordRoles.Common) << 8));
    }

    private static void AddNeighbour(in WordAttributes word, uint template, bool isOther, FeatureList features)
    {
        if (isOther)
        {
            features.Add(template, word.Lower);
            features.Add(template + 1, word.Shape);
            features.Add(template + 2, (uint)word.Capital, word.Gap);
            features.Add(template + 3, word.Known);
            features.Add(template + 7, word.Listed + ((uint)(word.Roles & WordRoles.GivenName) << 8));
        }

        if (word.Cluster != 0)
        {
            features.Add(template + 4, word.Cluster);
            features.Add(template + 5, word.Cluster, (uint)word.Capital);
        }

        for (var roles = (uint)word.Roles; roles != 0; roles &= roles - 1)
        {
            features.Add(template + 6, roles & (~roles + 1), word.Capital is CapitalClass.Small ? 0u : 1);
        }
    }
}
