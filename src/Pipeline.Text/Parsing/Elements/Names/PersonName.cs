using System.Collections.Frozen;
using System.Text;

namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Knows the look of a person's name in a byline.</summary>
internal static class PersonName
{
    private const int MaxWords = 5;

    private static readonly FrozenSet<string> Particles =
        "de da di del della dei du des dos das la le van von der den ter ten bin ibn al el y e af av zu zum".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NotNames =
        ("the a an this that these those our your my his her its their in on at by for from with and or to of new updated published posted first last "
        + "all no not more how why what when where who is are was were after before as it he she they we you today yesterday tomorrow section page").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Months and days in the languages whose bylines and date lines stand side by side most; without those that people are
    // called by (April, August, Jan, Julio, June, Mai, May).
    private static readonly FrozenSet<string> CalendarWords =
        ("monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun january february feb march mar apr july jul jun aug september sept sep october oct november nov december dec "
        + "januar februar märz oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag janvier février avril juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche "
        + "enero febrero marzo mayo junio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre "
        + "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart augustus stycznia lutego kwietnia czerwca lipca sierpnia września października listopada grudnia").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Those with more small letters than capitals.
    private static readonly FrozenSet<string> Degrees =
        "Jr Jr. Sr Sr. PhD Ph.D Ph.D. Esq Esq. PsyD EdD PharmD DrPH".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Tells whether the text can be a person's name: two to five words that start with a capital, particles apart.</summary>
    public static bool IsLikely(string text)
    {
        var words = text.Split(' ');
        if (words.Length is < 2 or > MaxWords || text.Length > 60)
        {
            return false;
        }

        var capitals = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var capital = IsNameWord(words[i]);
            capitals += capital ? 1 : 0;
            if (!capital && !(i > 0 && i < words.Length - 1 && Particles.Contains(words[i])) && !(i == 0 && Particles.Contains(words[i])))
            {
                return false;
            }
        }

        return capitals >= 2;
    }

    /// <summary>Returns a name written in capitals only as names are written else: <c>JANE O'NEILL-McKAY</c> as <c>Jane O'Neill-McKay</c>.</summary>
    public static string Recase(string name)
    {
        if (name.AsSpan().IndexOfAnyInRange('a', 'z') >= 0 && !name.Contains("Mc", StringComparison.Ordinal) || !HasLongCapitals(name))
        {
            return name;
        }

        var result = new StringBuilder(name.Length);
        var start = true;
        for (var i = 0; i < name.Length; i++)
        {
            result.Append(start ? char.ToUpperInvariant(name[i]) : char.ToLowerInvariant(name[i]));
            start = name[i] is ' ' or '-' or '.' or '’' or '\'' || (result.Length >= 2 && result[^2] == 'M' && result[^1] == 'c' && (i == 1 || name[i - 2] is ' ' or '-'));
        }

        return result.ToString();
    }

    /// <summary>Returns a person's name whose family's name stands first, in reading order; null where the text is not one such name: <c>Doe, Jane</c>.</summary>
    public static string? FromInverted(string text)
    {
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        if (comma <= 0 || text.IndexOf(',', comma + 1) > 0 || text.AsSpan(0, comma).Contains(' '))
        {
            return null;
        }

        var (family, given) = (text[..comma], text[(comma + 2)..].Trim());
        var name = $"{given} {family}";
        return !IsDegree(given) && given.AsSpan().Count(' ') <= 1 && IsLikely(name) && !JobWords.IsJob(given)
            && !NewsAgencies.IsKnown(family) && !NewsAgencies.LooksLikeOutlet(given) ? name : null;
    }

    /// <summary>Tells whether a text is a degree or a title behind a name: <c>MD</c>, <c>Ph.D.</c>, <c>CEPF®</c>, <c>Jr.</c></summary>
    public static bool IsDegree(string text)
    {
        if (text.Length > 12 || text.Contains(' ', StringComparison.Ordinal) && text.Length > 10 || NewsAgencies.IsKnown(text))
        {
            return false;
        }

        int capitals = 0, small = 0;
        foreach (var c in text)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            small += char.IsLower(c) ? 1 : 0;
        }

        return Degrees.Contains(text) || (capitals >= 2 && small <= 1 && capitals > small);
    }

    private static bool HasLongCapitals(string name)
    {
        var capitals = 0;
        foreach (var c in name)
        {
            capitals = char.IsUpper(c) ? capitals + 1 : 0;
            if (capitals >= 3)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameWord(string word)
    {
        if (word.Length == 0 || !char.IsLetter(word[0]) || char.IsLower(word[0]) || NotNames.Contains(word.TrimEnd('.')))
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’' or '\u200C' or '\u200D') && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                return false;
            }
        }

        return !CalendarWords.Contains(word.TrimEnd('.'));
    }
}
