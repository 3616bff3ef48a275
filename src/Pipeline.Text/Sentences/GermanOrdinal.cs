using System.Collections.Frozen;

namespace Pipeline.Text.Sentences;

/// <summary>Knows numbers that German writes with a full stop before a noun with a capital: "am 3. März", "im 19. Jahrhundert".</summary>
internal static class GermanOrdinal
{
    private const int MaxDigits = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = Lookup(
        "januar jänner februar feber märz april mai juni juli august september oktober november dezember");

    // Words before such a number.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Determiners = Lookup(
        "am im vom zum zur beim der die das den dem des ab bis seit ein eine einem einen einer eines jede jedem jeden jeder jedes " +
        "diese diesem diesen dieser dieses ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner unser unsere");

    /// <summary>Says whether a number is one.</summary>
    /// <param name="number">The word before the full stop.</param>
    /// <param name="before">The word before the number; empty where there is none.</param>
    /// <param name="isAfterComma">Whether a comma parts the two.</param>
    /// <param name="next">The word behind the full stop.</param>
    public static bool Is(ReadOnlySpan<char> number, ReadOnlySpan<char> before, bool isAfterComma, ReadOnlySpan<char> next) =>
        number.Length <= MaxDigits && !number.ContainsAnyExceptInRange('0', '9')
        && (Determiners.Contains(before) ? !Abbreviations.IsSentenceStarter(next) : isAfterComma && Months.Contains(next));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
