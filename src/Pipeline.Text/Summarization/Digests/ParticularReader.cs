using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Reads what tells an event from others of its kind: names, by their capitals, and figures. Days, months and agencies are left out:
/// reports of anything name them. Scripts without capitals give figures alone; in German all nouns count as names.
/// </summary>
internal sealed class ParticularReader
{
    // A sentence that has no longer word in small letters is a headline, or shouted: its capitals tell nothing.
    private const int MinSmallWord = 4;

    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _idOf;
    private readonly HashSet<int> _names = [];

    private ParticularReader() => _idOf = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the particulars of articles.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="count">How many different ones there are.</param>
    public static IReadOnlyList<Particulars> Read(IReadOnlyList<DigestArticle> articles, out int count)
    {
        var reader = new ParticularReader();
        Particulars[] read = [.. articles.Select(reader.Read)];
        foreach (var particulars in read)
        {
            // A word that opens a sentence, and any of a headline, may have its capital for that: it is a name where a sentence has it as one.
            particulars.Names.RemoveAll(name => name.IsUnsure && !reader._names.Contains(name.Id));
        }

        count = reader._ids.Count;
        return read;
    }

    private Particulars Read(DigestArticle article)
    {
        var particulars = new Particulars([], []);
        Read(article.Title, isHeadline: true, particulars);
        foreach (var candidate in article.Candidates)
        {
            Read(candidate.Text, isHeadline: !HasSmallWord(candidate.Text), particulars);
        }

        return particulars;
    }

    private void Read(ReadOnlySpan<char> sentence, bool isHeadline, Particulars particulars)
    {
        var opens = true;
        for (var i = 0; i < sentence.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(sentence[i]))
            {
                i = EndOfFigure(sentence, i);
                particulars.Figures.Add(Id(sentence[start..i]));
                opens = false;
            }
            else if (char.IsLetter(sentence[i]))
            {
                i = EndOfWord(sentence, i);
                if (i - start > 1 && char.IsUpper(sentence[start]) && !IsCommon(sentence[start..i]))
                {
                    var id = Id(sentence[start..i]);
                    particulars.Names.Add((id, opens || isHeadline));
                    _ = opens || isHeadline || _names.Add(id);
                }

                opens = false;
            }
            else
            {
                opens |= sentence[i++] is '"' or '“' or '„' or '«' or '‘' or ':';
            }
        }
    }

    private int Id(ReadOnlySpan<char> text)
    {
        if (!_idOf.TryGetValue(text, out var id))
        {
            _idOf[text] = id = _ids.Count;
        }

        return id;
    }

    private static bool IsCommon(ReadOnlySpan<char> word) =>
        StopWords.Contains(word) || DayNames.Contains(word) || MonthNames.Month(word) is not null || NewsAgencies.IsKnown(word);

    private static bool HasSmallWord(ReadOnlySpan<char> sentence)
    {
        var length = 0;
        foreach (var c in sentence)
        {
            length = char.IsLower(c) ? length + 1 : char.IsLetter(c) ? int.MinValue : 0;
            if (length == MinSmallWord)
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfWord(ReadOnlySpan<char> sentence, int i)
    {
        while (i < sentence.Length && char.IsLetter(sentence[i]))
        {
            i++;
        }

        return i;
    }

    // "7.8", "12,000", "10:15"
    private static int EndOfFigure(ReadOnlySpan<char> sentence, int i)
    {
        while (i < sentence.Length && (char.IsAsciiDigit(sentence[i]) || (sentence[i] is '.' or ',' or ':' && i + 1 < sentence.Length && char.IsAsciiDigit(sentence[i + 1]))))
        {
            i++;
        }

        return i;
    }
}

/// <summary>What an article names, each as often as it stands there.</summary>
/// <param name="Names">The words of names, by numbers, and whether a word has its capital for its place alone, perhaps.</param>
/// <param name="Figures">The figures, by numbers.</param>
internal readonly record struct Particulars(List<(int Id, bool IsUnsure)> Names, List<int> Figures);
