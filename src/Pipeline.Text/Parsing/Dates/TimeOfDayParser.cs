using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>Reads a time of day with its zone: <c>10:32</c>, <c>10:32:05Z</c>, <c>10.32am GMT</c>, <c>9 p.m. EST</c>, <c>10:32 +0100</c>.</summary>
internal static class TimeOfDayParser
{
    // Abbreviations as tzdata has them. Zones that the abbreviation does not settle (IST, Eastern Time the year round)
    // are read but give no offset.
    private static readonly FrozenDictionary<string, double?>.AlternateLookup<ReadOnlySpan<char>> Zones = new Dictionary<string, double?>
    {
        ["Z"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["BST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["SAST"] = 2,
        ["PKT"] = 5,
        ["SGT"] = 8,
        ["HKT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["IST"] = null,
        ["ET"] = null,
        ["CT"] = null,
        ["MT"] = null,
        ["PT"] = null,
        ["Eastern"] = null,
        ["Pacific"] = null,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a time at the scanner's place.</summary>
    public static bool TryRead(ref TextScanner scanner, out TimeOnly time, out TimeSpan? offset)
    {
        var start = scanner.Position;
        (time, offset) = (default, null);
        if (!TryReadClock(ref scanner, out time))
        {
            scanner.Position = start;
            return false;
        }

        offset = ReadZone(ref scanner);
        return true;
    }

    /// <summary>Reads the compact time of ISO 8601: <c>103205Z</c>, <c>103205.123Z</c>, <c>1032+0100</c>.</summary>
    public static bool TryReadCompact(ref TextScanner scanner, out TimeOnly time, out TimeSpan? offset)
    {
        var start = scanner.Position;
        (time, offset) = (default, null);
        var seconds = scanner.ReadNumber(6, 6);
        var minutes = seconds >= 0 ? seconds / 100 : scanner.ReadNumber(4, 4);
        if (minutes < 0 || minutes / 100 > 23 || minutes % 100 > 59 || (seconds >= 0 && seconds % 100 > 59))
        {
            scanner.Position = start;
            return false;
        }

        if (seconds >= 0 && scanner.SkipAny(".,"))
        {
            _ = scanner.ReadNumber(1, 9);
        }

        time = new TimeOnly(minutes / 100, minutes % 100, seconds >= 0 ? seconds % 100 : 0);
        offset = ReadZone(ref scanner);
        return true;
    }

    private static bool TryReadClock(ref TextScanner scanner, out TimeOnly time)
    {
        time = default;
        int hour = scanner.ReadNumber(1, 2), minute = 0, second = 0;
        if (hour < 0)
        {
            return false;
        }

        var dotted = scanner.Current == '.';
        var separator = scanner.Position;
        if (scanner.SkipAny("時时시"))
        {
            // 14時30分, 14시 30분
            scanner.SkipSpaces();
            minute = Math.Max(0, scanner.ReadNumber(1, 2));
            _ = scanner.SkipAny("分분");
            time = hour <= 23 && minute <= 59 ? new TimeOnly(hour, minute) : default;
            return hour <= 23 && minute <= 59;
        }

        var minutes = scanner.SkipAny(":.hH：") && (minute = scanner.ReadNumber(2, 2)) >= 0;
        if (!minutes)
        {
            (scanner.Position, minute) = (separator, 0);
        }
        else if (!dotted && scanner.Skip(':'))
        {
            second = scanner.ReadNumber(2, 2);
            if (scanner.SkipAny(".,"))
            {
                _ = scanner.ReadNumber(1, 9);
            }
        }

        SkipHourWord(ref scanner);
        var half = ReadHalf(ref scanner);
        if (half is null && (!minutes || (dotted && !StartsZone(scanner))))
        {
            return false;
        }

        if (minute > 59 || second is < 0 or > 59 || hour > (half is null ? 23 : 12) || (half is not null && hour == 0))
        {
            return false;
        }

        time = new TimeOnly(half is null ? hour : (hour % 12) + half.Value, minute, second);
        return true;
    }

    /// <summary>Skips the word for "hour" behind a time: <c>14:30 h</c>, <c>14:30 Uhr</c>.</summary>
    private static void SkipHourWord(ref TextScanner scanner)
    {
        var start = scanner.Position;
        scanner.SkipSpaces();
        if (scanner.ReadLetters() is not ("h" or "hs" or "hrs" or "Uhr" or "uur" or "uhr"))
        {
            scanner.Position = start;
        }
        else
        {
            _ = scanner.Skip('.');
        }
    }

    /// <summary>Reads <c>am</c> (0) or <c>pm</c> (12) in its spellings; null where there is neither.</summary>
    private static int? ReadHalf(ref TextScanner scanner)
    {
        var start = scanner.Position;
        scanner.SkipSpaces();
        int? half = char.ToLowerInvariant(scanner.Current) switch { 'a' => 0, 'p' => 12, _ => null };
        if (half is not null)
        {
            scanner.Position++;
            var dotted = scanner.Skip('.');
            if (scanner.SkipAny("mM") && !char.IsLetterOrDigit(scanner.Current))
            {
                _ = dotted && scanner.Skip('.');
                return half;
            }
        }

        scanner.Position = start;
        return null;
    }

    private static bool StartsZone(TextScanner scanner)
    {
        scanner.SkipSpaces();
        return Zones.ContainsKey(scanner.ReadLetters());
    }

    private static TimeSpan? ReadZone(ref TextScanner scanner)
    {
        var start = scanner.Position;
        scanner.SkipSpaces();
        var bracket = scanner.Skip('(');
        var name = scanner.ReadLetters();
        var known = Zones.TryGetValue(name, out var hours);
        if (name.IsEmpty || (known && hours == 0 && name.Length == 3))
        {
            if (ReadOffset(ref scanner) is { } offset)
            {
                scanner.Position += bracket && scanner.Current == ')' ? 1 : 0;
                return offset;
            }
        }

        if (!known)
        {
            scanner.Position = start;
            return null;
        }

        var end = scanner.Position;
        scanner.SkipSpaces();
        if (hours is null && !scanner.SkipWord("time"))
        {
            scanner.Position = end;
        }
        else if (hours is not null)
        {
            scanner.Position = end;
        }

        _ = bracket && scanner.Skip(')');
        return hours is null ? null : TimeSpan.FromHours(hours.Value);
    }

    /// <summary>Reads <c>+01:00</c>, <c>+0100</c> or <c>+1</c>.</summary>
    private static TimeSpan? ReadOffset(ref TextScanner scanner)
    {
        var start = scanner.Position;
        var sign = scanner.Current is '-' or '\u2212' ? -1 : 1;
        if (scanner.SkipAny("+-\u2212"))
        {
            var first = scanner.Position;
            int hours = scanner.ReadNumber(4, 4), minutes = hours % 100;
            if (hours >= 0)
            {
                hours /= 100;
            }
            else
            {
                scanner.Position = first;
                hours = scanner.ReadNumber(1, 2);
                minutes = scanner.Current == ':' && scanner.Skip(':') ? scanner.ReadNumber(2, 2) : 0;
            }

            // The widest offsets in use are -12:00 and +14:00.
            if (hours is >= 0 and <= 14 && minutes is >= 0 and < 60)
            {
                return sign * new TimeSpan(hours, minutes, 0);
            }
        }

        scanner.Position = start;
        return null;
    }
}
