using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>Names of months and days of the week as date lines write them, with their usual abbreviations, lower case and without full stops.</summary>
internal static class MonthNames
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int MaxLength = 12;

    // English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish and Russian (the last two in the
    // genitive, as dates have it); no name stands for two months.
    private static readonly string[] Names =
    [
        "january jan januar janvier janv enero ene gennaio gen janeiro januari stycznia января янв",
        "february feb februar février fevrier févr febrero febbraio fevereiro fev februari lutego февраля фев",
        "march mar märz mars marzo março maart marca марта",
        "april apr avril avr abril abr aprile kwietnia апреля апр",
        "may mai mayo maggio mag maio mei maj maja мая",
        "june jun juni juin junio giugno giu junho czerwca июня",
        "july jul juli juillet juil julio luglio lug julho lipca июля",
        "august aug août aout agosto ago augustus augusti sierpnia августа авг",
        "september sep sept septembre septiembre settembre setembro września сентября сен",
        "october oct oktober okt octobre octubre ottobre ott outubro out października октября окт",
        "november nov novembre noviembre novembro listopada ноября ноя",
        "december dec dezember dez décembre decembre diciembre dic dicembre dezembro grudnia декабря дек",
    ];

    private static readonly string[] Days =
        ("monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
        + "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
        + "lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica "
        + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag").Split(' ');

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months =
        Names.SelectMany((names, index) => names.Split(' ').Select(name => (name, index)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.index + 1, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DayNames =
        Days.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the month of a name, from 1 to 12, or null.</summary>
    public static int? Month(ReadOnlySpan<char> name) =>
        name.Length <= MaxLength && Months.TryGetValue(name, out var month) ? month : null;

    /// <summary>Tells whether a word names a day of the week.</summary>
    public static bool IsDayOfWeek(ReadOnlySpan<char> name) => name.Length <= MaxLength && DayNames.Contains(name);
}
