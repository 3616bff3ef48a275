namespace Pipeline.Text.Tagging.Actors;

/// <summary>Finds the gazetteer's names in a sentence.</summary>
internal static class KnownNameFinder
{
    // The longest key that is looked up, in characters; the longest name is far shorter.
    private const int MaxKeyLength = 128;

    /// <summary>Adds the longest known name that starts at each word with a capital or a figure.</summary>
    /// <param name="gazetteer">The gazetteer.</param>
    /// <param name="context">The article.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="names">Where they go.</param>
    public static void FindAll(Gazetteer gazetteer, DocumentContext context, SentenceWords words, KnownNames names)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsCapital(i) || char.IsAsciiDigit(words.Text(i)[0]))
            {
                FindAt(gazetteer, context, words, i, names);
            }
        }
    }

    /// <summary>Adds the longest known name that starts at a word.</summary>
    /// <param name="gazetteer">The gazetteer.</param>
    /// <param name="context">The article.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="start">The word.</param>
    /// <param name="names">Where it goes.</param>
    private static void FindAt(Gazetteer gazetteer, DocumentContext context, SentenceWords words, int start, KnownNames names)
    {
        Span<char> key = stackalloc char[MaxKeyLength];
        if (words.FullText(start).Length >= MaxKeyLength)
        {
            return;
        }

        var length = NameKey.Write(words.Text(start), key);
        var longest = gazetteer.LongestFrom(key[..length]);
        if (words[start].IsPossessive)
        {
            // "People's Liberation Army", "McDonald's"
            var full = NameKey.Write(words.FullText(start), key);
            longest = Math.Max(longest, gazetteer.LongestFrom(key[..full]));
            length = NameKey.Write(words.Text(start), key);
        }

        NameCandidate? found = null;
        for (var end = start + 1; longest > 0 && end <= words.Count && end - start <= longest; end++)
        {
            var last = end - 1;
            if (last > start)
            {
                var gap = words[last].Gap;
                if (gap is not (' ' or '-' or '.') || length + words.FullText(last).Length + 4 >= MaxKeyLength)
                {
                    break;
                }

                // The word before goes in whole: it is within the name.
                length += words.FullText(last - 1).Length > words.Text(last - 1).Length ? Append(words, last - 1, key, length) : 0;
                key[length++] = ' ';
                length += NameKey.Write(words.Text(last), key[length..]);
            }

            found = Accept(gazetteer.Find(key[..length]), context, words, start, end) ?? found;
            if (words[last].IsPossessive)
            {
                var full = length + Append(words, last, key, length);
                found = Accept(gazetteer.Find(key[..full]), context, words, start, end) ?? found;
            }
        }

        if (found is { } name)
        {
            names.Add(name);
        }
    }

    // Writes the possessive ending after a key and returns its length.
    private static int Append(SentenceWords words, int index, Span<char> key, int length) =>
        NameKey.Write(words.FullText(index)[words.Text(index).Length..], key[length..]);

    // A state that shares its name with a city or a country.
    private static KnownName? FindState(ReadOnlySpan<KnownName> names, SentenceWords words, int start, int end)
    {
        if (names.Length > 1 && StateCues.Tell(words, start, end))
        {
            foreach (var name in names)
            {
                if (name.Actor.IsState)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static NameCandidate? Accept(ReadOnlySpan<KnownName> names, DocumentContext context, SentenceWords words, int start, int end)
    {
        if (names.IsEmpty || (FindState(names, words, start, end) ?? context.Choose(names)) is not { } name)
        {
            return null;
        }

        if (end - start == 1 && start == 0 && (words.IsCommon(start) || context.Capitals.IsSmall(words.Text(start))))
        {
            return null;
        }

        return new NameCandidate(start, end, name.Actor.Type, name.Actor, name.IsAdjective);
    }
}
