namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>What lists hold a name.</summary>
[Flags]
internal enum NameListKinds
{
    None = 0,
    City = 1,
    Club = 2,
    FamilyName = 4,
}

/// <summary>Long lists of names that say nothing certain: "Reading" is a city, a family name and a word. The recogniser weighs what they say.</summary>
internal sealed class NameLists
{
    private const int MaxWords = 5;

    private readonly Dictionary<uint, NameListKinds> _names = [];

    private NameLists()
    {
    }

    /// <summary>Loads the lists that ship with the product.</summary>
    public static NameLists LoadBuiltIn()
    {
        var lists = new NameLists();
        lists.Add("cities.txt", NameListKinds.City);
        lists.Add("clubs.txt", NameListKinds.Club);
        lists.Add("family-names.txt", NameListKinds.FamilyName);
        return lists;
    }

    /// <summary>Finds the longest listed name that starts at a word.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="start">The word.</param>
    /// <returns>Its lists and the number of its words; none and 0 where there is none.</returns>
    public (NameListKinds Kinds, int Length) Find(SentenceWords words, int start)
    {
        var hash = 0u;
        var found = (NameListKinds.None, 0);
        for (var i = start; i < words.Count && i - start < MaxWords; i++)
        {
            hash = Append(hash, words.Text(i));
            if (!_names.TryGetValue(hash, out var kinds))
            {
                break;
            }

            if (kinds != NameListKinds.None)
            {
                found = (kinds, i - start + 1);
            }
        }

        return found;
    }

    // The beginnings of names are there too, in no list, so that the search ends where no name goes on.
    private void Add(string fileName, NameListKinds kind)
    {
        var words = new List<Word>();
        foreach (var row in EmbeddedTable.Read(fileName))
        {
            WordReader.Read(row[0], new TextSpan(0, row[0].Length), words);
            var hash = 0u;
            for (var i = 0; i < words.Count; i++)
            {
                hash = Append(hash, row[0].AsSpan(words[i].Start, words[i].End - words[i].Start));
                _names[hash] = _names.GetValueOrDefault(hash) | (i == words.Count - 1 ? kind : NameListKinds.None);
            }
        }
    }

    private static uint Append(uint hash, ReadOnlySpan<char> word) => (hash * 0x9E3779B1) ^ WordShapes.LowerHash(word);
}
