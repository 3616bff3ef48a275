using System.Collections.Frozen;
using System.Globalization;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>What a word does in a number.</summary>
internal enum NumberPart
{
    /// <summary>It is no number.</summary>
    None,

    /// <summary>A figure, or a word below 20: "3.5", "seven".</summary>
    Unit,

    /// <summary>"twenty" to "ninety".</summary>
    Tens,

    /// <summary>Multiplies what stands before it: "hundred", "dozen".</summary>
    Multiplier,

    /// <summary>Multiplies all before it: "thousand", "million".</summary>
    Magnitude,

    /// <summary>"third", "3rd".</summary>
    Ordinal,

    /// <summary>More than one of them: "millions".</summary>
    Plural,

    /// <summary>Figures that are no plain number: "3bn", "10.30.15".</summary>
    Other,
}

/// <summary>Reads the words of which numbers are made, in English and in figures.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, (NumberPart Part, decimal Value)> Parts = Create();

    private static readonly FrozenDictionary<string, (NumberPart Part, decimal Value)>.AlternateLookup<ReadOnlySpan<char>> PartOf = Parts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="value">Its value; 0 where it has none.</param>
    public static NumberPart Read(ReadOnlySpan<char> word, out decimal value)
    {
        if (PartOf.TryGetValue(word, out var known))
        {
            value = known.Value;
            return known.Part;
        }

        value = 0;
        if (!word.ContainsAnyInRange('0', '9'))
        {
            return NumberPart.None;
        }

        if (word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && decimal.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            return NumberPart.Ordinal;
        }

        return decimal.TryParse(word, IsGrouped(word) ? NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint : NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            ? NumberPart.Unit
            : NumberPart.Other;
    }

    // "3,000,000", but not "3,5".
    private static bool IsGrouped(ReadOnlySpan<char> figure)
    {
        var digits = figure[..(figure.IndexOf('.') is var point && point >= 0 ? point : figure.Length)];
        for (var comma = digits.IndexOf(','); comma >= 0; comma = digits.IndexOf(','))
        {
            digits = digits[(comma + 1)..];
            if (digits.Length < 3 || (digits.Length > 3 && digits[3] != ','))
            {
                return false;
            }
        }

        return true;
    }

    private static FrozenDictionary<string, (NumberPart Part, decimal Value)> Create()
    {
        var parts = new Dictionary<string, (NumberPart, decimal)>(StringComparer.OrdinalIgnoreCase);
        Add("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", NumberPart.Unit, first: 0, step: 1);
        Add("twenty thirty forty fifty sixty seventy eighty ninety", NumberPart.Tens, first: 20, step: 10);
        Add("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", NumberPart.Ordinal, first: 1, step: 1);
        Add("seconds thirds fourths fifths sixths sevenths eighths ninths tenths", NumberPart.Ordinal, first: 2, step: 1);
        Add("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", NumberPart.Ordinal, first: 20, step: 10);
        Add("dozens hundreds thousands millions billions trillions", NumberPart.Plural, first: 0, step: 0);
        parts["dozen"] = (NumberPart.Multiplier, 12);
        parts["hundred"] = (NumberPart.Multiplier, 100);
        parts["thousand"] = (NumberPart.Magnitude, 1_000);
        parts["million"] = (NumberPart.Magnitude, 1_000_000);
        parts["billion"] = (NumberPart.Magnitude, 1_000_000_000);
        parts["trillion"] = (NumberPart.Magnitude, 1_000_000_000_000);
        return parts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string words, NumberPart part, decimal first, decimal step)
        {
            foreach (var word in words.Split(' '))
            {
                parts[word] = (part, first);
                first += step;
            }
        }
    }
}
