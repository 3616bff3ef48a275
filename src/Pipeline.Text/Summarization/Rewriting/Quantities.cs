using System.Globalization;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>
/// The numbers of a sentence, each as a whole: with its magnitude, its currency and its percent. "3 million", "three million" and
/// "3,000,000" are the same one; "3", "$3 million" and "3rd" are others.
/// </summary>
internal sealed class Quantities
{
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly bool[] _isPart;

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence.</param>
    public Quantities(FactText text)
    {
        _isPart = new bool[text.Count];
        for (var i = 0; i < text.Count;)
        {
            var end = Read(text, i, out var quantity);
            if (end > i)
            {
                _all.Add(quantity);
                _isPart.AsSpan(i..end).Fill(true);
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>Gets the numbers, in a form of their own.</summary>
    public IReadOnlyCollection<string> All => _all;

    /// <summary>Says whether a word is a part of a number.</summary>
    /// <param name="word">The word.</param>
    public bool Holds(int word) => _isPart[word];

    /// <summary>Says whether a number is among these.</summary>
    /// <param name="quantity">The number, as <see cref="All"/> of another sentence has it.</param>
    public bool Contains(string quantity) => _all.Contains(quantity);

    private static int Read(FactText text, int start, out string quantity)
    {
        quantity = "";
        var part = NumberWords.Read(text[start], out _);
        switch (part)
        {
            case NumberPart.None:
                return start;
            case NumberPart.Other:
                quantity = Name(text[start]);
                return start + 1;
            case NumberPart.Plural:
                // "hundreds of thousands"
                var last = start + 2 < text.Count && text[start + 1] is "of" && NumberWords.Read(text[start + 2], out _) == NumberPart.Plural ? start + 2 : start;
                quantity = last > start ? $"{Name(text[start])} of {Name(text[last])}" : Name(text[start]);
                return last + 1;
        }

        var end = Evaluate(text, start, out var value, out var isOrdinal);
        if (part == NumberPart.Magnitude && start > 1 && text[start - 2] is "half" && text[start - 1] is "a")
        {
            value /= 2;
        }

        var unit = isOrdinal ? "th" : PercentLength(text, ref end) ? "%" : "";
        quantity = Sign(text, start) + value.ToString("0.############", CultureInfo.InvariantCulture) + unit;
        return end;
    }

    /// <summary>Adds up the words of a number, as far as each goes on with the one before: "two hundred fifty", but not "two four".</summary>
    private static int Evaluate(FactText text, int start, out decimal value, out bool isOrdinal)
    {
        var (total, current, last) = (0m, 0m, NumberPart.None);
        isOrdinal = false;
        var i = start;
        for (; i < text.Count && !isOrdinal && (i == start || !text.IsApart(i)); i++)
        {
            var part = NumberWords.Read(text[i], out var number);
            var goesOn = part switch
            {
                NumberPart.Unit => last is NumberPart.None or NumberPart.Multiplier or NumberPart.Magnitude || (last == NumberPart.Tens && number is > 0 and < 10),
                NumberPart.Tens => last is NumberPart.None or NumberPart.Multiplier or NumberPart.Magnitude,
                NumberPart.Ordinal => last == NumberPart.None || (last == NumberPart.Tens && number < 10),
                NumberPart.Multiplier => last is NumberPart.None or NumberPart.Unit,
                NumberPart.Magnitude => last != NumberPart.Magnitude,
                _ => false,
            };
            if (!goesOn)
            {
                break;
            }

            (total, current) = part switch
            {
                NumberPart.Multiplier => (total, (last == NumberPart.None ? 1 : current) * number),
                NumberPart.Magnitude => (total + ((last == NumberPart.None ? 1 : Math.Min(current, MaxFactor)) * number), 0),
                _ => (total, current + number),
            };
            isOrdinal = part == NumberPart.Ordinal;
            last = part;
        }

        value = total + current;
        return i;
    }

    // What is larger is no number of news, and would not fit.
    private const decimal MaxFactor = 1_000_000_000;

    private static bool PercentLength(FactText text, ref int end)
    {
        if (text.Behind(end - 1) == '%')
        {
            return true;
        }

        var words = end < text.Count && !text.IsApart(end)
            ? text[end] is "percent" or "pct" ? 1 : text[end] is "per" && end + 1 < text.Count && text[end + 1] is "cent" ? 2 : 0
            : 0;
        end += words;
        return words > 0;
    }

    private static string Sign(FactText text, int word)
    {
        var before = text.Before(word);
        return char.GetUnicodeCategory(before) == UnicodeCategory.CurrencySymbol ? before.ToString()
            : before is '-' or '−' && text.IsApart(word) ? "-"
            : "";
    }

    private static string Name(ReadOnlySpan<char> word) => word.ToString().ToLowerInvariant();
}
